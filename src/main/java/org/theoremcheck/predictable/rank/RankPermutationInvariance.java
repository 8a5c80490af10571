package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.without;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/**
 * Tails, and with them singular values and the predictable rank, do not know the order of the increments in time.
 *
 * <p><b>Setting.</b> As for {@link TailEnergy}, with a second log whose increments are h_π(1), …, h_π(T) for a permutation π, from the same g₀.
 *
 * <p><b>Algorithm.</b> {@link TruncatedSvd}, once for each log.
 *
 * <p><b>Claim.</b> With tail_r(H) = ‖H − Ĥ_r‖²_F,
 * <pre>
 *   tail_r(H) = tail_r(Hπ) for every r,   and r*(ε) is the same but for ties
 * </pre>
 *
 * <p><b>Constant.</b> Hπ = H Π with Π orthogonal. So r* does not measure predictability in time, which the order is all about: κ of the one-step
 * predictor tells the orders apart (control permutation-kappa), r* may be 1 where κ tends to 4 (control c-nc8a), and κ below 0.01 where r* is
 * 0.9 T (control c-nc8b).
 *
 * <p><b>Hypotheses.</b> What is permuted are the increments. To permute the gradients is another thing, and the honest null for r*.
 *
 * <p><b>Rounding.</b> Twice the backward error of a stable decomposition, that of the sums that make the second log, and γ of the products;
 * r* and r* ± 1 are the same where the tail between them is ε ‖H‖² to within that.
 *
 * <p><b>Tightness.</b> An equality, written as differences that are at most 0.
 *
 * <p><b>References.</b> Derived; Golub and Van Loan, section 2.4.
 */
final class RankPermutationInvariance {

    private static final Hypothesis<Reordering> OF_INCREMENTS = new Hypothesis<>(
            "increments are permuted",
            reordering -> reordering.what() == Reordering.What.INCREMENTS ? 0 : -1,
            Family.of(
                    "broken/increments are permuted",
                    "broken",
                    new Reordering(
                            new double[][] {{0}, {1}, {0}}, new int[] {0, 2, 1}, Reordering.What.GRADIENTS, 0.5)));

    /** κ = P_T/Σ‖gₜ‖² is 0/0 for a log of zeros, which is one of zeros in every order. */
    private static final Hypothesis<Reordering> KAPPA_DEFINED = new Hypothesis<>(
            "κ is defined",
            reordering -> Increments.of(reordering.gradients()).gradientEnergy() > 0 ? 0 : -1,
            Family.of(
                    "broken/kappa is defined",
                    "broken",
                    new Reordering(new double[][] {{0}, {0}}, new int[] {0}, Reordering.What.INCREMENTS, 0.5)));

    static final Theorem<Reordering, IncrementPredictor, Orders> THEOREM = Theorem.theorem(
                    "rank-permutation-invariance",
                    "Tails and r* do not know the order of the increments",
                    RankSetting.SOURCE.at("Derived: r*(ε) as 'intrinsic temporal dimension'"),
                    setting(),
                    Compare.compare(
                                    term("tails", "max_r |tail_r(H) − tail_r(Hπ)|/‖H‖²", Orders::tails),
                                    term("ranks", "|r*(H) − r*(Hπ)| beyond ties", Orders::ranks))
                            .atMost()
                            .within(
                                    RankSetting.RESOLUTION,
                                    "backward error of both decompositions, and rounding of the sums and products, squared by "
                                            + "(2‖H‖ + ρ)ρ",
                                    Orders::rounding,
                                    Orders::magnitude),
                    Tightness.NONE)
            .control("permutation-gradients", "the gradients are permuted", without("increments are permuted"))
            .control(
                    "permutation-kappa",
                    "κ of the one-step predictor does not know the order",
                    RankPermutationInvariance::sayingKappa,
                    witness(new Reordering(
                            new double[][] {{0}, {1}, {2}, {1}}, new int[] {0, 2, 1}, Reordering.What.INCREMENTS, 0.5)))
            .control(
                    "permutation-late",
                    "has not seen the last gradient",
                    subject(reordering -> new Slips.Late()),
                    witness(new Reordering(
                            new double[][] {{0}, {0}, {1}}, new int[] {1, 0}, Reordering.What.INCREMENTS, 0.5)))
            .and(RankAndKappa.SMALL_RANK)
            .and(RankAndKappa.SMALL_KAPPA);

