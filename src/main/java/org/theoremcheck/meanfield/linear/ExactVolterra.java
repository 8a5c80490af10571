package org.theoremcheck.meanfield.linear;

import java.math.BigDecimal;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Enclosure;

/**
 * {@link Volterra} in enclosed arithmetic, with the integrals of powers from the moments ∫ λⁱ dμ = Σ_r N(i, r) δʳ, N the Narayana numbers. For a
 * few steps: the signs alternate, and 80 digits pay for some 50 powers.
 *
 * @param distance C
 * @param error P
 */
record ExactVolterra(Enclosure[] distance, Enclosure[] error) {

    static ExactVolterra of(Model model) {
        int steps = model.steps();
        Enclosure ratio = Enclosure.of(model.ratio());
        Enclosure h = Enclosure.of(model.step()).over(ratio);
        // h²τδ/Δt = hτ.
        Enclosure gain = h.times(Enclosure.of(model.temperature()));
        Enclosure noise = Enclosure.of(((Loss.Linear) model.loss()).noise()).squared();
        Enclosure start = Enclosure.of(model.start().variance()).plus(Enclosure.of(model.signal()));
        Enclosure[] powers = powers(ratio, h, 2 * steps + 2);
        Enclosure[] sums = new Enclosure[powers.length + 1];
        sums[0] = Enclosure.ZERO;
        for (int i = 0; i < powers.length; i++) {
            sums[i + 1] = sums[i].plus(powers[i]);
        }
        Enclosure[] distance = new Enclosure[steps + 1];
        Enclosure[] error = new Enclosure[steps + 1];
        for (int k = 0; k <= steps; k++) {
            error[k] = start.over(ratio)
                    .times(powers[2 * k])
                    .plus(noise.times(Enclosure.ONE.minus(h.over(ratio).times(sums[2 * k]))));
            distance[k] = start.times(Enclosure.ONE.minus(h.times(sums[2 * k])));
            for (int i = 0; i < k; i++) {
                distance[k] = distance[k].plus(noise.times(h.squared()).times(sums[i + k].minus(sums[i])));
            }
            for (int j = 0; j < k; j++) {
                int p = 2 * (k - 1 - j);
                Enclosure curved = powers[p].minus(powers[p + 1]).over(h);
                error[k] = error[k].plus(gain.over(ratio).times(curved).times(error[j]));
                distance[k] = distance[k].plus(gain.times(powers[p]).times(error[j]));
            }
        }
        return new ExactVolterra(distance, error);
    }

    /** ∫ λ(1 − hλ)ᵖ dμ, by repeated differences of the moments: B_p(i) = B_{p−1}(i) − h B_{p−1}(i + 1) for λⁱ in place of λ. */
    private static Enclosure[] powers(Enclosure ratio, Enclosure h, int count) {
        Enclosure[] row = new Enclosure[count];
        for (int i = 0; i < count; i++) {
            row[i] = moment(ratio, i + 1);
        }
        Enclosure[] powers = new Enclosure[count];
        for (int p = 0; p < count; p++) {
            powers[p] = row[0];
            for (int i = 0; i + p + 1 < count; i++) {
                row[i] = row[i].minus(h.times(row[i + 1]));
            }
        }
        return powers;
    }

    /** ∫ λⁱ dμ; N(i, 1) = 1 and N(i, r + 1) = N(i, r) (i − r)(i − r + 1)/(r(r + 1)). */
    private static Enclosure moment(Enclosure ratio, int i) {
        BigDecimal narayana = BigDecimal.ONE;
        Enclosure power = ratio;
        Enclosure sum = Enclosure.ZERO;
        for (int r = 1; r <= i; r++) {
            sum = sum.plus(new Enclosure(narayana, narayana).times(power));
            power = power.times(ratio);
            narayana = narayana.multiply(BigDecimal.valueOf((long) (i - r) * (i - r + 1)))
                    .divide(BigDecimal.valueOf((long) r * (r + 1)));
        }
        return sum;
    }
}
