package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * How well a multiple of the last gradient can predict.
 *
 * <p><b>Setting.</b> As for {@link KappaIdentities}; c = C₁/√(S(S − ‖g_T‖²)) is the cosine between the gradients and those before them.
 *
 * <p><b>Algorithm.</b> mₜ = a gₜ₋₁, m₀ = 0, with any a.
 *
 * <p><b>Claim.</b> κ ≥ κ° = 1 − c², that is
 * <pre>
 *   S (S − ‖g_T‖²)  ≤  P (S − ‖g_T‖²) + C₁²
 * </pre>
 * with equality for a = C₁/(S − ‖g_T‖²). So at its best scale no predictor is worse than the zero predictor, κ° ≤ 1, and κ near 1 says
 * nothing of how much is predicted.
 *
 * <p><b>Constant.</b> P = S − 2aC₁ + a²(S − ‖g_T‖²), a parabola in a.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> As for {@link KappaIdentities}, times S.
 *
 * <p><b>Tightness.</b> Ratio 1 at the best coefficient.
 *
 * <p><b>References.</b> The projection theorem; Brockwell and Davis, section 2.3.
 */
final class KappaBestScale {

    static final Theorem<Log, Forecast, Sums> THEOREM = Theorem.theorem(
                    "kappa-best-scale",
                    "No multiple of the last gradient has κ below 1 − c²",
                    PathLengthSetting.SOURCE,
                    PathLengthSetting.measured(
                            "auto-regressive predictions",
                            "A log of gradients and a multiple of the last gradient as the prediction",
                            PathLengthSetting.and(Logs.of(Logs.Group.AUTO_REGRESSION), Logs.bestCoefficient())),
                    PathLengthSetting.quadratic(Compare.compare(
                                    term("best-scale", "S (S − ‖g_T‖²)", (Sums sums) -> sums.energy() * sums.hinted()))
                            .atMost(
                                    term(
                                            "path-hinted",
                                            "P (S − ‖g_T‖²)",
                                            sums -> sums.own().path() * sums.hinted()),
                                    term("explained", "C₁²", sums -> sums.firstLag() * sums.firstLag()))),
                    new Tightness(1, "attained by the coefficient C₁/(S − ‖g_T‖²)"))
            .control(
                    "best-scale-explained",
                    "C₁² at 0.999 of its size",
                    scale("explained", 0.999),
                    witness(Logs.line(new Predictor.AutoRegression(1), 1, 1)))
            .control("best-scale-peeking", "the gradient itself as its prediction", subject(Slips.PEEKING));

    private KappaBestScale() {}
}
