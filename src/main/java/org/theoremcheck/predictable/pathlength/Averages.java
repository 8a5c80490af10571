package org.theoremcheck.predictable.pathlength;

import java.util.HashMap;
import java.util.Map;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The path length averaged over all arrangements of a log, and what the mean κ is made of.
 *
 * @param predictor the closed form
 * @param rounds n = T + 1
 * @param dimension length of a gradient
 * @param mean mean of P
 * @param energy S
 * @param cross X = Σ_{s≠t} ⟨gₛ, gₜ⟩/(n − 1): 0 for noise, S for equal gradients
 * @param hintRounding what the rounding of hints can add to the mean
 */
record Averages(
        LinearPredictor predictor,
        int rounds,
        int dimension,
        double mean,
        double energy,
        double cross,
        double hintRounding) {

    /** The protocol: an episode for each arrangement. */
    static Referee<Log, Forecast, Averages> over(Orbit orbit) {
        return (log, subject) -> {
            LinearPredictor predictor = LinearPredictor.of(log.predictor());
            double[] sums = new double[3];
            orbit.each(log.gradients(), rows -> {
                Log arranged = log.with(rows);
                PathLength length = PathLength.of(rows, subject.begin(arranged));
                sums[0] += length.path();
                sums[1] += length.hintRounding(predictor.hintError());
                sums[2]++;
            });
            double unit = Math.scalb(1.0, -PathLength.exponent(log.gradients()));
            double energy = 0;
            double[] total = new double[log.dimension()];
            for (double[] gradient : log.gradients()) {
                double[] scaled = Vectors.scaled(unit, gradient);
                energy += Vectors.squaredNorm(scaled);
                for (int i = 0; i < total.length; i++) {
                    total[i] += scaled[i];
                }
            }
            double cross = (Vectors.squaredNorm(total) - energy) / Math.max(1, log.rounds() - 1);
            return new Averages(
                    predictor, log.rounds(), log.dimension(), sums[0] / sums[2], energy, cross, sums[1] / sums[2]);
        };
    }

    /**
     * The same in enclosures: δₜ = Σ dₜₛ gₛ has mean square Σ dₜₛ² (S − X)/n + (Σ dₜₛ)² X/n over all orders, and Σ dₜₛ² S/n over all signs of
     * rows of one length; the dₜₛ are the predictor's response to one gradient.
     */
    static Referee<Log, Forecast, Map<String, Enclosure>> exactly(Orbit orbit) {
        return (log, subject) -> {
            Enclosure unit = ExactSums.unit(log);
            Enclosure[] sums = {Enclosure.ZERO, Enclosure.ZERO};
            orbit.each(log.gradients(), rows -> {
                Log arranged = log.with(rows);
                Enclosure[][] g = ExactSums.rows(rows, unit);
                Enclosure[][] m = ExactSums.hints(arranged, subject.begin(arranged), unit);
                sums[0] = sums[0].plus(ExactSums.distance(g, m));
                sums[1] = sums[1].plus(Enclosure.ONE);
            });
            int n = log.rounds();
            LinearPredictor predictor = LinearPredictor.of(log.predictor());
            Enclosure[][] g = ExactSums.rows(log.gradients(), unit);
            Enclosure squares = Enclosure.ZERO;
            Enclosure whole = Enclosure.ZERO;
            for (int t = 0; t < n; t++) {
                Enclosure sum = Enclosure.ZERO;
                for (int s = 0; s <= t; s++) {
                    Enclosure response = predictor.response(t, s);
                    squares = squares.plus(response.squared());
                    sum = sum.plus(response);
                }
                whole = whole.plus(sum.squared());
            }
            Enclosure count = Enclosure.of(n);
            Enclosure energy = Enclosures.squaredNorm(g);
            Enclosure[] total = g[0].clone();
            for (int t = 1; t < n; t++) {
                for (int i = 0; i < total.length; i++) {
                    total[i] = total[i].plus(g[t][i]);
                }
            }
            Enclosure cross = Enclosures.squaredNorm(total).minus(energy).over(Enclosure.of(Math.max(1, n - 1)));
            Map<String, Enclosure> terms = new HashMap<>();
            terms.put("mean", sums[0].over(sums[1]));
            terms.put("white", squares.times(energy).over(count));
            terms.put("endless", limit(predictor).times(energy));
            terms.put("noise", squares.times(energy.minus(cross)).over(count));
            terms.put("constant", whole.times(cross).over(count));
            return terms;
        };
    }

    /** Mean κ of endless noise: Σ dⱼ², which is ρ₀. */
    private static Enclosure limit(LinearPredictor predictor) {
        return predictor.exactCorrelation(0).over(predictor.exactWeight());
    }

    /** κ of noise of n rounds, times S. */
    double white() {
        return predictor.noise(rounds) * energy;
    }

    /** γ of the path lengths, their mean, and of the closed forms: all at most 17 S, with a sum over n! ≤ 120 arrangements. */
    double rounding() {
        return Rounding.gamma(dimension + rounds + 160.0) * 64 * energy + hintRounding;
    }
}
