package org.theoremcheck.quartic.objective;

import java.util.Arrays;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * Two rectified linear neurons that learn one (F7): f(w₁, w₂) = ½ E(ρ⟨w₁, a⟩ + ρ⟨w₂, a⟩ − ρ⟨v, a⟩)² for standard normal a, which is
 * <pre>
 *   ¼‖w₁ + w₂ − v‖² + (1/2π)(h(θ₁₂)‖w₁‖‖w₂‖ − h(θ₁)‖w₁‖‖v‖ − h(θ₂)‖w₂‖‖v‖),   h(θ) = sin θ − θ cos θ
 * </pre>
 * with the angles between the weights, and between them and v. The solutions are wᵢ = cᵢv, cᵢ ≥ 0, c₁ + c₂ = 1. Growth along the ravine is
 * cubic. Points are w₁, then w₂; neither may be 0.
 *
 * @param target v ≠ 0
 */
public record TwoNeurons(double[] target) implements Objective {

    /** Below this angle h is taken from its series θ³/3 − θ⁵/30 + θ⁷/840, whose rest is then below 10⁻¹⁶. */
    private static final double SMALL = 0.05;

    private static final double TWO_PI = 2 * StrictMath.PI;

    @Override
    public int dimension() {
        return 2 * target.length;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        int d = target.length;
        double[] first = Arrays.copyOf(point, d);
        double[] second = Arrays.copyOfRange(point, d, 2 * d);
        double ofFirst = Vectors.norm(first);
        double ofSecond = Vectors.norm(second);
        double ofTarget = Vectors.norm(target);
        double between = angle(first, second);
        double toFirst = angle(first, target);
        double toSecond = angle(second, target);
        double pull = (ofSecond * StrictMath.sin(between) - ofTarget * StrictMath.sin(toFirst)) / ofFirst;
        double push = (ofFirst * StrictMath.sin(between) - ofTarget * StrictMath.sin(toSecond)) / ofSecond;
        double squares = 0;
        for (int i = 0; i < d; i++) {
            double residual = first[i] + second[i] - target[i];
            squares += residual * residual;
            gradient[i] = residual / 2 + (pull * first[i] - between * second[i] + toFirst * target[i]) / TWO_PI;
            gradient[d + i] = residual / 2 + (push * second[i] - between * first[i] + toSecond * target[i]) / TWO_PI;
        }
        double angles =
                h(between) * ofFirst * ofSecond - h(toFirst) * ofFirst * ofTarget - h(toSecond) * ofSecond * ofTarget;
        return squares / 4 + angles / TWO_PI;
    }