    private RankPermutationInvariance() {}

    private static Claim<Reordering, IncrementPredictor, Orders> sayingKappa(
            Claim<Reordering, IncrementPredictor, Orders> claim) {
        var of = claim.setting();
        return claim.in(new Setting<>(
                        of.id(),
                        of.text(),
                        of.instance(),
                        of.role(),
                        of.families(),
                        List.of(OF_INCREMENTS, KAPPA_DEFINED),
                        of.reference(),
                        of.referee(),
                        of.exact()))
                .saying(Compare.compare(term("kappas", "|κ_one(g) − κ_one(gπ)|", Orders::kappas))
                        .atMost()
                        .within(
                                RankSetting.RESOLUTION,
                                "γ-bound of the sums, and rounding of those that make the second log",
                                Orders::kappaRounding,
                                seen -> 5));
    }

    private static Setting<Reordering, IncrementPredictor, Orders> setting() {
        return new Setting<>(
                "reordered logs",
                "A sequence of gradients and one with its increments in another order; the predictor of increments is the truncated "
                        + "singular value decomposition",
                Reordering.class,
                IncrementPredictor.class,
                List.of(
                        family("gaussian", Family.UNBOUNDED, in -> rows(in, Decay.GAUSSIAN, 6)),
                        family("graded", Family.UNBOUNDED, in -> rows(in, Decay.GRADED, 6)),
                        family("deficient", Family.UNBOUNDED, in -> rows(in, Decay.DEFICIENT, 6)),
                        family("large", Logs.LARGE, in -> rows(in, Decay.GAUSSIAN, 20)),
                        family("signs", Family.UNBOUNDED, RankPermutationInvariance::signs)),
                List.of(OF_INCREMENTS),
                reordering -> new TruncatedSvd(),
                new ReorderingReferee(),
                Optional.of(new ExactReordering()));
    }

    private static Family<Reordering> family(
            String name, int size, java.util.function.Function<Draw, double[][]> increments) {
        return new Family<>("reordered/" + name, "reordered", size, in -> {
            double[][] rows = increments.apply(in);
            double scale = in.oneOf("scale", List.of(1.0, 1.0, 1.0, 0x1p498, 0x1p-531));
            double[] start = in.gaussians("start", 0, rows[0].length);
            double[][] gradients = new double[rows.length + 1][start.length];
            for (int i = 0; i < start.length; i++) {
                gradients[0][i] = scale * start[i];
                for (int t = 0; t < rows.length; t++) {
                    gradients[t + 1][i] = gradients[t][i] + scale * rows[t][i];
                }
            }
            return new Reordering(
                    gradients,
                    order(in, rows.length),
                    Reordering.What.INCREMENTS,
                    in.oneOf("share", List.of(0.01, 0.05, 0.1, 0.2, 0.5)));
        });
    }

    /** Rows of normals, with columns of sizes that fall off as the spectrum. */
    private static double[][] rows(Draw in, Decay decay, int largest) {
        int dimension = in.integer("dimension", 1, largest);
        double[] sizes = decay.values(in, dimension);
        double[][] rows = new double[in.integer("increments", 1, largest)][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = in.gaussians("increment", t, dimension);
            for (int i = 0; i < dimension; i++) {
                rows[t][i] *= sizes[i];
            }
        }
        return rows;
    }

    /** Increments of ±1: many ties. */
    private static double[][] signs(Draw in) {
        int dimension = in.integer("dimension", 1, 4);
        double[][] rows = new double[in.integer("increments", 1, 8)][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = in.signs("increment", t, dimension);
        }
        return rows;
    }

    /** A permutation by the order of random keys. */
    private static int[] order(Draw in, int count) {
        double[] keys = in.uniforms("order", 0, count, 0, 1);
        int[] order = new int[count];
        for (int t = 0; t < count; t++) {
            int place = t;
            while (place > 0 && keys[order[place - 1]] > keys[t]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = t;
        }
        return order;
    }
}
