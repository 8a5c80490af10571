package org.theoremcheck.dualspace.bias;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.dualspace.loss.Loss;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.EachStep;
import org.theoremcheck.dualspace.model.Kind;
import org.theoremcheck.dualspace.model.Matrices;
import org.theoremcheck.dualspace.model.Optimizer;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Problems;
import org.theoremcheck.dualspace.model.Rollout.Step;
import org.theoremcheck.dualspace.model.Slips;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * With one sample and a homogeneous preconditioner, descent moves along one line whatever the steps are.
 *
 * <p><b>Setting.</b> n = k = 1, ∇K(sG) = φ(s) ∇K(G): gradient and normalized descent, fixed P, half a squared p-norm. Any loss.
 *
 * <p><b>Algorithm.</b> Wₜ₊₁ = Wₜ − ηₜ ∇K(Gₜ) with any steps.
 *
 * <p><b>Claim.</b> With v = ∇K(xᵀ), at every t,
 * <pre>
 *   Wₜ − W₀  =  v (Rₜ − R₀)/(x v)
 * </pre>
 * so that the solution found is W₀ − v R₀/(x v), whatever the learning rate.
 *
 * <p><b>Constant.</b> Gₜ = xᵀSₜ with a number Sₜ.
 *
 * <p><b>Hypotheses.</b> K homogeneous.
 *
 * <p><b>Rounding.</b> See {@link Oblique}; ‖v‖‖x‖/(x v) is at most the inverse cosine of the angle between ∇K and its argument.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Gunasekar et al. 2018, section 3, on steepest descent.
 */
final class HomogeneousSingleSample {

    private static final String ID = "homogeneous-single-sample";

    private static final Compare<Oblique> STATEMENT = Compare.compare(
                    term("mismatch", "‖Wₜ − W₀ − v(Rₜ − R₀)/(x v)‖", Oblique::mismatch))
            .equalTo(term("none", "0", any -> 0))
            .within(
                    1e-9,
                    "what rounding may leave the line by, enlarged by the oblique projection; and the residuals",
                    Oblique::mismatchRounding,
                    Oblique::magnitude);

    static final Theorem<Problem, Optimizer, Oblique> THEOREM = Theorem.theorem(
                    ID,
                    "With one sample, a homogeneous preconditioner finds one solution for all learning rates",
                    BiasSetting.SOURCE.at("Derived: a limit to 'W_∞ depends on the chosen learning rate'"),
                    setting(),
                    STATEMENT,
                    Tightness.NONE)
            .control("homogeneous-nowhere", "Wₜ = W₀", swap("mismatch", term("moved", "‖Wₜ − W₀‖", Oblique::moved)))
            .control(
                    "homogeneous-clipped", "entries clipped by value, which is not homogeneous", without("homogeneous"))
            .control("homogeneous-plain", "gradient descent in place of K", subject(Slips::plain));

    private HomogeneousSingleSample() {}

    private static Setting<Problem, Optimizer, Oblique> setting() {
        EachStep<Oblique> referee = new EachStep<>(
                STATEMENT, HomogeneousSingleSample::meter, BiasSetting.UNTIL, HomogeneousSingleSample::enclosed);
        List<Family<Problem>> families = new ArrayList<>();
        for (Kind kind : List.of(Kind.GRADIENT_DESCENT, Kind.NORMALIZATION, Kind.DIAGONAL, Kind.SQUARED_NORM)) {
            families.add(Family.drawn(
                    ID + "/" + kind.label(),
                    "homogeneous",
                    in -> Problems.draw(
                            in, new Problems.Size(1, 6, 1, 1, 12), kind, Problems::any, List.of(Loss.values()))));
        }
        return new Setting<>(
                ID,
                "Wₜ₊₁ = Wₜ − ηₜ ∇K(Gₜ) for one sample and one output, with any steps, judged at every step",
                Problem.class,
                Optimizer.class,
                families,
                List.of(Problems.hypothesis(
                        ID,
                        "homogeneous",
                        problem -> problem.preconditioner().homogeneous() && problem.samples() * problem.outputs() == 1
                                ? 0
                                : -1,
                        BiasSetting.clipped(0.2))),
                DualSpaceDescent::new,
                referee,
                referee.exact());
    }

    private static EachStep.Meter<Oblique> meter(Problem problem) {
        DMatrixRMaj sample = new DMatrixRMaj(problem.dimension(), 1);
        System.arraycopy(problem.design()[0], 0, sample.data, 0, sample.data.length);
        double[] line = problem.preconditioner().gradient(sample).data;
        double along = Vectors.dot(problem.design()[0], line);
        double norm = Vectors.norm(line) / along;
        double error = Rounding.gamma(problem.dimension() + 4.0)
                + 2 * problem.preconditioner().roundings(sample) * Rounding.UNIT;
        return Oblique.meter(
                problem,
                new Oblique.RightInverse(
                        change -> DMatrixRMaj.wrap(line.length, 1, Vectors.scaled(change.data[0] / along, line)),
                        norm,
                        error * norm * Matrices.norm(sample)),
                1);
    }

    private static Map<String, Enclosure> enclosed(Problem problem, Step step) {
        Enclosure[] sample = Enclosures.of(problem.design()[0]);
        Enclosure[][] column = new Enclosure[sample.length][];
        for (int i = 0; i < column.length; i++) {
            column[i] = new Enclosure[] {sample[i]};
        }
        Enclosure[][] line = problem.preconditioner().exactGradient(column);
        Enclosure along = Enclosure.ZERO;
        for (int i = 0; i < line.length; i++) {
            along = along.plus(sample[i].times(line[i][0]));
        }
        Enclosure inverse = Enclosure.ONE.over(along);
        return Oblique.enclosed(
                problem,
                step,
                change -> {
                    Enclosure[][] way = new Enclosure[line.length][1];
                    for (int i = 0; i < way.length; i++) {
                        way[i][0] = line[i][0].times(change[0][0]).times(inverse);
                    }
                    return way;
                },
                Enclosure.ONE);
    }
}
