package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;
import static org.theoremcheck.predictable.regret.RegretSetting.DISTANCE;
import static org.theoremcheck.predictable.regret.RegretSetting.INTERVAL;
import static org.theoremcheck.predictable.regret.RegretSetting.LEADER;
import static org.theoremcheck.predictable.regret.RegretSetting.LINE;
import static org.theoremcheck.predictable.regret.RegretSetting.RANGE;
import static org.theoremcheck.predictable.regret.RegretSetting.START;
import static org.theoremcheck.predictable.regret.RegretSetting.ZERO;
import static org.theoremcheck.predictable.regret.RegretSetting.instead;

import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.geometry.PNorm;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * The regret of two-step optimistic mirror descent.
 *
 * <p><b>Setting.</b> X convex and closed, Φ λ-strongly convex on X with respect to ‖·‖ with Bregman divergence B. In round t = 0, …, N − 1
 * the learner gets a hint mₜ, plays xₜ, and learns gₜ ∈ ∂fₜ(xₜ) of a convex loss fₜ. Hints are arbitrary vectors.
 *
 * <p><b>Algorithm.</b> {@link TwoStep}: xₜ = prox of yₜ₋₁ at η mₜ, yₜ = prox of yₜ₋₁ at η gₜ.
 *
 * <p><b>Claim.</b> For every u in X,
 * <pre>
 *   Σ fₜ(xₜ) − fₜ(u)  ≤  B(u, y₀)/η + (η/2λ) Σ ‖gₜ − mₜ‖²_*
 * </pre>
 *
 * <p><b>Constant.</b> ⟨gₜ, xₜ − u⟩ = ⟨gₜ − mₜ, xₜ − yₜ⟩ + ⟨mₜ, xₜ − yₜ⟩ + ⟨gₜ, yₜ − u⟩. The three-point inequality of the prox bounds the last two
 * by (B(u, yₜ₋₁) − B(u, yₜ) − B(yₜ, xₜ) − B(xₜ, yₜ₋₁))/η, which telescopes; Young bounds the first by
 * (η/2λ)‖gₜ − mₜ‖²_* + (λ/2η)‖xₜ − yₜ‖², and strong convexity absorbs the rest. The paper's D² is taken as B(u, y₀), the smallest
 * that the proof gives.
 *
 * <p><b>Hypotheses.</b> Positive and constant step, convex losses, gradients at the played point, u in X, X convex. Not needed: that
 * hints come from the past, or that y₀ lies in X.
 *
 * <p><b>Rounding.</b> Sums by γ_{d+N+8}; the learner's own steps by their residuals in the dual norm, ‖r‖_*‖u − y‖/η a step.
 *
 * <p><b>Tightness.</b> Ratio 1: g = 1, m = 0, η = 1, u = −1 on [−1, 1]. Each term alone: g = ±v in turn with m = 0, u = y₀ reaches the
 * second on R^d, and tanh(η)/η of it for entropy; m = g for ever with u = y_N reaches 1 − 1/N of the first.
 *
 * <p><b>References.</b> Chiang et al., COLT 2012; Rakhlin and Sridharan, COLT 2013, Lemma 2; Orabona, arXiv 1912.13213, chapter 6.
 */
final class RegretTwoStep {

