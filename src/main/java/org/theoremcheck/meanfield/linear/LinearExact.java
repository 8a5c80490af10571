package org.theoremcheck.meanfield.linear;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Compare.compare;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.meanfield.limit.Equations.Term.CROSS;
import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.FORCE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;
import static org.theoremcheck.meanfield.limit.Equations.Term.OUTPUT_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;
import static org.theoremcheck.meanfield.limit.Equations.Term.WEIGHT_NOISE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;

/**
 * Two roads to the limit of the linear loss.
 *
 * <p><b>Setting.</b> {@link Model} with the linear loss: labels y = Xθ* + σz, a start of any variance, in steps of Δt.
 *
 * <p><b>Algorithm.</b> The mean-field equations, {@link Equations#TRUE}, solved forward by {@link MeanField#linear}.
 *
 * <p><b>Claim.</b> E(θ_k − θ*)² and the mean squared residual of the samples are those of the Volterra equation over the Marchenko-Pastur law, {@link
 * Volterra}, at every step k.
 *
 * <p><b>Constant.</b> None: every coefficient of the equations is 1, and each is needed. The Volterra equation comes from the eigenvalues of XᵀX
 * and knows nothing of response functions.
 *
 * <p><b>Hypotheses.</b> No ridge, for which this Volterra equation is not.
 *
 * <p><b>Rounding.</b> An entry of a solution is a sum of products in which each factor spans steps of its own, so that no product has more
 * than 2(K + 1) factors from sums of at most K + 5 terms for each of G, R, and the noise: at most 12(K + 1)(K + 6) roundings, each of which is
 * relative to the solution with every minus turned into a plus. That is the solution of the equations with coefficients −1 before Γ, R_ℓ and the Onsager
 * term. The Volterra equation, of nonnegative terms but for those of σ, is within the same bound.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Celentano, Cheng, Montanari 2021; Paquette, Lee, Pedregosa, Paquette 2021.
 */
final class LinearExact {

    static final Source SOURCE = new Source(
            List.of("arXiv:2602.06320"),
            "Mean-field equations of stochastic gradient flow, (4) of the poster; in discrete time, with the linear loss",
            "",
            List.of(
                    "Celentano, Cheng, Montanari: The high-dimensional asymptotics of first order methods with random data. arXiv 2112.07572",
                    "Paquette, Lee, Pedregosa, Paquette: SGD in the large: average-case analysis, asymptotics, and stepsize criticality. COLT 2021"));

    /**
     * The step and the quantity in which the two differ most, relative to their size.
     *
     * @param solved by the equations
     * @param exact by the Volterra equation
     * @param rounding bound on the error of their difference
     */
    record Gap(double solved, double exact, double rounding) {}

    private static final String ID = "dmft-linear-exact";

    static final Theorem<Model, LinearCurves, Gap> THEOREM = theorem();

    private LinearExact() {}

