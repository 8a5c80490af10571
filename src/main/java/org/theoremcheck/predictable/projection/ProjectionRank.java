package org.theoremcheck.predictable.projection;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.projection.ProjectionSetting.saying;

import java.util.List;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * A projection to k numbers shows no rank above k, nor above the rank of what it projects.
 *
 * <p><b>Setting.</b> Increments H of whole numbers; r*(ε) is the smallest r with tail_r ≤ ε tail₀, here for ε = 0.01.
 *
 * <p><b>Algorithm.</b> Any linear map, such as {@link RandomProjection}.
 *
 * <p><b>Claim.</b> r*(RH) ≤ min(k, rank H), for every R.
 *
 * <p><b>Constant.</b> rank RH ≤ min(rank R, rank H).
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> None: tails of 10⁻²⁸ are compared with 0.01, and whole numbers with each other. rank H is the number of singular values above
 * 10⁻¹² of the largest; those of small whole numbers are larger or 0.
 *
 * <p><b>Tightness.</b> Attained by increments of rank 1.
 *
 * <p><b>References.</b> Definition of r*, arXiv 2601.04270, abstract.
 */
final class ProjectionRank {

    private static final double EPSILON = 0.01;
    private static final double NUMERICAL = 1e-24;

    /**
     * Ranks.
     *
     * @param projected r*(RH)
     * @param whole r*(H)
     * @param largest min(k, rank H)
     */
    record Ranks(int projected, int whole, int largest) {}

    private static final Term<Ranks> PROJECTED = term("projected", "r*(RH)", Ranks::projected);

    static final Theorem<Sketch, Projection, Ranks> THEOREM = Theorem.theorem(
                    "projection-rank",
                    "A projection shows no rank above its own",
                    ProjectionSetting.SOURCE,
                    ProjectionSetting.projected(
                            "projected ranks",
                            "Increments of whole numbers and small rank, projected to a few numbers",
                            List.of(Sketches.ofSmallRank()),
                            ProjectionRank::play),
                    whole(Compare.compare(PROJECTED).atMost(term("largest", "min(k, rank H)", Ranks::largest))),
                    new Tightness(1, "attained by increments of rank 1"))
            .control(
                    "e-nc3",
                    "r* survives the projection",
                    saying(whole(Compare.compare(PROJECTED).equalTo(term("whole", "r*(H)", Ranks::whole)))),
                    witness(Sketches.identity(64, 16)))
            .control(
                    "rank-redrawn",
                    "a new R for every increment",
                    subject(Slips.Redrawn::new),
                    witness(Sketches.constant(8, 4)));

    private ProjectionRank() {}

    private static Compare<Ranks> whole(Compare.Sides<Ranks> sides) {
        return sides.within(1e-9, "none: whole numbers", ranks -> 0, ranks -> 1);
    }

    private static Ranks play(Sketch sketch, Subject<Sketch, Projection> subject) {
        Spectrum projected = Spectrum.of(Energies.projected(sketch, subject));
        Spectrum whole = Spectrum.of(sketch.rows());
        return new Ranks(
                projected.rank(EPSILON), whole.rank(EPSILON), Math.min(sketch.target(), whole.rank(NUMERICAL)));
    }
}
