package org.theoremcheck.predictable.rank;

import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Rounding;

/** Asks a predictor of increments for its factors on both logs, and compares what they leave. */
final class ReorderingReferee implements Referee<Reordering, IncrementPredictor, Orders> {

    /** ‖H − Ĥ_r‖² for every r, the rank answered, and the largest error of a ‖H − Ĥ_r‖. */
    private record Seen(Increments increments, double[] tails, int rank, double error) {

        static Seen of(
                Reordering reordering,
                double[][] gradients,
                double unit,
                Subject<Reordering, IncrementPredictor> subject) {
            Increments increments = Increments.of(gradients, unit);
            Answers answers =
                    Answers.of(subject.begin(reordering), gradients, reordering.epsilon(), increments.fullRank());
            Residue residue = new Residue(increments);
            double[] tails = new double[increments.fullRank() + 1];
            tails[0] = residue.squares();
            double error = residue.error();
            for (int k = 0; k < increments.fullRank(); k++) {
                residue.take(answers.factors(), k);
                tails[k + 1] = residue.squares();
                error = Math.max(error, residue.error());
            }
            return new Seen(increments, tails, answers.rank(), error);
        }
    }

    @Override
    public Orders play(Reordering reordering, Subject<Reordering, IncrementPredictor> subject) {
        double[][] others = reordering.reordered();
        double unit = Increments.unit(reordering.gradients(), others);
        Seen one = Seen.of(reordering, reordering.gradients(), unit, subject);
        Seen other = Seen.of(reordering, others, unit, subject);
        double energy = one.increments.energy();
        double root = Math.sqrt(energy);
        // The second log is summed from increments that are rounded themselves.
        double error = one.increments.stability()
                + other.increments.stability()
                + one.error
                + other.error
                + other.increments.summation()
                + Rounding.gamma(2) * root;
        double rounding = energy == 0 ? 0 : Increments.ofSquare(root, error) / energy;
        double difference = 0;
        for (int r = 0; r < one.tails.length; r++) {
            difference = Math.max(difference, Math.abs(one.tails[r] - other.tails[r]));
        }
        double kappa = one.increments.oneStepKappa();
        double otherKappa = other.increments.oneStepKappa();
        // Σ‖gₜ‖² of the second log is summed along the way, T roundings deep.
        int depth = 3 * others.length + one.increments.dimension() + 8;
        return new Orders(
                energy == 0 ? Math.min(1, difference) : difference / energy,
                ranks(one, other, reordering.epsilon(), rounding),
                Math.abs(kappa - otherKappa),
                rounding,
                Rounding.gamma(depth) * (kappa + otherKappa) * Math.max(1, kappa + otherKappa),
                Math.max(
                        1,
                        (one.increments.gradientEnergy() + other.increments.gradientEnergy())
                                / Math.max(energy, Double.MIN_NORMAL)));
    }

    private static double ranks(Seen one, Seen other, double epsilon, double rounding) {
        int between = Math.min(one.rank, other.rank);
        int apart = Math.abs(one.rank - other.rank);
        double tail = one.tails[between] / one.tails[0];
        return apart > 0 && Math.abs(tail - epsilon) <= rounding ? apart - 1 : apart;
    }
}
