package org.theoremcheck.predictable.projection;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * κ of collinear gradients survives a projection exactly.
 *
 * <p><b>Setting.</b> Gradients gₜ = cₜ v with cₜ = 0 or ± a power of two; P and S as for the one-step predictor, P′ and S′ of the sketches.
 *
 * <p><b>Algorithm.</b> Any linear map with one R for the whole run, such as {@link RandomProjection}.
 *
 * <p><b>Claim.</b> κ′ = κ: P′ S = P S′.
 *
 * <p><b>Constant.</b> ‖Rv‖² cancels.
 *
 * <p><b>Hypotheses.</b> Gradients collinear, by construction.
 *
 * <p><b>Rounding.</b> R(cₜv) = cₜ Rv in floating point, as cₜ is a power of two; so the sketches are collinear to the last bit, and only the sums
 * round: γ_{k+d+2n+8} of both sides.
 *
 * <p><b>Tightness.</b> An equality. With a new R for every gradient κ of a constant log is about 2 instead of 1/n.
 *
 * <p><b>References.</b> None needed.
 */
final class ProjectionKappa {

    /**
     * Path length and energy before and after.
     *
     * @param path P
     * @param energy S
     * @param projectedPath P′
     * @param projectedEnergy S′
     * @param roundings in the longest sum
     */
    record Paths(double path, double energy, double projectedPath, double projectedEnergy, int roundings) {

        double before() {
            return path * projectedEnergy;
        }

        double after() {
            return projectedPath * energy;
        }

        /** Differences are squared: twice their one rounding is among the eight. */
        double rounding() {
            return 2 * Rounding.gamma(roundings) * (before() + after());
        }

        double magnitude() {
            return 4 * energy * projectedEnergy;
        }
    }

    static final Theorem<Sketch, Projection, Paths> THEOREM = Theorem.theorem(
                    "projection-kappa-collinear",
                    "κ of collinear gradients survives a projection",
                    ProjectionSetting.SOURCE,
                    ProjectionSetting.exactly(
                            ProjectionSetting.projected(
                                    "collinear gradients",
                                    "Multiples of one vector, projected by one map; κ is that of the one-step predictor",
                                    List.of(Sketches.collinear()),
                                    ProjectionKappa::play),
                            ProjectionKappa::exactly),
                    Compare.compare(term("projected", "P′ S", Paths::after))
                            .equalTo(term("whole", "P S′", Paths::before))
                            .within(1e-12, "γ-bounds of the four sums", Paths::rounding, Paths::magnitude),
                    new Tightness(1, "an equality"))
            .control(
                    "e-nc1",
                    "a new R for every gradient",
                    subject(Slips.Redrawn::new),
                    witness(Sketches.constant(101, 8)))
            .control(
                    "collinear-smaller",
                    "κ at 0.999 of its size",
                    scale("whole", 0.999),
                    witness(Sketches.constant(1, 1)));

    private ProjectionKappa() {}

    private static Paths play(Sketch sketch, Subject<Sketch, Projection> subject) {
        double[][] rows = sketch.rows();
        double[][] images = Energies.projected(sketch, subject);
        return new Paths(
                path(rows),
                energy(rows),
                path(images),
                energy(images),
                sketch.target() + sketch.dimension() + 2 * rows.length + 8);
    }

    /** P of the one-step predictor with m₀ = 0. */
    private static double path(double[][] rows) {
        double path = Vectors.squaredNorm(rows[0]);
        for (int t = 1; t < rows.length; t++) {
            path += Vectors.squaredDistance(rows[t], rows[t - 1]);
        }
        return path;
    }

    private static double energy(double[][] rows) {
        double energy = 0;
        for (double[] row : rows) {
            energy += Vectors.squaredNorm(row);
        }
        return energy;
    }

    private static Map<String, Enclosure> exactly(Sketch sketch, Subject<Sketch, Projection> subject) {
        Enclosure[] before = enclosed(sketch.rows());
        Enclosure[] after = enclosed(Energies.projected(sketch, subject));
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("projected", after[0].times(before[1]));
        terms.put("whole", before[0].times(after[1]));
        return terms;
    }

    /** P and S. */
    private static Enclosure[] enclosed(double[][] rows) {
        Enclosure path = Enclosures.squaredNorm(Enclosures.of(rows[0]));
        for (int t = 1; t < rows.length; t++) {
            path = path.plus(Enclosures.squaredNorm(Enclosures.difference(rows[t], rows[t - 1])));
        }
        Enclosure energy = Enclosures.squaredNorm(Enclosures.of(rows));
        return new Enclosure[] {path, energy};
    }
}