    /** 2 atan2(‖a/‖a‖ − b/‖b‖‖, ‖a/‖a‖ + b/‖b‖‖), accurate for small angles where an arc cosine is not. */
    private static double angle(double[] a, double[] b) {
        double ofA = Vectors.norm(a);
        double ofB = Vectors.norm(b);
        double apart = 0;
        double together = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] / ofA - b[i] / ofB;
            double sum = a[i] / ofA + b[i] / ofB;
            apart += difference * difference;
            together += sum * sum;
        }
        return 2 * StrictMath.atan2(Math.sqrt(apart), Math.sqrt(together));
    }

    private static double h(double angle) {
        if (angle >= SMALL) {
            return StrictMath.sin(angle) - angle * StrictMath.cos(angle);
        }
        double square = angle * angle;
        return angle * square * (1.0 / 3 - square * (1.0 / 30 - square / 840));
    }

    /** Norms have γ_d each, angles are off by a few units: all of it times the squared sizes of the weights, or their sizes. */
    @Override
    public Accuracy accuracy(double[] point) {
        double size = Vectors.norm(point) + Vectors.norm(target);
        double roundings = Rounding.gamma(4 * target.length + 64.0);
        return new Accuracy(roundings * size * size, roundings * size);
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        Exact exact = new Exact(point);
        Enclosure angles = h(exact.between)
                .times(exact.ofFirst)
                .times(exact.ofSecond)
                .minus(h(exact.toFirst).times(exact.ofFirst).times(exact.ofTarget))
                .minus(h(exact.toSecond).times(exact.ofSecond).times(exact.ofTarget));
        return Enclosures.squaredNorm(exact.residual).times(Enclosure.of(0.25)).plus(angles.over(exact.twoPi));
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Exact exact = new Exact(point);
        Enclosure[] gradient = new Enclosure[point.length];
        for (int i = 0; i < target.length; i++) {
            gradient[i] = exact.slope(i, exact.first, exact.ofFirst, exact.second, exact.ofSecond, exact.toFirst);
            gradient[target.length + i] =
                    exact.slope(i, exact.second, exact.ofSecond, exact.first, exact.ofFirst, exact.toSecond);
        }
        return gradient;
    }

    /** sin θ − θ cos θ, with cos θ = 1 − 2 sin²(θ/2). */
    private static Enclosure h(Enclosure angle) {
        Enclosure half = angle.times(Enclosure.of(0.5)).sin();
        Enclosure cosine = Enclosure.ONE.minus(Enclosure.of(2).times(half.squared()));
        return angle.sin().minus(angle.times(cosine));
    }

    /** Norms and angles of a point, enclosed. */
    private final class Exact {

        final Enclosure[] first;
        final Enclosure[] second;
        final Enclosure[] goal = Enclosures.of(target);
        final Enclosure[] residual = new Enclosure[target.length];
        final Enclosure ofFirst;
        final Enclosure ofSecond;
        final Enclosure ofTarget = Enclosures.squaredNorm(goal).sqrt();
        final Enclosure between;
        final Enclosure toFirst;
        final Enclosure toSecond;
        final Enclosure twoPi = Enclosure.of(8).times(Enclosure.ONE.atan());

        Exact(Enclosure[] point) {
            first = Arrays.copyOf(point, target.length);
            second = Arrays.copyOfRange(point, target.length, point.length);
            for (int i = 0; i < target.length; i++) {
                residual[i] = first[i].plus(second[i]).minus(goal[i]);
            }
            ofFirst = Enclosures.squaredNorm(first).sqrt();
            ofSecond = Enclosures.squaredNorm(second).sqrt();
            between = angle(first, ofFirst, second, ofSecond);
            toFirst = angle(first, ofFirst, goal, ofTarget);
            toSecond = angle(second, ofSecond, goal, ofTarget);
        }

        private static Enclosure angle(Enclosure[] a, Enclosure ofA, Enclosure[] b, Enclosure ofB) {
            Enclosure apart = Enclosure.ZERO;
            Enclosure together = Enclosure.ZERO;
            for (int i = 0; i < a.length; i++) {
                Enclosure left = a[i].over(ofA);
                Enclosure right = b[i].over(ofB);
                apart = apart.plus(left.minus(right).squared());
                together = together.plus(left.plus(right).squared());
            }
            return Enclosure.of(2).times(apart.sqrt().over(together.sqrt()).atan());
        }

        /** ½(w₁ + w₂ − v) + (1/2π)((‖o‖ sin θ₁₂ − ‖v‖ sin θ) w/‖w‖ − θ₁₂ o + θ v) for the weights w and the others o. */
        Enclosure slope(
                int i, Enclosure[] own, Enclosure ofOwn, Enclosure[] other, Enclosure ofOther, Enclosure toOwn) {
            Enclosure along = ofOther.times(between.sin())
                    .minus(ofTarget.times(toOwn.sin()))
                    .over(ofOwn)
                    .times(own[i]);
            Enclosure turning = along.minus(between.times(other[i])).plus(toOwn.times(goal[i]));
            return residual[i].times(Enclosure.of(0.5)).plus(turning.over(twoPi));
        }
    }

    /** (½v, ½v). */
    @Override
    public double[] solution() {
        double[] halves = Arrays.copyOf(Vectors.scaled(0.5, target), dimension());
        System.arraycopy(halves, 0, halves, target.length, target.length);
        return halves;
    }

    /** Parts across v, and along v the distance of (c₁, c₂) to the segment c₁ + c₂ = 1, c ≥ 0. */
    @Override
    public double distance(double[] point) {
        int d = target.length;
        double square = Vectors.squaredNorm(target);
        double first = Vectors.dot(target, point) / square;
        double second = Vectors.dot(target, Arrays.copyOfRange(point, d, 2 * d)) / square;
        double onSegment = Math.max(0, Math.min(1, (1 + first - second) / 2));
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double ofFirst = point[i] - onSegment * target[i];
            double ofSecond = point[d + i] - (1 - onSegment) * target[i];
            sum += ofFirst * ofFirst + ofSecond * ofSecond;
        }
        return Math.sqrt(sum);
    }

    @Override
    public double order() {
        return 3;
    }

    /** ½(1 1; 1 1) in w₁, w₂: the rest is of third order. */
    @Override
    public double[] curvatures() {
        return new double[] {1, 1};
    }
}
