package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.meanfield.limit.Equations.Term.CROSS;
import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;
import static org.theoremcheck.meanfield.limit.Equations.Term.OUTPUT_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;
import static org.theoremcheck.meanfield.limit.Equations.Term.RESPONSE_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.WEIGHT_NOISE;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Test;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;

/**
 * Moments of simulations are those of the mean-field equations.
 *
 * <p><b>Setting.</b> {@link Model}: linear regression at τ = 1 (d = 128, 200 runs, against the exact solution), logistic and tanh regression at τ = 1, and a committee of two tanh units and two teachers at τ = ½; δ = 2,
 * t ≤ 4 (the committee: 2), Δt = 0.1; tanh regression, and most wrong equations, in steps of 0.2: no claim depends on the step.
 *
 * <p><b>Algorithm.</b> {@link StochasticGradientFlow} in 64 independent runs of d = 16384 (the committee: 48 of d = 4096) against the mean
 * of 192 solutions (the committee: 96) of {@link Equations#TRUE}.
 *
 * <p><b>Claim.</b> As n, d → ∞ the covariances E θ_k θ_kᵀ and overlaps E θ_k θ*ᵀ over the coordinates, and the mean training error, converge to those of
 * the equations. At equal steps there is no error of discretization: the causal equations in discrete time are the limit of the Euler-Maruyama scheme.
 *
 * <p><b>Constant.</b> None; each term of the equations has the coefficient 1, and each is needed.
 *
 * <p><b>Hypotheses.</b> Independent centred entries of X with variance 1/d and light tails; see {@code universality} for other laws.
 *
 * <p><b>Test.</b> At k = 5, 10, 20, 40 (of 20 steps: 2, 5, 10, 20) each observable A is compared by Welch's test, Bonferroni over all of them, after taking off |A|/d: finite-size
 * bias is of order 1/d, and at most ½|A|/d where it is known exactly (linear loss, d = 64). The runs' kurtosis is 3.0 ± 0.2 (Gaussian), so that
 * t is safe. A tenth of the share is spent on a test that needs no law at all: for each observable, how many runs lie above the prediction (64 runs:
 * rejected from 57 or 58 on). {@code mvn -Prepetitions verify} repeats a small experiment 10,000 times.
 *
 * <p><b>Tightness.</b> An equality in the limit.
 *
 * <p><b>References.</b> Celentano, Cheng, Montanari 2021; Fan and Wang 2026 for the Poisson limit of SGD.
 */
final class Agreement {

    static final Source SOURCE = new Source(
            List.of("arXiv:2602.06320"),
            "Theorem 2: finite-time marginals of stochastic gradient flow converge to the mean-field law. Existence and uniqueness of the solution (Theorem 1) "
                    + "cannot be tested as such; that the causal scheme is well defined and of order Δt is",
            "",
            List.of(
                    "Celentano, Cheng, Montanari: The high-dimensional asymptotics of first order methods with random data. arXiv 2112.07572",
                    "Fan, Wang: Dynamical mean-field analysis of stochastic gradient descent. arXiv 2601.21093",
                    "Lu: Householder Dice: a matrix-free algorithm for simulating dynamics on Gaussian and random orthogonal ensembles. arXiv 2101.07464"));

    private static final Source REPEATED = SOURCE.at(SOURCE.place()
            + ". The same test rejects the right equations 36 times in 10,000 small experiments at a share of 1 % (161 would be too many), which shows that "
            + "the errors are not understated; of chances of 10⁻⁸, at which the claims reject, it says nothing");

    static final Theorem<Experiment, Flow, Ensemble> LINEAR = Theorem.theorem(
                    "dmft-agreement-linear",
                    "Moments of the flow are those of the mean-field equations, linear loss",
                    SOURCE,
                    setting("moments of the flow, linear loss", Experiments.of("linear", Experiments.LINEAR, 128, 200)),
                    test(UnaryOperator.identity(), Equations.TRUE, 2),
                    Tightness.NONE)
            .control("mf-runs-linear-no-cross", "no cross term in E gg'", against(Equations.TRUE.with(CROSS, 0)))
            .control("mf-runs-linear-hotter", "runs at one and a half times τ", subject(Slips.HOTTER));

    static final Theorem<Experiment, Flow, Ensemble> LOGISTIC =
            moments("logistic", Large.LOGISTIC, Large.COARSE_LOGISTIC);
    static final Theorem<Experiment, Flow, Ensemble> TANH = moments("tanh", Large.TANH, Large.TANH)
            .control(
                    "mf-tanh-poisson",
                    "Poisson weights, which are those of SGD",
                    on(Large.TANH),
                    against(model -> model.sampled(Sampling.POISSON), Equations.TRUE, Solves.FEW))
            .control(
                    "mf-tanh-plain-response",
                    "ξ dropped in R_ℓ (labels with noise 1)",
                    on(Experiments.of("noisy-tanh", Experiments.NOISY_TANH, 8192, 64)),
                    against(UnaryOperator.identity(), Equations.TRUE.with(RESPONSE_NOISE, 0), Solves.MANY));

