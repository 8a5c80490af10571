package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Vectors;

/** A geometry in the ℓ₁ norm, whose dual is ℓ_∞. */
public sealed interface SumNorm extends Geometry permits Entropy, EntropyBall, LogBarrier {

    /** Every other coordinate on its own, so that no more than d/2 roundings add up. */
    @Override
    default double norm(double[] v) {
        double[] sums = new double[2];
        for (int i = 0; i < v.length; i++) {
            sums[i % 2] += Math.abs(v[i]);
        }
        return sums[0] + sums[1];
    }

    @Override
    default double squaredDualDistance(double[] a, double[] b) {
        double largest = Vectors.largestDistance(a, b);
        return largest * largest;
    }

    @Override
    default Enclosure exactSquaredNorm(Enclosure[] v) {
        return Enclosures.sumNorm(v).squared();
    }

    @Override
    default Enclosure exactSquaredDualNorm(Enclosure[] v) {
        return Enclosures.largest(v).squared();
    }
}