    static final Theorem<Game, Learner, Play> THEOREM = Theorem.theorem(
                    "regret-two-step",
                    "Regret of two-step optimistic mirror descent",
                    RegretSetting.SOURCE,
                    RegretSetting.played(
                                    "two-step games",
                                    "Online learning with hints on a convex domain; the learner is two-step optimistic mirror descent",
                                    TwoStep::new)
                            .often(5),
                    RegretSetting.bound(DISTANCE),
                    new Tightness(1, "attained by one round on [−1, 1]: g = 1, m = 0, η = 1, u = −1"))
            .control("a-nc1", "η/2 lowered to 0.49 η", scale("path", 0.98), everywhere(), witness(alternating(LINE, 1)))
            .control("lambda-too-large", "λ taken 0.1 % too large", scale("path", 1 / 1.001), everywhere())
            .control(
                    "a-nc2",
                    "1/η lowered to 0.99/η",
                    scale("distance", 0.99),
                    everywhere(),
                    witness(drift(LINE, 1, -1, 101)))
            .control(
                    "a-nc3",
                    "path length without the square",
                    instead("path", "unsquared-path", "(η/λ) Σ ‖gₜ − mₜ‖_*", Variants::unsquared),
                    everywhere(),
                    witness(alternating(LINE, 2)))
            .control(
                    "a-nc4",
                    "ℓ∞ in place of the dual norm",
                    instead("path", "supremum-path", "(η/λ) Σ ‖gₜ − mₜ‖²_∞", Variants::supremum),
                    everywhere("entropy", "entropy-ball", "log-barrier"),
                    witness(diagonal()))
            .control(
                    "a-nc5a",
                    "strong convexity ignored: λ taken as 1",
                    instead("path", "unit-modulus-path", "η Σ ‖gₜ − mₜ‖²_*", Variants::unitModulus),
                    everywhere(
                            "simplex",
                            "entropy",
                            "mahalanobis",
                            "ellipsoid",
                            "burg",
                            "log-barrier",
                            "binary-entropy",
                            "spectraplex"),
                    witness(alternating(new Euclidean(new Domain.Space(), 0.5), 1)))
            .control(
                    "a-nc5b",
                    "p-norm with λ taken as 1",
                    instead("path", "unit-modulus-path", "η Σ ‖gₜ − mₜ‖²_*", Variants::unitModulus),
                    witness(towardsCorner(new PNorm(1.2))))
            .control(
                    "a-nc7",
                    "D² as the range of Φ from a start that is not its minimizer",
                    swap("distance", RANGE),
                    everywhere(),
                    witness(line(INTERVAL, -1, 0.5, gradients(-1), hints(-1), at(1), 1)))
            .control("step-negative", "step size of the wrong sign", without("positive step"), everywhere())
            .control(
                    "a-nc10",
                    "gradient taken at y₀ instead of the point played",
                    without("gradient at the played point"),
                    everywhere())
            .control("a-nc11", "losses that are not convex", without("convex losses"), everywhere())
            .control(
                    "a-nc12",
                    "comparator outside the domain",
                    without("comparator in the domain"),
                    everywhere("euclid", "p-norm", "mahalanobis", "binary-entropy"))
            .control(
                    "a-nc13a1",
                    "the last hint is not taken back: xₜ₊₁ = prox of xₜ at η (gₜ + mₜ₊₁)",
                    subject(Slips.HintKept::new),
                    everywhere(),
                    witness(twoRounds(1, 0)))
            .control(
                    "a-nc13a2",
                    "the gradient step starts from the point played: yₜ = prox of xₜ at η gₜ",
                    subject(Slips.FromPlayed::new),
                    everywhere(),
                    witness(twoRounds(1, 0)))
            .control(
                    "a-nc13b",
                    "the hint step starts from the last point played: xₜ = prox of xₜ₋₁ at η mₜ",
                    subject(Slips.HintFromPlayed::new),
                    everywhere(),
                    witness(twoRounds(0, -1)))
            .control(
                    "a-nc13c",
                    "the hint's sign is flipped",
                    subject(Slips.FlippedHint::new),
                    everywhere(),
                    witness(line(LINE, 0, 1, gradients(-1), hints(-1), START, 1)))
            .control(
                    "a-nc14a",
                    "path length against the next round's hint",
                    instead("path", "ahead-path", "(η/λ) Σ ‖gₜ − mₜ₊₁‖²_*", Variants::ahead),
                    everywhere(),
                    witness(line(LINE, 0, 1, gradients(-1), new Predictor.OneStep(), at(1), 1)))
            .control(
                    "a-nc14b",
                    "path length without its first term",
                    instead("path", "path-without-first", "(η/λ) Σ_{t≥1} ‖gₜ − mₜ‖²_*", Variants::withoutFirst),
                    everywhere(),
                    witness(line(LINE, 0, 1, gradients(-1), ZERO, at(2), 2)))
            .control(
                    "a-nc14c",
                    "path length without its last term",
                    instead("path", "path-without-last", "(η/λ) Σ_{t<N−1} ‖gₜ − mₜ‖²_*", Variants::withoutLast),
                    everywhere(),
                    witness(line(LINE, 0, 1, gradients(-1), ZERO, at(1), 1)))
            .control(
                    "a-nc17",
                    "decreasing steps with the distance from y₀ alone",
                    without("constant step"),
                    everywhere())
            .control("a-nc18", "a domain that is not convex", without("convex domain"))
            .control(
                    "a-nc20",
                    "Euclidean path length where the dual norm of Φ is larger",
                    instead("path", "euclidean-path", "η Σ ‖gₜ − mₜ‖²₂", Variants::euclidean),
                    everywhere("simplex", "entropy", "burg", "log-barrier", "binary-entropy", "spectraplex"),
                    witness(alternating(new Euclidean(new Domain.Space(), 0.25), 1)))
            .refuted(
                    "regret-norm-diameter",
                    "D² read as the squared diameter of X in the norm",
                    Source.literally(
                            "Regret ≤ D²/η + (η/2) P with D the diameter of X in the norm of strong convexity",
                            "regret-two-step"),
                    instead("distance", "diameter", "diam(X)²/η", Variants::diameter),
                    on(Games.towardsVertex()));

    private RegretTwoStep() {}

    /** g = ±size in turn for two rounds, m = 0, u = y₀ = 0, η = 1. */
    private static Game alternating(Geometry geometry, double size) {
        return line(geometry, 0, 1, gradients(size, -size), ZERO, START, 2);
    }

    /** m = g for ever, u = y_N. */
    private static Game drift(Geometry geometry, double step, double gradient, int rounds) {
        return line(geometry, 0, step, gradients(gradient), hints(gradient), LEADER, rounds);
    }

    private static Game twoRounds(double firstHint, double secondHint) {
        return line(LINE, 0, 1, gradients(-1), hints(firstHint, secondHint), at(2), 2);
    }

    /** (−1, −1), (1, −1), (−1, 1) with m = 0, u = y₃, η = 1. */
    private static Game towardsCorner(Geometry geometry) {
        return new Game(
                geometry,
                new double[2],
                new Steps.Constant(1),
                new Adversary.Linear(new double[][] {{-1, -1}, {1, -1}, {-1, 1}}),
                ZERO,
                LEADER,
                3);
    }

    private static Game diagonal() {
        return new Game(
                LINE,
                new double[2],
                new Steps.Constant(1),
                new Adversary.Linear(new double[][] {{1, 1}, {-1, -1}}),
                ZERO,
                START,
                2);
    }
}
