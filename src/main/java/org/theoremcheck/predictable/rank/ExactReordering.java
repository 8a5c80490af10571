package org.theoremcheck.predictable.rank;

import java.util.HashMap;
import java.util.Map;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/** The terms of {@link Orders} in exact or enclosed arithmetic; the gradients of the second log are the doubles that were shown. */
final class ExactReordering implements Referee<Reordering, IncrementPredictor, Map<String, Enclosure>> {

    private record Measured(Enclosure[] tails, int rank, Enclosure kappa) {

        static Measured of(
                Reordering reordering,
                double[][] gradients,
                double unit,
                Subject<Reordering, IncrementPredictor> subject) {
            ExactIncrements increments = ExactIncrements.of(gradients, unit);
            int full = Math.min(increments.dimension(), gradients.length - 1);
            Answers answers = Answers.of(subject.begin(reordering), gradients, reordering.epsilon(), full);
            Enclosure[] tails = new Enclosure[full + 1];
            for (int r = 0; r <= full; r++) {
                tails[r] = Enclosures.squaredNorm(increments.without(answers.factors(), r));
            }
            return new Measured(tails, answers.rank(), exactKappa(gradients, tails[0], unit));
        }
    }

    @Override
    public Map<String, Enclosure> play(Reordering reordering, Subject<Reordering, IncrementPredictor> subject) {
        double[][] others = reordering.reordered();
        double unit = Increments.unit(reordering.gradients(), others);
        Measured one = Measured.of(reordering, reordering.gradients(), unit, subject);
        Measured other = Measured.of(reordering, others, unit, subject);
        Enclosure energy = one.tails[0];
        Enclosure largest = Enclosure.ZERO;
        for (int r = 0; r < one.tails.length; r++) {
            largest = largest.max(one.tails[r].minus(other.tails[r]).abs());
        }
        boolean positive = energy.exceeds(0);
        int apart = Math.abs(one.rank - other.rank);
        Enclosure between = one.tails[Math.min(one.rank, other.rank)];
        // A tie to 10⁻⁹ is left to the tails: no rank is to be convicted by it.
        boolean tie = !between.minus(Enclosure.of(reordering.epsilon()).times(energy))
                .abs()
                .minus(energy.times(Enclosure.decimal(1e-9)))
                .exceeds(0);
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("tails", positive ? largest.over(energy) : largest.min(Enclosure.ONE));
        terms.put("ranks", Enclosure.of(apart > 0 && tie ? apart - 1 : apart));
        terms.put("kappas", one.kappa.minus(other.kappa).abs());
        return terms;
    }

    /** κ of the one-step predictor with m₀ = 0; enclosed by [0, 0] for a log of zeros, where it is undefined. */
    private static Enclosure exactKappa(double[][] gradients, Enclosure energy, double unit) {
        double[] zero = new double[gradients[0].length];
        Enclosure all = Enclosure.ZERO;
        for (double[] gradient : gradients) {
            all = all.plus(Enclosures.squaredNorm(ExactIncrements.difference(gradient, zero, unit)));
        }
        Enclosure first = Enclosures.squaredNorm(ExactIncrements.difference(gradients[0], zero, unit));
        return all.exceeds(0) ? first.plus(energy).over(all) : Enclosure.ZERO;
    }
}
