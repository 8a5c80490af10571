package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.on;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.EntryLaw;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.model.Model;

/**
 * The law of the entries does not matter.
 *
 * <p><b>Setting.</b> Logistic regression at τ = 1 and tanh regression at τ = ½, with entries of X that are signs, uniform, or sparse signs, of which a
 * tenth is not 0; d = 512, n = 1024.
 *
 * <p><b>Algorithm.</b> {@link StochasticGradientFlow} with a dense X, 64 independent runs.
 *
 * <p><b>Claim.</b> As in {@code dmft-agreement-logistic}: independent, centred entries of variance 1/d and light tails have one limit.
 *
 * <p><b>Constant.</b> None.
 *
 * <p><b>Hypotheses.</b> Independence within rows, and a variance. (With Student's t of 2.5 or 3 degrees of freedom, finite variances both, the limit
 * may hold and convergence is slow: they are no controls. Nor is a small mean of the entries, an effect of order d^(−½).)
 *
 * <p><b>Test.</b> As in {@code dmft-agreement-logistic}.
 *
 * <p><b>Tightness.</b> An equality in the limit.
 *
 * <p><b>References.</b> Fan, Ko, Loureiro, Lu, Shen 2025 (arXiv 2504.15556).
 */
final class Universality {

    private static final Model TANH = Experiments.TANH.at(0.5);

    static final Theorem<Experiment, Flow, Ensemble> THEOREM = Theorem.theorem(
                    "universality",
                    "Designs with independent light-tailed entries have one mean-field limit",
                    Agreement.SOURCE,
                    setting(
                            dense("logistic-rademacher", Experiments.LOGISTIC, EntryLaw.RADEMACHER),
                            dense("logistic-uniform", Experiments.LOGISTIC, EntryLaw.UNIFORM),
                            dense("logistic-sparse", Experiments.LOGISTIC, EntryLaw.SPARSE),
                            dense("tanh-rademacher", TANH, EntryLaw.RADEMACHER),
                            dense("tanh-uniform", TANH, EntryLaw.UNIFORM),
                            dense("tanh-sparse", TANH, EntryLaw.SPARSE)),
                    Agreement.test(UnaryOperator.identity(), Equations.TRUE, Solves.WRONG),
                    Tightness.NONE)
            .control(
                    "mf-entries-student",
                    "entries without a variance: Student's t, 1.5 degrees of freedom",
                    on(
                            dense("logistic-student", Experiments.LOGISTIC, EntryLaw.STUDENT),
                            dense("tanh-student", TANH, EntryLaw.STUDENT)))
            .control(
                    "mf-entries-cauchy",
                    "entries without a mean: Cauchy",
                    on(
                            dense("logistic-cauchy", Experiments.LOGISTIC, EntryLaw.CAUCHY),
                            dense("tanh-cauchy", TANH, EntryLaw.CAUCHY)))
            .control(
                    "mf-entries-row-scaled",
                    "rows that are scaled, each by a factor of its own",
                    on(
                            dense("logistic-row-scaled", Experiments.LOGISTIC, EntryLaw.ROW_SCALED),
                            dense("tanh-row-scaled", TANH, EntryLaw.ROW_SCALED)));

    private Universality() {}

    private static Family<Experiment> dense(String name, Model model, EntryLaw entries) {
        return Experiments.of(name, model, entries, 512, 64);
    }

    @SafeVarargs
    private static Setting<Experiment, Flow, Ensemble> setting(Family<Experiment>... families) {
        return new Setting<>(
                "designs of other laws",
                "Independent runs of stochastic gradient flow, with a dense design, against solutions of its mean-field equations",
                Experiment.class,
                Flow.class,
                List.of(families),
                List.of(),
                StochasticGradientFlow::dense,
                Ensemble::play,
                Optional.empty());
    }
}