    private static Theorem<Model, LinearCurves, Gap> theorem() {
        Setting<Model, LinearCurves, Gap> setting = new Setting<>(
                "mean-field equations with the linear loss",
                "Stochastic gradient flow on labels of a linear teacher, in the limit n/d → δ; the solution of its mean-field equations at all steps",
                Model.class,
                LinearCurves.class,
                List.of(
                        Family.of(
                                ID + "/golden",
                                "golden",
                                LinearModels.standard(0.1, 15),
                                LinearModels.standard(0.1, 15).with(3),
                                LinearModels.standard(0.1, 15).with(1),
                                LinearModels.standard(0.1, 8).with(0.5)),
                        LinearModels.brief(ID)),
                List.of(LinearModels.withoutRidge(ID)),
                Recursion::new,
                LinearExact::play,
                Optional.of(LinearExact::exactly));
        return Theorem.theorem(
                        ID,
                        "The mean-field equations of the linear loss have the spectral solution",
                        SOURCE,
                        setting,
                        compare(term("solved", "E(·)² by the equations", Gap::solved))
                                .equalTo(term("volterra", "E(·)² by the spectrum", Gap::exact))
                                .within(
                                        1e-6,
                                        "roundings of both recursions, relative to the solution with every minus turned into a plus",
                                        Gap::rounding,
                                        gap -> Math.abs(gap.exact())),
                        Tightness.NONE)
                .control("mf-linear-off", "off by 0.1 %", scale("volterra", 0.999))
                .control("mf-linear-ridge", "with a ridge", without("no ridge"))
                .control("mf-linear-no-cross", "no cross term in E gg'", wrong((e, model) -> e.with(CROSS, 0)))
                .control("mf-linear-no-weight-noise", "no noise in u", wrong((e, model) -> e.with(WEIGHT_NOISE, 0)))
                .control("mf-linear-no-memory", "no R_ℓ", wrong((e, model) -> e.with(MEMORY, 0)))
                .control("mf-linear-negated-memory", "−R_ℓ", wrong((e, model) -> e.with(MEMORY, -1)))
                .control("mf-linear-small-memory", "R_ℓ/δ", wrong((e, model) -> e.with(MEMORY, 1 / model.ratio())))
                .control("mf-linear-small-curvature", "Γ/δ", wrong((e, model) -> e.with(CURVATURE, 1 / model.ratio())))
                .control("mf-linear-no-curvature", "no Γ", wrong((e, model) -> e.with(CURVATURE, 0)))
                .control("mf-linear-negated-curvature", "−Γ", wrong((e, model) -> e.with(CURVATURE, -1)))
                .control(
                        "mf-linear-large-force",
                        "Cov u not divided by δ",
                        wrong((e, model) -> e.with(FORCE, model.ratio())))
                .control(
                        "mf-linear-small-force",
                        "Cov u divided by δ²",
                        wrong((e, model) -> e.with(FORCE, 1 / model.ratio())))
                .control(
                        "mf-linear-large-reaction",
                        "Onsager term without 1/δ",
                        wrong((e, model) -> e.with(REACTION, model.ratio())))
                .control(
                        "mf-linear-negated-reaction",
                        "Onsager term with a plus",
                        wrong((e, model) -> e.with(REACTION, -1)))
                .control("mf-linear-no-reaction", "no Onsager term", wrong((e, model) -> e.with(REACTION, 0)))
                .control("mf-linear-no-output-noise", "no noise in r", wrong((e, model) -> e.with(OUTPUT_NOISE, 0)))
                .control(
                        "mf-linear-noise-scale",
                        "√(τ/δ) in place of √(τδ)",
                        subject(model ->
                                new Recursion(model.at(model.temperature() / (model.ratio() * model.ratio())))));
    }

    private static Alteration<Model, LinearCurves, Gap> wrong(BiFunction<Equations, Model, Equations> slip) {
        return subject(model -> new Recursion(model, slip.apply(Equations.TRUE, model)));
    }

    private static Gap play(Model model, Subject<Model, LinearCurves> subject) {
        Answers answers = Answers.of(model, subject);
        Volterra exact = Volterra.of(model);
        Spot spot = Spot.worst(answers, exact);
        Recursion majorant = new Recursion(
                model, Equations.TRUE.with(CURVATURE, -1).with(MEMORY, -1).with(REACTION, -1));
        double size = spot.ofError()
                ? majorant.solution().trainingError()[spot.step()]
                : majorant.solution().covariance(spot.step(), spot.step())
                        + 2 * Math.abs(majorant.solution().overlap(spot.step(), 0, 0))
                        + model.signal();
        double roundings = 12.0 * (model.steps() + 1) * (model.steps() + 6);
        return new Gap(spot.in(answers), spot.in(exact), 2 * Rounding.gamma(roundings) * size);
    }

    private static Map<String, Enclosure> exactly(Model model, Subject<Model, LinearCurves> subject) {
        Answers answers = Answers.of(model, subject);
        Spot spot = Spot.worst(answers, Volterra.of(model));
        ExactVolterra exact = ExactVolterra.of(model);
        return Map.of(
                "solved",
                Enclosure.of(spot.in(answers)),
                "volterra",
                (spot.ofError() ? exact.error() : exact.distance())[spot.step()]);
    }

    /** What the subject says. */
    private record Answers(double[] distances, double[] errors) {

        static Answers of(Model model, Subject<Model, LinearCurves> subject) {
            LinearCurves curves = subject.begin(model);
            int steps = model.steps() + 1;
            return new Answers(
                    Misplay.unlessVector(curves.distances(), steps, "the distances"),
                    Misplay.unlessVector(curves.trainingErrors(), steps, "the training errors"));
        }
    }

    /** A step and one of the two quantities. */
    private record Spot(int step, boolean ofError) {

        static Spot worst(Answers answers, Volterra exact) {
            Spot worst = new Spot(0, false);
            double largest = -1;
            for (int k = 0; k < exact.error().length; k++) {
                for (boolean ofError : new boolean[] {false, true}) {
                    Spot spot = new Spot(k, ofError);
                    double gap = Math.abs(spot.in(answers) - spot.in(exact)) / spot.in(exact);
                    if (gap > largest) {
                        largest = gap;
                        worst = spot;
                    }
                }
            }
            return worst;
        }

        double in(Answers answers) {
            return (ofError ? answers.errors() : answers.distances())[step];
        }

        double in(Volterra exact) {
            return (ofError ? exact.error() : exact.distance())[step];
        }
    }
}
