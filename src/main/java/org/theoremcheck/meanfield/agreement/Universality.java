package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.EntryLaw;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.model.Model;

/**
 * The law of the entries does not matter.
 *
 * <p><b>Setting.</b> Logistic regression at τ = 1 and tanh regression at τ = ½, with entries of X that are signs, uniform, or sparse signs, of which a
 * tenth is not 0; d = 512, n = 1024.
 *
 * <p><b>Algorithm.</b> {@link StochasticGradientFlow} with a dense X, 32 independent runs, against 64 with Gaussian entries, which cost less: that X is drawn as it
 * is needed.
 *
 * <p><b>Claim.</b> Independent, centred entries of variance 1/d and light tails have one limit, that of {@code dmft-agreement-logistic}: the moments
 * are those of Gaussian entries.
 *
 * <p><b>Constant.</b> None.
 *
 * <p><b>Hypotheses.</b> Independence within rows, and a variance. (With Student's t of 2.5 or 3 degrees of freedom, finite variances both, the limit
 * may hold and convergence is slow: they are no controls. Nor is a small mean of the entries, an effect of order d^(−½).)
 *
 * <p><b>Test.</b> Welch's, of the same observables as in {@code dmft-agreement-logistic}; 2|A|/d is taken off for the bias of both sides.
 *
 * <p><b>Tightness.</b> An equality in the limit.
 *
 * <p><b>References.</b> Fan, Ko, Loureiro, Lu, Shen 2025 (arXiv 2504.15556).
 */
final class Universality {

    private static final Model LOGISTIC = Experiments.COARSE_LOGISTIC;
    private static final Model TANH = Experiments.COARSE_TANH.at(0.5);

    /** Gaussian runs for each of the others. */
    private static final int MORE = 2;

    /**
     * Both sorts of runs.
     *
     * @param observed with the entries of the experiment
     * @param gaussian with Gaussian entries
     * @param dimension d
     */
    record Pair(Sample observed, Sample gaussian, int dimension) {

        double score() {
            return observed.score(gaussian, 2.0 / dimension);
        }
    }

    static final Theorem<Experiment, Flow, Pair> THEOREM = Theorem.theorem(
                    "universality",
                    "Designs with independent light-tailed entries have one mean-field limit",
                    Agreement.SOURCE,
                    setting(families(32, EntryLaw.RADEMACHER, EntryLaw.UNIFORM, EntryLaw.SPARSE)),
                    Shares.test("largest Welch score of C, Q and training error over 4 times", Pair::score),
                    Tightness.NONE)
            .control(
                    "mf-entries-student",
                    "entries without a variance: Student's t, 1.5 degrees of freedom",
                    on(families(16, EntryLaw.STUDENT)))
            .control(
                    "mf-entries-hotter",
                    "runs at twice the temperature, but for Gaussian entries",
                    on(families(32, EntryLaw.UNIFORM)),
                    subject(experiment -> begin(
                            experiment.entries() == EntryLaw.GAUSSIAN
                                    ? experiment
                                    : experiment.with(experiment
                                            .model()
                                            .at(2 * experiment.model().temperature())))))
            .control("mf-entries-cauchy", "entries without a mean: Cauchy", on(families(12, EntryLaw.CAUCHY)))
            .control(
                    "mf-entries-row-scaled",
                    "rows that are scaled, each by a factor of its own",
                    on(families(12, EntryLaw.ROW_SCALED)));

    private Universality() {}

    /** Both models with each of the laws, in so many runs of each sort. */
    private static List<Family<Experiment>> families(int runs, EntryLaw... laws) {
        List<Family<Experiment>> families = new ArrayList<>();
        for (EntryLaw law : laws) {
            families.add(Experiments.of("logistic-" + law.label(), LOGISTIC, law, 512, runs));
            families.add(Experiments.of("tanh-" + law.label(), TANH, law, 512, runs));
        }
        return families;
    }

    private static Setting<Experiment, Flow, Pair> setting(List<Family<Experiment>> families) {
        return new Setting<>(
                "designs of other laws",
                "Independent runs of stochastic gradient flow with a dense design, against runs with a Gaussian one",
                Experiment.class,
                Flow.class,
                families,
                List.of(),
                Universality::begin,
                Universality::play,
                Optional.empty());
    }

    private static Flow begin(Experiment run) {
        return run.entries() == EntryLaw.GAUSSIAN
                ? StochasticGradientFlow.lazy(run)
                : StochasticGradientFlow.dense(run);
    }

    private static Pair play(Experiment experiment, Subject<Experiment, Flow> subject) {
        Experiment gaussian = new Experiment(
                experiment.model(),
                EntryLaw.GAUSSIAN,
                experiment.dimension(),
                MORE * experiment.runs(),
                experiment.seed() + 1);
        return new Pair(
                Ensemble.play(experiment, subject).simulated(),
                Ensemble.play(gaussian, subject).simulated(),
                experiment.dimension());
    }
}
