package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Criterion;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.limit.CausalScheme;
import org.theoremcheck.meanfield.limit.Solver;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.StartLaw;

/**
 * What the mean-field equations are like, whatever they say.
 *
 * <p><b>Setting.</b> {@link Model} with small committees, logistic and linear losses.
 *
 * <p><b>Algorithm.</b> {@link CausalScheme}.
 *
 * <p><b>Claim.</b>
 * <ul>
 *   <li>{@code causality}: covariances and responses up to a step do not depend on how many steps follow, to the last bit; so the scheme is well
 *       defined, needs no fixed point, and can be continued;
 *   <li>{@code unit-permutation}: exchanging the units of a committee exchanges rows and columns of its covariance.
 * </ul>
 * Theorem 1, existence and uniqueness in continuous time, cannot be tested as such; for nonlinear losses at τ &gt; 0 it is local, and global existence
 * is open.
 *
 * <p><b>Constant.</b> None.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Test.</b> Causality is bitwise. Permutation: Welch's test between 32 solutions of either order, Bonferroni over C₁₁, C₁₂ and C₂₂ at two times.
 *
 * <p><b>Tightness.</b> Equalities.
 *
 * <p><b>References.</b> Celentano, Cheng, Montanari 2021.
 */
final class Structure {

    private static final int SAMPLES = 256;
    private static final int MORE_SAMPLES = 1250;
    private static final int SOLUTIONS = 32;

    static final Theorem<Model, Solver, Double> CAUSALITY = Theorem.theorem(
                    "causality",
                    "The solution up to a step does not depend on what follows",
                    Agreement.SOURCE.at("Derived: the equations are causal"),
                    causality(),
                    new Criterion<>("covariances and responses of K and of K + 2 steps agree bitwise", agree -> agree),
                    Tightness.NONE)
            .control(
                    "mf-causality-seed",
                    "samples that depend on the number of steps",
                    subject(model -> new CausalScheme(model, SAMPLES, model.steps())))
            .control(
                    "mf-causality-denied",
                    "what follows always matters",
                    claim -> claim.saying(new Criterion<>(
                            "covariances and responses of K and of K + 2 steps differ", agree -> -0.5 - agree)))
            .control(
                    "mf-causality-step",
                    "a step that is a share of the whole time",
                    subject(model ->
                            new CausalScheme(model.in(model.step() * 4 / model.steps(), model.steps()), SAMPLES, 0)));

    static final Theorem<Model, Solver, Exchange> PERMUTATION = Theorem.theorem(
                    "unit-permutation",
                    "Exchanging the units of a committee exchanges rows and columns",
                    Agreement.SOURCE.at("Derived: symmetry of the loss under permutations of the units"),
                    permutation(),
                    Shares.test("largest Welch score of C₁₁, C₁₂, C₂₂ at two times", Exchange::score),
                    Tightness.NONE)
            .control(
                    "mf-permutation-none",
                    "the units may be exchanged without exchanging rows and columns",
                    claim -> claim.saying(Shares.test(
                            "largest Welch score of C₁₁, C₁₂, C₂₂ against C₂₂, C₁₂, C₁₁ at two times",
                            Exchange::unexchangedScore)))
            .control(
                    "mf-permutation-order",
                    "solutions that forget the order of the units",
                    subject(model -> committee(model.with(ordered((Loss.Committee) model.loss())))));

    /** Means in one order of the units, and in the other, exchanged back. */
    record Exchange(Sample plain, Sample exchanged) {

        double score() {
            return plain.score(exchanged, 0);
        }

        double unexchangedScore() {
            return plain.score(
                    new Sample(swapped(exchanged.mean()), swapped(exchanged.variance()), exchanged.degrees()), 0);
        }

        private static double[] swapped(double[] c) {
            return new double[] {c[2], c[1], c[0], c[5], c[4], c[3]};
        }
    }

    private Structure() {}

    private static Setting<Model, Solver, Double> causality() {
        return new Setting<>(
                "causal scheme",
                "A solution of the mean-field equations by Monte Carlo, with K steps and with K + 2",
                Model.class,
                Solver.class,
                List.of(new Family<>("causality/small", "small", 300, Structure::draw)),
                List.of(),
                model -> new CausalScheme(model, SAMPLES, 1),
                (model, subject) -> {
                    int steps = model.steps();
                    Solver brief = subject.begin(model);
                    double[] covariance = brief.covariance(0, steps);
                    double[] response = brief.response(0, steps);
                    Solver longer = subject.begin(model.in(model.step(), steps + 2));
                    boolean equal = Arrays.equals(covariance, longer.covariance(0, steps))
                            && Arrays.equals(response, longer.response(0, steps));
                    return equal ? 0.0 : -1.0;
                },
                Optional.empty());
    }

    private static Model draw(Draw in) {
        Loss loss = in.oneOf(
                "loss",
                List.of(
                        new Loss.Logistic(),
                        new Loss.Linear(0.5),
                        Loss.tanh(0.3),
                        new Loss.Committee(new double[] {1, -0.6}, new double[] {1, 0.5, 0.2}, 0.3)));
        return Model.of(
                        loss,
                        in.logUniform("ratio", 0.5, 4),
                        in.uniform("temperature", 0, 1),
                        in.uniform("step", 0.05, 0.2),
                        in.integer("steps", 1, 5))
                .from(new StartLaw.Gaussian(in.uniform("start", 0, 1)), in.uniform("ridge", 0, 0.5));
    }

    private static Setting<Model, Solver, Exchange> permutation() {
        return new Setting<>(
                "committees with their units in either order",
                "Solutions of the mean-field equations of a committee and of the same with its units exchanged",
                Model.class,
                Solver.class,
                List.of(Family.of("unit-permutation/committee", "committee", Experiments.COMMITTEE)),
                List.of(),
                Structure::committee,
                (model, subject) -> {
                    Model other = model.with(exchanged((Loss.Committee) model.loss()));
                    return new Exchange(
                            covariances(model, subject.begin(model), 0), covariances(other, subject.begin(other), 1));
                },
                Optional.empty());
    }

    /** Solutions with samples of their own for either order. */
    private static Solver committee(Model model) {
        double first = ((Loss.Committee) model.loss()).weights()[0];
        return new CausalScheme(model, MORE_SAMPLES, Double.doubleToLongBits(first));
    }

    /** C₁₁, C₁₂, C₂₂ at half the time and at its end, with the first unit the one given. */
    private static Sample covariances(Model model, Solver solver, int first) {
        List<double[]> solutions = new ArrayList<>();
        int last = model.steps();
        int size = 2 * (last + 1);
        for (int s = 0; s < SOLUTIONS; s++) {
            double[] all = Misplay.unlessVector(solver.covariance(s, last), size * size, "the covariance");
            double[] values = new double[6];
            for (int t = 0; t < 2; t++) {
                int at = 2 * (t == 0 ? last / 2 : last);
                int one = at + first;
                int two = at + 1 - first;
                values[3 * t] = all[one * size + one];
                values[3 * t + 1] = all[one * size + two];
                values[3 * t + 2] = all[two * size + two];
            }
            solutions.add(values);
        }
        return Sample.of(solutions);
    }

    private static Loss.Committee exchanged(Loss.Committee loss) {
        return new Loss.Committee(new double[] {loss.weights()[1], loss.weights()[0]}, loss.teacher(), loss.noise());
    }

    private static Loss.Committee ordered(Loss.Committee loss) {
        return loss.weights()[0] >= loss.weights()[1] ? loss : exchanged(loss);
    }
}
