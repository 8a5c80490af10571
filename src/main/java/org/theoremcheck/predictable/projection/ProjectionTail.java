package org.theoremcheck.predictable.projection;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.predictable.projection.ProjectionSetting.saying;

import java.util.List;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * Projected increments look lower in rank than they are.
 *
 * <p><b>Setting.</b> Increments H with singular values σᵢ, and tail_r(H) = Σ_{i>r} σᵢ².
 *
 * <p><b>Algorithm.</b> {@link RandomProjection} with Gaussian entries.
 *
 * <p><b>Claim.</b> E tail_r(RH) ≤ tail_r(H), here for r = 4.
 *
 * <p><b>Constant.</b> R H_r has rank r, so tail_r(RH) ≤ ‖R(H − H_r)‖_F² for every R, and that is right on average.
 *
 * <p><b>Hypotheses.</b> None beyond unbiased entries.
 *
 * <p><b>Rounding.</b> Singular values to 10⁻¹⁴ of the largest, far below the test's resolution.
 *
 * <p><b>Tests.</b> One-sided, the mean of tail_r(RH) over 200 maps; it is at most the mean of ‖R(H − H_r)‖_F² map by map, which has the tail of
 * Laurent and Massart.
 *
 * <p><b>Tightness.</b> Equality for rank(H) ≤ r, where both sides are 0; else strict: an eighth is lost where σᵢ = 1/i and k = 16.
 *
 * <p><b>References.</b> Eckart and Young 1936; Laurent and Massart 2000.
 */
final class ProjectionTail {

    private static final int RANK = 4;

    /**
     * Tails.
     *
     * @param mean mean of tail_r(RH)
     * @param tail tail_r(H)
     * @param bound of the mean of ‖R(H − H_r)‖_F²
     */
    record Tails(double mean, double tail, TailBound bound) {

        double score() {
            return bound.score(mean, tail);
        }
    }

    static final Theorem<Sketch, Projection, Tails> THEOREM = Theorem.theorem(
                    "projection-tail-bias",
                    "Projected increments look lower in rank than they are",
                    ProjectionSetting.SOURCE,
                    ProjectionSetting.projected(
                            "projected increments",
                            "40 increments with singular values 1/i or 1/√i, projected by 200 independent Gaussian maps to 16 numbers",
                            List.of(Sketches.powerLaws()),
                            ProjectionTail::play),
                    TailBound.test("max(Z of (mean tail₄(RH) − tail₄(H)), 0)", tails -> Math.max(0, tails.score())),
                    Tightness.NONE)
            .control(
                    "e-nc4",
                    "tails are right on average",
                    saying(TailBound.test("Z of (mean tail₄(RH) − tail₄(H))", Tails::score)))
            .control("tail-unscaled", "entries of variance 1", subject(Slips.UNSCALED));

    private ProjectionTail() {}

    private static Tails play(Sketch sketch, Subject<Sketch, Projection> subject) {
        double sum = 0;
        for (int i = 0; i < sketch.maps(); i++) {
            sum += Spectrum.of(Energies.projected(sketch.map(i), subject)).tail(RANK);
        }
        Spectrum whole = Spectrum.of(sketch.rows());
        double samples = (double) sketch.target() * sketch.maps();
        double next = whole.values()[RANK];
        TailBound bound = new TailBound(2 * whole.fourthTail(RANK) / samples, 2 * next * next / samples, 0);
        return new Tails(sum / sketch.maps(), whole.tail(RANK), bound);
    }
}
