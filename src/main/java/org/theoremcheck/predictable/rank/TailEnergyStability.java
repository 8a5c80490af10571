package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * What the best rank-r increments leave moves no faster than the increments.
 *
 * <p><b>Setting.</b> Two logs of T + 1 gradients in R^d with increments H and H', and a rank r ≤ min(d, T).
 *
 * <p><b>Algorithm.</b> {@link TruncatedSvd}, which gives the best rank-r increments Ĥ of H, and Ĥ' of H'.
 *
 * <p><b>Claim.</b> With tail_r(H) = ‖H − Ĥ‖²_F,
 * <pre>
 *   |√tail_r(H) − √tail_r(H')|  ≤  ‖H − H'‖_F
 * </pre>
 *
 * <p><b>Constant.</b> √tail_r(H) is the distance of H from the matrices of rank at most r, and a distance is 1-Lipschitz. Tails themselves are
 * not (control stability-squares).
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> 16 max(d, T) u ‖H‖_F for each decomposition, and γ of the sums.
 *
 * <p><b>Tightness.</b> Ratio 1: r = 0 and H' a multiple of H, or only singular values beyond the r-th moved.
 *
 * <p><b>References.</b> Mirsky, Quart. J. Math. 11, 1960.
 */
final class TailEnergyStability {

    /**
     * Two logs.
     *
     * @param gradients of H, of one size with the others
     * @param others of H'
     * @param rank r ≤ min(d, T)
     */
    record Pair(double[][] gradients, double[][] others, int rank) {
        Pair {
            Log.requireSequence(gradients);
            Log.requireSequence(others);
            if (gradients.length != others.length || gradients[0].length != others[0].length) {
                throw new IllegalArgumentException("both logs have the same size");
            }
            Log.requireRank(rank, gradients);
        }

        double unit() {
            return Increments.unit(gradients, others);
        }
    }

    /**
     * What the referee sees, in the unit of the pair.
     *
     * @param gap |√tail_r(H) − √tail_r(H')|
     * @param squaredGap |tail_r(H) − tail_r(H')|
     * @param distance ‖H − H'‖_F
     * @param rounding bound on the error of gap − distance
     * @param magnitude (Σ‖gₜ‖² + Σ‖g'ₜ‖²)^½
     */
    record Drift(double gap, double squaredGap, double distance, double rounding, double magnitude) {}

    static final Theorem<Pair, IncrementPredictor, Drift> THEOREM = Theorem.theorem(
                    "tail-energy-stability",
                    "The root of the tail is 1-Lipschitz",
                    RankSetting.SOURCE.at("Derived: what noise in a log does to its tails"),
                    setting(),
                    Compare.compare(term("gap", "|√tail_r(H) − √tail_r(H')|", Drift::gap))
                            .atMost(term("distance", "‖H − H'‖_F", Drift::distance))
                            .within(
                                    RankSetting.RESOLUTION,
                                    "backward error of both decompositions, and γ-bounds of the sums",
                                    Drift::rounding,
                                    Drift::magnitude),
                    new Tightness(1, "attained by r = 0 and a multiple of H"))
            .control(
                    "stability-constant",
                    "‖H − H'‖_F lowered to 0.99 of it",
                    scale("distance", 0.99),
                    witness(scalars(1, 0)))
            .control("stability-squares", "tails in the place of their roots", squared(), witness(scalars(2, 1)))
            .control(
                    "stability-cutoff",
                    "leaves out directions below a tenth of the first",
                    subject(pair -> Slips.cutoff()),
                    witness(diagonals()));

    private TailEnergyStability() {}

    private static Alteration<Pair, IncrementPredictor, Drift> squared() {
        Alteration<Pair, IncrementPredictor, Drift> left =
                swap("gap", term("squared-gap", "|tail_r(H) − tail_r(H')|", Drift::squaredGap));
        Alteration<Pair, IncrementPredictor, Drift> right =
                swap("distance", term("squared-distance", "‖H − H'‖²_F", seen -> seen.distance() * seen.distance()));
        return claim -> right.apply(left.apply(claim));
    }

    private static Setting<Pair, IncrementPredictor, Drift> setting() {
        return new Setting<>(
                "pairs of logs",
                "Two sequences of gradients of one size; the predictor of increments is the truncated singular value decomposition",
                Pair.class,
                IncrementPredictor.class,
                List.of(
                        Family.drawn("pairs/beside", "pairs", in -> beside(in)),
                        Family.drawn("pairs/multiple", "pairs", in -> multiple(in)),
                        Family.drawn("pairs/tail-moved", "pairs", in -> tailMoved(in)),
                        Family.drawn("pairs/unrelated", "pairs", in -> unrelated(in, 0)),
                        new Family<>("pairs/large", "pairs", Logs.LARGE, in -> unrelated(in, 14))),
                List.of(),
                pair -> new TruncatedSvd(),
                TailEnergyStability::play,
                Optional.of(TailEnergyStability::exact));
    }

    private static Drift play(Pair pair, Subject<Pair, IncrementPredictor> subject) {
        double unit = pair.unit();
        Increments one = Increments.of(pair.gradients(), unit);
        Increments other = Increments.of(pair.others(), unit);
        Residue left = left(pair, pair.gradients(), one, subject);
        Residue otherLeft = left(pair, pair.others(), other, subject);
        double distance = 0;
        for (int t = 0; t < one.count(); t++) {
            distance += Vectors.squaredDistance(one.rows()[t], other.rows()[t]);
        }
        double root = Math.sqrt(left.squares());
        double otherRoot = Math.sqrt(otherLeft.squares());
        // Both differences of gradients are rounded before theirs is.
        double inDistance = Rounding.gamma(4) * (Math.sqrt(one.energy()) + Math.sqrt(other.energy()))
                + Rounding.gamma(one.dimension() + one.count() + 4.0) * Math.sqrt(distance);
        return new Drift(
                Math.abs(root - otherRoot),
                Math.abs(left.squares() - otherLeft.squares()),
                Math.sqrt(distance),
                one.stability()
                        + other.stability()
                        + left.error()
                        + otherLeft.error()
                        + inDistance
                        + Rounding.gamma(3) * (root + otherRoot),
                Math.sqrt(one.gradientEnergy() + other.gradientEnergy()));
    }

    private static Residue left(
            Pair pair, double[][] gradients, Increments increments, Subject<Pair, IncrementPredictor> subject) {
        Answers answers = Answers.of(subject.begin(pair), gradients, 0.5, pair.rank());
        Residue residue = new Residue(increments);
        for (int k = 0; k < pair.rank(); k++) {
            residue.take(answers.factors(), k);
        }
        return residue;
    }

    private static Map<String, Enclosure> exact(Pair pair, Subject<Pair, IncrementPredictor> subject) {
        ExactIncrements one = ExactIncrements.of(pair.gradients(), pair.unit());
        ExactIncrements other = ExactIncrements.of(pair.others(), pair.unit());
        Enclosure tail = exactTail(pair, pair.gradients(), one, subject);
        Enclosure otherTail = exactTail(pair, pair.others(), other, subject);
        Enclosure[][] difference = new Enclosure[one.rows().length][one.dimension()];
        for (int t = 0; t < difference.length; t++) {
            for (int i = 0; i < one.dimension(); i++) {
                difference[t][i] = one.rows()[t][i].minus(other.rows()[t][i]);
            }
        }
        Enclosure squares = Enclosures.squaredNorm(difference);
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("gap", tail.sqrt().minus(otherTail.sqrt()).abs());
        terms.put("squared-gap", tail.minus(otherTail).abs());
        terms.put("distance", squares.sqrt());
        terms.put("squared-distance", squares);
        return terms;
    }

    private static Enclosure exactTail(
            Pair pair, double[][] gradients, ExactIncrements increments, Subject<Pair, IncrementPredictor> subject) {
        Answers answers = Answers.of(subject.begin(pair), gradients, 0.5, pair.rank());
        return Enclosures.squaredNorm(increments.without(answers.factors(), pair.rank()));
    }

    /** H' is H and noise of any size. */
    private static Pair beside(Draw in) {
        double[][] increments = rows(in, "increment", 0);
        double size = in.logUniform("size", 1e-8, 2);
        double[][] noise = rows(in, "noise", 0);
        return pair(in, increments, combined(1, increments, size, noise));
    }

    /** H' = cH at rank 0, the first equality case. */
    private static Pair multiple(Draw in) {
        double[][] increments = rows(in, "increment", 0);
        return new Pair(
                summed(in, increments),
                summed(in, combined(in.uniform("factor", -0.5, 2), increments, 0, increments)),
                0);
    }

    /** Diagonal, with only the singular values beyond the r-th moved, all by one factor: the other equality case. */
    private static Pair tailMoved(Draw in) {
        int full = in.integer("dimension", 2, 6);
        int rank = in.integer("rank", 1, full - 1);
        double[] values = Decay.GAUSSIAN.values(in, full);
        double factor = in.uniform("factor", 0, 1);
        double[][] rows = new double[full][full];
        double[][] moved = new double[full][full];
        for (int k = 0; k < full; k++) {
            rows[k][k] = values[k];
            moved[k][k] = k < rank ? values[k] : factor * values[k];
        }
        return new Pair(summed(in, rows), summed(in, moved), rank);
    }

    /** H' has nothing to do with H; up to 6 × 6, or so many more. */
    private static Pair unrelated(Draw in, int more) {
        double[][] increments = rows(in, "increment", more);
        return pair(in, increments, rows(in, "other", more));
    }

    private static Pair pair(Draw in, double[][] increments, double[][] others) {
        int full = Math.min(increments.length, increments[0].length);
        return new Pair(summed(in, increments), summed(in, others), in.integer("rank", 0, full));
    }

    private static double[][] rows(Draw in, String name, int more) {
        int dimension = in.integer("dimension", 1, 6 + more);
        double[][] rows = new double[in.integer("increments", 1, 6 + more)][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = in.gaussians(name, t, dimension);
        }
        return rows;
    }

    private static double[][] combined(double a, double[][] x, double b, double[][] y) {
        double[][] rows = new double[x.length][x[0].length];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < rows[t].length; i++) {
                rows[t][i] = a * x[t][i] + b * y[t][i];
            }
        }
        return rows;
    }

    /** Gradients with these increments, in the scale of the pair. */
    private static double[][] summed(Draw in, double[][] increments) {
        double scale = in.oneOf("scale", List.of(1.0, 1.0, 1.0, 0x1p498, 0x1p-531));
        double[][] gradients = new double[increments.length + 1][increments[0].length];
        for (int t = 0; t < increments.length; t++) {
            for (int i = 0; i < gradients[t].length; i++) {
                gradients[t + 1][i] = gradients[t][i] + scale * increments[t][i];
            }
        }
        return gradients;
    }

    private static Pair scalars(double one, double other) {
        return new Pair(new double[][] {{0}, {one}}, new double[][] {{0}, {other}}, 0);
    }

    /** diag(8, 13/16) and diag(8, 3/4) at rank 2: the cutoff leaves out the second direction of the latter only. */
    private static Pair diagonals() {
        return new Pair(new double[][] {{0, 0}, {8, 0}, {8, 0.8125}}, new double[][] {{0, 0}, {8, 0}, {8, 0.75}}, 2);
    }
}
