package org.theoremcheck.meanfield.linear;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Compare.compare;
import static org.theoremcheck.claim.Term.term;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;
import org.theoremcheck.meanfield.model.StartLaw;
import org.theoremcheck.numeric.Rounding;

/**
 * The temperature up to which the linear loss is stable.
 *
 * <p><b>Setting.</b> {@link Model} with the linear loss, at a step Δt &lt; 2δ/λ₊.
 *
 * <p><b>Algorithm.</b> The mean-field equations.
 *
 * <p><b>Claim.</b> For τ &lt; τ_max(Δt) = δ/∫ λ/(2 − λΔt/δ) dμ the training error stays bounded:
 * <pre>
 *   P_k  ≤  max_{j≤k} P°_j / (1 − τ/τ_max(Δt))        for all k, P° that of gradient descent (τ = 0).
 * </pre>
 *
 * <p><b>Constant.</b> τ/τ_max(Δt) is the sum of the kernel of the Volterra equation for P, whose terms are not negative. As Δt → 0 τ_max → 2: a
 * simulation in steps diverges earlier than the flow.
 *
 * <p><b>Hypotheses.</b> τ &lt; τ_max(Δt).
 *
 * <p><b>Rounding.</b> 10⁻⁹ of P: what the majorant of {@code dmft-linear-exact} gives for its runs, and in longer ones the steps contract.
 *
 * <p><b>Tightness.</b> 1, approached for label noise alone and δ, k → ∞, where P° does not fall.
 *
 * <p><b>References.</b> Paquette, Lee, Pedregosa, Paquette 2021.
 */
final class MeanSquareStability {

    private static final String ID = "mean-square-stability";

    /**
     * A run.
     *
     * @param largest max P_k
     * @param largestOfDescent max P°_k
     * @param temperature τ
     * @param limit τ_max(Δt)
     */
    record Run(double largest, double largestOfDescent, double temperature, double limit) {

        double bound(double largestTemperature) {
            return largestOfDescent / Math.abs(1 - temperature / largestTemperature);
        }
    }

    static final Theorem<Model, LinearCurves, Run> THEOREM = Theorem.theorem(
                    ID,
                    "The linear loss is stable in mean square up to τ_max(Δt)",
                    LinearExact.SOURCE.at("Derived: norm of the Volterra kernel in discrete time"),
                    setting(),
                    compare(term("error", "max P_k", Run::largest))
                            .atMost(term("bound", "max P°_k/(1 − τ/τ_max(Δt))", run -> run.bound(run.limit())))
                            .within(
                                    1e-6,
                                    "10⁻⁹ of P, as in dmft-linear-exact",
                                    run -> 1e-9 * run.largest(),
                                    run -> run.bound(run.limit())),
                    new Tightness(1, "approached: σ = 1, no signal, δ and k large"))
            .control(
                    "mf-stability-of-the-flow",
                    "τ_max = 2, that of continuous time",
                    swap("bound", new Term<>("bound", "max P°_k/(1 − τ/2)", 1, run -> run.bound(2))))
            .control("mf-stability-too-hot", "τ above τ_max(Δt)", without("stable temperature"))
            .control(
                    "mf-stability-hotter-subject",
                    "a solver at twice the temperature",
                    subject(model -> new Recursion(model.at(2 * model.temperature()))));

    private MeanSquareStability() {}

    private static Setting<Model, LinearCurves, Run> setting() {
        Family<Model> drawn = Family.drawn(ID + "/drawn", "linear", MeanSquareStability::draw);
        Family<Model> attained = Family.of(
                ID + "/attained",
                "attained",
                noiseOnly(200, 0.5, 1.2, 60),
                noiseOnly(50, 1, 0.6, 40),
                noiseOnly(20, 0.5, 0.7, 40));
        Hypothesis<Model> stable = new Hypothesis<>(
                "stable temperature",
                model -> 1 - model.temperature() / limit(model) - Rounding.UNIT,
                Family.of(ID + "/too-hot", "too hot", noiseOnly(2, 0.5, 4, 10)));
        return new Setting<>(
                "linear loss near its largest temperature",
                "The training error of stochastic gradient flow with the linear loss, in the limit n/d → δ",
                Model.class,
                LinearCurves.class,
                List.of(attained, drawn),
                List.of(stable),
                Recursion::new,
                MeanSquareStability::play,
                Optional.empty());
    }

    private static Model noiseOnly(double ratio, double step, double temperature, int steps) {
        return new Model(
                new Loss.Linear(1),
                ratio,
                temperature,
                step,
                steps,
                0,
                new StartLaw.Gaussian(0),
                0x1p-30,
                Sampling.GAUSSIAN);
    }

    private static Model draw(Draw in) {
        double ratio = in.logUniform("ratio", 0.5, 20);
        MarchenkoPastur law = new MarchenkoPastur(ratio);
        double step = in.uniform("share of the longest step", 0.05, 0.95) * 2 * ratio / law.largest();
        return new Model(
                new Loss.Linear(in.uniform("label noise", 0, 1)),
                ratio,
                in.uniform("share of the largest temperature", 0, 0.999) * law.largestTemperature(step),
                step,
                in.integer("steps", 1, 16),
                0,
                new StartLaw.Gaussian(0),
                in.logUniform("signal", 1e-6, 1),
                Sampling.GAUSSIAN);
    }

    private static double limit(Model model) {
        return new MarchenkoPastur(model.ratio()).largestTemperature(model.step());
    }

    private static Run play(Model model, Subject<Model, LinearCurves> subject) {
        double[] errors =
                Misplay.unlessVector(subject.begin(model).trainingErrors(), model.steps() + 1, "the training errors");
        double[] ofDescent = Volterra.of(model).errorOfDescent();
        return new Run(
                Arrays.stream(errors).max().orElseThrow(),
                Arrays.stream(ofDescent).max().orElseThrow(),
                model.temperature(),
                limit(model));
    }
}
