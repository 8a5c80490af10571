package org.theoremcheck.predictable.regret;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * Chooses the loss fₜ of each round. A list of rows is repeated cyclically, so that a constant or alternating sequence of any length
 * is one row or two.
 */
public sealed interface Adversary {

    /**
     * gₜ, a subgradient of fₜ at the point.
     *
     * @param round t = 0, 1, …
     * @param point xₜ
     * @param hint mₜ
     * @param gradient where gₜ may be written
     * @return the array given, or data of the adversary that is not to be written to
     */
    double[] gradient(int round, double[] point, double[] hint, double[] gradient);

    /** Whether each fₜ is the linear function ⟨gₜ, ·⟩, so that its regret is the linearized one. */
    default boolean linear() {
        return true;
    }

    /** Whether the losses are fixed before the game. */
    default boolean oblivious() {
        return false;
    }

    /** Whether each fₜ is convex. */
    default boolean convex() {
        return true;
    }

    /** Whether gₜ is taken at the point played. */
    default boolean atPlayedPoint() {
        return true;
    }

    /** fₜ(x), for losses that are not linear. */
    default double loss(int round, double[] x) {
        throw new UnsupportedOperationException("linear losses are summed as ⟨g, x⟩");
    }

    /** fₜ(x) enclosed, for losses that are not linear. */
    default Enclosure exactLoss(int round, double[] x) {
        throw new UnsupportedOperationException("linear losses are summed as ⟨g, x⟩");
    }

    /** Size of the numbers that fₜ and gₜ are computed from, for points of norm at most the radius; 0 for linear losses. */
    default double magnitude(int round, double radius) {
        return 0;
    }

    /**
     * Bound on what rounding of gₜ, and of a kink's side, can add to fₜ(x) − fₜ(u) − ⟨gₜ, x − u⟩, and on the error of {@link #loss}, in
     * units of the {@link #magnitude}: a score is off by γ_d of its size, φ by that times its slope, φ′ by that times its curvature,
     * and the wrong side of a kink costs twice the error of the score.
     */
    static double roundingOfLosses(int dimension) {
        return 4 * Rounding.gamma(dimension + 12.0);
    }

    /** The dimension that the data needs, or −1 where any will do. */
    default int dimension() {
        return -1;
    }

    /** gₜ fixed in advance. */
    record Linear(double[][] gradients) implements Adversary {
        public Linear {
            rectangular(gradients, "gradients");
        }

        @Override
        public double[] gradient(int round, double[] point, double[] hint, double[] gradient) {
            return gradients[round % gradients.length];
        }

        @Override
        public boolean oblivious() {
            return true;
        }

        @Override
        public int dimension() {
            return gradients[0].length;
        }
    }

    /** gₜ,ᵢ = c sign(xₜ,ᵢ), with sign(0) = 1. */
    record SignOfPoint(double size) implements Adversary {
        @Override
        public double[] gradient(int round, double[] point, double[] hint, double[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = point[i] < 0 ? -size : size;
            }
            return gradient;
        }
    }

    /** gₜ = −c mₜ + v: what the hint promised, reversed. */
    record AgainstHint(double factor, double[] offset) implements Adversary {
        public AgainstHint {
            rectangular(new double[][] {offset}, "offset");
        }

        @Override
        public double[] gradient(int round, double[] point, double[] hint, double[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = offset[i] - factor * hint[i];
            }
            return gradient;
        }

        @Override
        public int dimension() {
            return offset.length;
        }
    }

    /** gₜ = ±vₜ, whichever costs the point played more. */
    record WorseSign(double[][] directions) implements Adversary {
        public WorseSign {
            rectangular(directions, "directions");
        }

        @Override
        public double[] gradient(int round, double[] point, double[] hint, double[] gradient) {
            double[] direction = directions[round % directions.length];
            double sign = Vectors.dot(direction, point) < 0 ? -1 : 1;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = sign * direction[i];
            }
            return gradient;
        }