    static final Theorem<Experiment, Flow, Ensemble> COMMITTEE = Theorem.theorem(
                    "dmft-agreement-committee",
                    "Moments of a committee's flow are those of the mean-field equations",
                    SOURCE,
                    setting("moments of a committee", Experiments.of("committee", Experiments.COMMITTEE, 4096, 48)),
                    test(UnaryOperator.identity(), Equations.TRUE, Solves.SOME),
                    Tightness.NONE)
            .control(
                    "mf-committee-hotter-runs",
                    "runs at one and a half times τ",
                    on(Experiments.of("committee-hotter", Experiments.COMMITTEE, 2048, 24)),
                    subject(Slips.HOTTER),
                    against(Equations.TRUE))
            .control("mf-committee-no-memory", "no R_ℓ", against(Equations.TRUE.with(MEMORY, 0)))
            .control("mf-committee-no-cross", "no cross term in E gg'", against(Equations.TRUE.with(CROSS, 0)))
            .control("mf-committee-no-reaction", "no Onsager term", against(Equations.TRUE.with(REACTION, 0)));

    private Agreement() {}

    /** The large experiments, which several theorems look at. */
    static final class Large {

        static final Family<Experiment> LOGISTIC = Experiments.of("logistic", Experiments.LOGISTIC, 16384, 64);

        /** The same in steps twice as long, at a quarter of the cost. */
        static final Family<Experiment> COARSE_LOGISTIC =
                Experiments.of("coarse-logistic", Experiments.COARSE_LOGISTIC, 16384, 64);

        /** In such steps too. */
        static final Family<Experiment> TANH = Experiments.of("tanh", Experiments.COARSE_TANH, 16384, 64);

        private Large() {}
    }

    private static Theorem<Experiment, Flow, Ensemble> moments(
            String loss, Family<Experiment> family, Family<Experiment> coarse) {
        String prefix = "mf-" + loss + "-";
        return Theorem.theorem(
                        "dmft-agreement-" + loss,
                        "Moments of the flow are those of the mean-field equations, " + loss + " loss",
                        REPEATED,
                        setting("moments of the flow, " + loss + " loss", family),
                        test(UnaryOperator.identity(), Equations.TRUE, Solves.MANY),
                        Tightness.NONE)
                .control(prefix + "no-memory", "no R_ℓ", on(coarse), against(Equations.TRUE.with(MEMORY, 0)))
                .control(
                        prefix + "no-cross",
                        "no cross term in E gg'",
                        on(coarse),
                        against(Equations.TRUE.with(CROSS, 0)))
                .control(
                        prefix + "no-weight-noise",
                        "no noise in u",
                        on(coarse),
                        against(Equations.TRUE.with(WEIGHT_NOISE, 0)))
                .control(
                        prefix + "no-output-noise",
                        "no noise in r",
                        on(coarse),
                        against(Equations.TRUE.with(OUTPUT_NOISE, 0)))
                .control(
                        prefix + "no-reaction",
                        "no Onsager term",
                        on(coarse),
                        against(Equations.TRUE.with(REACTION, 0)))
                .control(prefix + "no-curvature", "no Γ", on(coarse), against(Equations.TRUE.with(CURVATURE, 0)))
                .control(prefix + "negated-curvature", "−Γ", on(coarse), against(Equations.TRUE.with(CURVATURE, -1)))
                .control(
                        prefix + "more-samples",
                        "δ 10 % too large",
                        on(coarse),
                        against(model -> model.with(1.1 * model.ratio()), Equations.TRUE, Solves.MOST))
                .control(
                        prefix + "hotter-runs",
                        "runs at one and a half times τ",
                        on(Experiments.of(loss + "-hotter", coarse.draw(0, 0).model(), 2048, 24)),
                        subject(Slips.HOTTER),
                        against(Equations.TRUE))
                .control(
                        prefix + "hotter",
                        "τ 20 % too high",
                        on(coarse),
                        against(model -> model.at(1.2 * model.temperature()), Equations.TRUE, Solves.FEW));
    }

    /** Runs of an experiment with a design that is drawn as it is needed. */
    static Setting<Experiment, Flow, Ensemble> setting(String id, Family<Experiment> family) {
        return new Setting<>(
                id,
                "Independent runs of stochastic gradient flow, n = δd samples in d dimensions, against solutions of its mean-field equations at the same Δt",
                Experiment.class,
                Flow.class,
                List.of(family),
                List.of(),
                StochasticGradientFlow::lazy,
                Ensemble::play,
                Optional.empty());
    }

    /** The same claim about wrong equations. */
    private static Alteration<Experiment, Flow, Ensemble> against(Equations equations) {
        return against(UnaryOperator.identity(), equations, Solves.FEW);
    }

    /** The same claim about the equations of another model. */
    static Alteration<Experiment, Flow, Ensemble> against(UnaryOperator<Model> model, Equations equations, int solves) {
        return claim -> claim.saying(test(model, equations, solves));
    }

    /** The runs have the moments that the equations predict. */
    static Test<Ensemble> test(UnaryOperator<Model> model, Equations equations, int solves) {
        return Shares.test(
                "largest score of C, Q and training error over 4 times, by Welch's test or the sign test, against "
                        + equations.text(),
                ensemble -> {
                    Sample predicted =
                            ensemble.predicted(model.apply(ensemble.model()), equations, solves, Observables::of);
                    double allowance = 1.0 / ensemble.experiment().dimension();
                    return Math.max(
                            ensemble.simulated().score(predicted, allowance),
                            Shares.ofSigns(ensemble.runs(), predicted.mean()));
                });
    }
}
