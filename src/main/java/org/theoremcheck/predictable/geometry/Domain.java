package org.theoremcheck.predictable.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/** A set X with its Euclidean projection. */
public sealed interface Domain {

    /** Replaces a point by the nearest one of X. */
    void project(double[] point);

    /** sup over u in X of ‖u − y‖₂². */
    double supSquaredDistance(double[] y);

    /** sup over x, y in X of ‖x − y‖₂. */
    double diameter(int dimension);

    /** argmin over u in X of ⟨total, u⟩; null where X is unbounded. */
    double @Nullable [] bestResponse(double[] total);

    /** The point of X with the smallest Euclidean norm. */
    default double[] smallest(int dimension) {
        double[] point = new double[dimension];
        project(point);
        return point;
    }

    /** ⟨c, x − c⟩ ≥ 0 for the smallest point c, by a sum of terms that are not negative. */
    default double along(double[] x) {
        double[] smallest = smallest(x.length);
        double along = 0;
        for (int i = 0; i < x.length; i++) {
            along += smallest[i] * (x[i] - smallest[i]);
        }
        return along;
    }

    /** ‖c‖₂² for the smallest point c, enclosed. */
    default Enclosure exactSmallestSquaredNorm(int dimension) {
        return Enclosures.squaredNorm(Enclosures.of(smallest(dimension)));
    }

    /** Bound on how far a projection ends from the exact one, relative to the size of the result, in units of u. */
    default double projectionError(int dimension) {
        return 0;
    }

    /** How far a point is outside X; 0 within the rounding of a projection. */
    default double outside(double[] point) {
        double[] nearest = point.clone();
        project(nearest);
        double distance = Math.sqrt(Vectors.squaredDistance(point, nearest));
        double rounding =
                Rounding.gamma(projectionError(point.length) + 8) * (Vectors.norm(point) + Vectors.norm(nearest));
        return distance <= rounding ? 0 : distance;
    }

    /** Whether X is convex. */
    default boolean convex() {
        return true;
    }

    /** R^d. */
    record Space() implements Domain {
        @Override
        public void project(double[] point) {}

        @Override
        public double supSquaredDistance(double[] y) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double diameter(int dimension) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double @Nullable [] bestResponse(double[] total) {
            return null;
        }

        @Override
        public double outside(double[] point) {
            return 0;
        }
    }

    /**
     * {‖x‖₂ ≤ R}.
     *
     * @param radius R, positive
     */
    record Ball(double radius) implements Domain {
        @Override
        public void project(double[] point) {
            double norm = Vectors.norm(point);
            if (norm > radius) {
                double factor = radius / norm;
                for (int i = 0; i < point.length; i++) {
                    point[i] *= factor;
                }
            }
        }

        /** The norm is off by γ_{d/2+2}; its quotient and the product round once each. */
        @Override
        public double projectionError(int dimension) {
            return dimension + 8.0;
        }

        @Override
        public double supSquaredDistance(double[] y) {
            double farthest = radius + Vectors.norm(y);
            return farthest * farthest;
        }

        @Override
        public double diameter(int dimension) {
            return 2 * radius;
        }

        @Override
        public double[] bestResponse(double[] total) {
            double norm = Vectors.norm(total);
            return norm == 0 ? new double[total.length] : Vectors.scaled(-radius / norm, total);
        }
    }

    /**
     * [low, high]^d.
     *
     * @param low smallest coordinate
     * @param high largest coordinate, above low
     */
    record Box(double low, double high) implements Domain {
        public Box {
            if (!(low < high)) {
                throw new IllegalArgumentException("a box needs low < high, got " + low + " and " + high);
            }
        }

        @Override
        public void project(double[] point) {
            for (int i = 0; i < point.length; i++) {
                point[i] = Math.min(Math.max(point[i], low), high);
            }
        }

        @Override
        public double supSquaredDistance(double[] y) {
            double sum = 0;
            for (double coordinate : y) {
                double farthest = Math.max(high - coordinate, coordinate - low);
                sum += farthest * farthest;
            }
            return sum;
        }

        @Override
        public double diameter(int dimension) {
            return Math.sqrt(dimension) * (high - low);
        }

        @Override
        public double[] bestResponse(double[] total) {
            double[] point = new double[total.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = total[i] > 0 ? low : high;
            }
            return point;
        }
    }

    /** {x ≥ 0, Σ xᵢ = 1}. */
    record Simplex() implements Domain {

        /**
         * x = max(v − τ, 0), with τ from the sorted entries (Duchi, Shalev-Shwartz, Singer, Chandra, ICML 2008, figure 1), after the
         * largest entry is taken off all: those that matter are then in [−1, 0], whatever the size of v.
         */
        @Override
        public void project(double[] point) {
            double[] sorted = point.clone();
            Arrays.sort(sorted);
            double largest = sorted[sorted.length - 1];
            double sum = 0;
            double threshold = 0;
            for (int k = 1; k <= sorted.length; k++) {
                double next = sorted[sorted.length - k] - largest;
                sum += next;
                double candidate = (sum - 1) / k;
                if (next <= candidate) {
                    break;
                }
                threshold = candidate;
            }
            for (int i = 0; i < point.length; i++) {
                point[i] = Math.max(point[i] - largest - threshold, 0);
            }
        }

        /** The smallest point is uniform, and Σ xᵢ − cᵢ = 0. */
        @Override
        public double along(double[] x) {
            return 0;
        }

        @Override
        public Enclosure exactSmallestSquaredNorm(int dimension) {
            return Enclosure.ONE.over(Enclosure.of(dimension));
        }

        /** The threshold is off by γ_{d+2}, and with it each of d coordinates of size 1/d on average. */
        @Override
        public double projectionError(int dimension) {
            return dimension * (dimension + 4.0);
        }

        /** The larger of what is below 0 and what the sum misses. */
        @Override
        public double outside(double[] point) {
            double sum = 0;
            double below = 0;
            for (double coordinate : point) {
                sum += coordinate;
                below = Math.max(below, -coordinate);
            }
            double missing = Math.abs(sum - 1);
            return below == 0 && missing <= Rounding.gamma(projectionError(point.length) + 8)
                    ? 0
                    : Math.max(below, missing);
        }

        @Override
        public double supSquaredDistance(double[] y) {
            double squaredNorm = Vectors.squaredNorm(y);
            return squaredNorm + 1 - 2 * y[Vectors.smallestIndex(y)];
        }

        @Override
        public double diameter(int dimension) {
            return Math.sqrt(2);
        }

        @Override
        public double[] bestResponse(double[] total) {
            double[] vertex = new double[total.length];
            vertex[Vectors.smallestIndex(total)] = 1;
            return vertex;
        }
    }

    /** {−1, 1} on the line, which is not convex: a projection exists, the theorems do not hold. */
    record TwoPoints() implements Domain {
        @Override
        public void project(double[] point) {
            for (int i = 0; i < point.length; i++) {
                point[i] = point[i] < 0 ? -1 : 1;
            }
        }

        @Override
        public double supSquaredDistance(double[] y) {
            return new Box(-1, 1).supSquaredDistance(y);
        }

        @Override
        public double diameter(int dimension) {
            return new Box(-1, 1).diameter(dimension);
        }

        @Override
        public double[] bestResponse(double[] total) {
            return new Box(-1, 1).bestResponse(total);
        }

        @Override
        public boolean convex() {
            return false;
        }
    }
}
