package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.method;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.numeric.Vectors;

/**
 * Gradient descent with the gradient's norm clipped: x⁺ = x − η min(1, c/‖g‖) g.
 *
 * @param rate η
 * @param norm c
 */
public record NormClipping(double rate, double norm) implements StepRule {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-norm-clipping",
                    "Clipping by norm moves by −η min(1, c/‖g‖) g",
                    "Pascanu, Mikolov, Bengio: On the difficulty of training recurrent neural networks. ICML 2013",
                    in -> new NormClipping(StepClaim.rate(in), in.oneOf("norm", List.of(1.0, 0.5, 0.0625))))
            .control(
                    "norm-clipping-elementwise",
                    "clips each coordinate by itself",
                    method(
                            NormClipping.class,
                            rule -> dimension -> (point, g) ->
                                    moved(g, v -> -rule.rate * Math.max(-rule.norm, Math.min(rule.norm, v)))))
            .control(
                    "norm-clipping-always",
                    "brings short gradients to the norm too",
                    method(
                            NormClipping.class,
                            rule -> dimension -> (point, g) -> {
                                double length = Vectors.norm(g);
                                return moved(g, v -> length == 0 ? 0 : -rule.rate * rule.norm / length * v);
                            }))
            .control(
                    "norm-clipping-cushioned",
                    "divides by ‖g‖ + 10⁻⁶",
                    method(
                            NormClipping.class,
                            rule -> dimension -> (point, g) ->
                                    moved(g, v -> -rule.rate * Math.min(1, rule.norm / (Vectors.norm(g) + 1e-6)) * v)))
            .control(
                    "norm-clipping-sum-norm",
                    "measures Σ|gᵢ|",
                    method(
                            NormClipping.class,
                            rule -> dimension -> (point, g) ->
                                    moved(g, v -> -rule.rate * Math.min(1, rule.norm / Vectors.sumNorm(g)) * v)));

    private static Move[] moved(double[] gradient, DoubleUnaryOperator by) {
        return Arrays.stream(gradient).map(by).mapToObj(Move::by).toArray(Move[]::new);
    }

    @Override
    public Memory begin(int dimension) {
        return (point, gradient) -> {
            double length = Vectors.norm(gradient);
            double scale = length > norm ? norm / length : 1;
            return moved(gradient, v -> -rate * scale * v);
        };
    }

    /** A norm is found with half a rounding for each coordinate and a few more; there are at most a hundred. */
    @Override
    public double roundings(int t) {
        return 100;
    }
}