        @Override
        public int dimension() {
            return directions[0].length;
        }
    }

    /**
     * fₜ(x) = φ(⟨aₜ, x⟩, bₜ).
     *
     * @param link φ
     * @param features aₜ
     * @param targets bₜ, one for each row
     */
    record Ridge(Link link, double[][] features, double[] targets) implements Adversary {
        public Ridge {
            rectangular(features, "features");
            if (targets.length != features.length || !Vectors.finite(targets)) {
                throw new IllegalArgumentException("expected a finite target for each of %d features, got %d"
                        .formatted(features.length, targets.length));
            }
        }

        private double[] feature(int round) {
            return features[round % features.length];
        }

        private double target(int round) {
            return targets[round % targets.length];
        }

        @Override
        public double[] gradient(int round, double[] point, double[] hint, double[] gradient) {
            double[] feature = feature(round);
            double derivative = link.derivative(Vectors.dot(feature, point), target(round));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = derivative * feature[i];
            }
            return gradient;
        }

        @Override
        public boolean linear() {
            return false;
        }

        @Override
        public boolean oblivious() {
            return false;
        }

        @Override
        public boolean convex() {
            return link != Link.CONCAVE;
        }

        @Override
        public double loss(int round, double[] x) {
            return link.value(Vectors.dot(feature(round), x), target(round));
        }

        @Override
        public Enclosure exactLoss(int round, double[] x) {
            Enclosure score = Enclosure.ZERO;
            double[] feature = feature(round);
            for (int i = 0; i < x.length; i++) {
                score = score.plus(Enclosure.of(feature[i]).times(Enclosure.of(x[i])));
            }
            return link.exact(score, Enclosure.of(target(round)));
        }

        @Override
        public double magnitude(int round, double radius) {
            double size = Vectors.norm(feature(round)) * radius + Math.abs(target(round)) + 1;
            return size * link.slope(size);
        }

        @Override
        public int dimension() {
            return features[0].length;
        }
    }

    /** fₜ(x) = max over k of ⟨aₖ, x⟩, the same pieces in every round. */
    record LargestOf(double[][] pieces) implements Adversary {
        public LargestOf {
            rectangular(pieces, "pieces");
        }

        private int largest(double[] x) {
            int best = 0;
            for (int k = 1; k < pieces.length; k++) {
                if (Vectors.dot(pieces[k], x) > Vectors.dot(pieces[best], x)) {
                    best = k;
                }
            }
            return best;
        }

        @Override
        public double[] gradient(int round, double[] point, double[] hint, double[] gradient) {
            return pieces[largest(point)];
        }

        @Override
        public boolean linear() {
            return false;
        }

        @Override
        public double loss(int round, double[] x) {
            return Vectors.dot(pieces[largest(x)], x);
        }

        @Override
        public Enclosure exactLoss(int round, double[] x) {
            Enclosure largest = null;
            for (double[] piece : pieces) {
                Enclosure value = Enclosure.ZERO;
                for (int i = 0; i < x.length; i++) {
                    value = value.plus(Enclosure.of(piece[i]).times(Enclosure.of(x[i])));
                }
                largest = largest == null ? value : largest.max(value);
            }
            return largest == null ? Enclosure.ZERO : largest;
        }

        @Override
        public double magnitude(int round, double radius) {
            double size = 0;
            for (double[] piece : pieces) {
                size = Math.max(size, Vectors.norm(piece));
            }
            return size * radius;
        }

        @Override
        public int dimension() {
            return pieces[0].length;
        }
    }

    /** The losses of another adversary with gradients taken at a fixed point instead of the one played. */
    record Elsewhere(Ridge losses, double[] place) implements Adversary {
        @Override
        public double[] gradient(int round, double[] point, double[] hint, double[] gradient) {
            return losses.gradient(round, place, hint, gradient);
        }

        @Override
        public boolean linear() {
            return false;
        }

        @Override
        public boolean convex() {
            return losses.convex();
        }

        @Override
        public boolean atPlayedPoint() {
            return false;
        }

        @Override
        public double loss(int round, double[] x) {
            return losses.loss(round, x);
        }

        @Override
        public Enclosure exactLoss(int round, double[] x) {
            return losses.exactLoss(round, x);
        }

        @Override
        public double magnitude(int round, double radius) {
            return losses.magnitude(round, radius);
        }

        @Override
        public int dimension() {
            return losses.dimension();
        }
    }

    private static void rectangular(double[][] rows, String what) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException(what + " are at least one row of at least one number");
        }
        for (double[] row : rows) {
            if (row.length != rows[0].length || !Vectors.finite(row)) {
                throw new IllegalArgumentException(what + " are rows of one length with finite numbers");
            }
        }
    }
}
