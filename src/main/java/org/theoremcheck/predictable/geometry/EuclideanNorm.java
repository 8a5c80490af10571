package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Vectors;

/** A geometry in the Euclidean norm, which is its own dual. */
public sealed interface EuclideanNorm extends Geometry permits BinaryEntropy, Burg, Euclidean, Hypentropy {

    @Override
    default double norm(double[] v) {
        return Vectors.norm(v);
    }

    @Override
    default double squaredDualDistance(double[] a, double[] b) {
        return Vectors.squaredDistance(a, b);
    }

    @Override
    default double normRatio(int dimension) {
        return 1;
    }

    @Override
    default boolean euclideanDual() {
        return true;
    }

    @Override
    default Enclosure exactSquaredNorm(Enclosure[] v) {
        return Enclosures.squaredNorm(v);
    }

    @Override
    default Enclosure exactSquaredDualNorm(Enclosure[] v) {
        return Enclosures.squaredNorm(v);
    }
}
