package org.theoremcheck.guard.steprule;

import static org.theoremcheck.guard.steprule.StepClaim.method;
import static org.theoremcheck.guard.steprule.StepClaim.slip;

import java.util.Arrays;
import java.util.List;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.numeric.Vectors;

/**
 * Gradient descent with each entry of the gradient clipped: x⁺ = x − η max(−c, min(c, g)).
 *
 * @param rate η
 * @param bound c
 */
public record ElementClipping(double rate, double bound) implements StepRule, Coordinatewise {

    static final Theorem<Course, Stepper, Step> THEOREM = StepClaim.of(
                    "step-element-clipping",
                    "Clipping by value moves by −η max(−c, min(c, g))",
                    "Mikolov: Statistical language models based on neural networks. Brno University of Technology 2012",
                    in -> new ElementClipping(StepClaim.rate(in), in.oneOf("bound", List.of(1.0, 0.5, 0.0625))))
            .control(
                    "element-clipping-from-above",
                    "negative gradients are never clipped",
                    slip(
                            ElementClipping.class,
                            rule -> (t, x, g, memory) -> Move.by(-rule.rate * Math.min(rule.bound, g))))
            .control(
                    "element-clipping-size",
                    "clips the size and loses the sign",
                    slip(
                            ElementClipping.class,
                            rule -> (t, x, g, memory) -> Move.by(-rule.rate * Math.min(rule.bound, Math.abs(g)))))
            .control(
                    "element-clipping-norm",
                    "clips the norm",
                    method(
                            ElementClipping.class,
                            rule -> dimension -> (point, g) -> Arrays.stream(g)
                                    .mapToObj(v -> Move.by(-rule.rate * Math.min(1, rule.bound / Vectors.norm(g)) * v))
                                    .toArray(Move[]::new)))
            .control(
                    "element-clipping-step",
                    "clips the move, not the gradient",
                    slip(
                            ElementClipping.class,
                            rule -> (t, x, g, memory) ->
                                    Move.by(-Math.max(-rule.bound, Math.min(rule.bound, rule.rate * g)))));

    @Override
    public Move next(int t, double x, double g, double[] memory) {
        return Move.by(-rate * Math.max(-bound, Math.min(bound, g)));
    }

    @Override
    public double roundings(int t) {
        return 2;
    }
}
