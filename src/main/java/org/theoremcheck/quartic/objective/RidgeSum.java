package org.theoremcheck.quartic.objective;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * f(z) = Σ ψⱼ(⟨aⱼ, z⟩) with ψⱼ(t) = ½αⱼt² + ⅙βⱼt³ + ¼γⱼt⁴. With β = 0 it is ½‖Bz‖² + ¼ Σ⟨aᵢ, z⟩⁴ (F3). Convex where βⱼ² ≤ 12 αⱼγⱼ
 * for every j, and then 0 is the solution.
 *
 * @param rows aⱼ
 * @param quadratic αⱼ ≥ 0
 * @param cubic βⱼ
 * @param quartic γⱼ ≥ 0
 */
public record RidgeSum(double[][] rows, double[] quadratic, double[] cubic, double[] quartic) implements Objective {

    /**
     * A function.
     *
     * @throws IllegalArgumentException if there are not as many coefficients as ridges, or rows differ in length
     */
    public RidgeSum {
        int count = rows.length;
        if (count == 0 || quadratic.length != count || cubic.length != count || quartic.length != count) {
            throw new IllegalArgumentException("every ridge has three coefficients, of %d ridges".formatted(count));
        }
        for (double[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        "rows are of one length, got %d and %d".formatted(rows[0].length, row.length));
            }
        }
    }

    @Override
    public int dimension() {
        return rows[0].length;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int j = 0; j < rows.length; j++) {
            double t = Vectors.dot(rows[j], point);
            sum += t * t * (quadratic[j] / 2 + t * (cubic[j] / 6 + t * (quartic[j] / 4)));
            double slope = t * (quadratic[j] + t * (cubic[j] / 2 + t * quartic[j]));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += slope * rows[j][i];
            }
        }
        return sum;
    }

    /** ⟨aⱼ, z⟩ is off by γ_d‖aⱼ‖‖z‖; polynomials and sums have their own roundings. */
    @Override
    public Accuracy accuracy(double[] point) {
        double size = Vectors.norm(point);
        double ofGap = 0;
        double ofGradient = 0;
        double roundings = Rounding.gamma(rows.length + 8.0);
        for (int j = 0; j < rows.length; j++) {
            double length = Vectors.norm(rows[j]);
            double move = Rounding.gamma(point.length) * length * size;
            double t = Math.abs(Vectors.dot(rows[j], point)) + move;
            double bend = quadratic[j] + t * (Math.abs(cubic[j]) + t * 3 * quartic[j]);
            double slope = t * (quadratic[j] + t * (Math.abs(cubic[j]) / 2 + t * quartic[j]));
            ofGap += slope * (move + roundings * t);
            ofGradient += length * (bend * move + roundings * slope);
        }
        return new Accuracy(ofGap, ofGradient);
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        Enclosure sum = Enclosure.ZERO;
        for (int j = 0; j < rows.length; j++) {
            Enclosure t = Enclosures.dot(rows[j], point);
            Enclosure square = t.squared();
            sum = sum.plus(Enclosure.of(quadratic[j] / 2).times(square))
                    .plus(Enclosure.of(cubic[j])
                            .over(Enclosure.of(6))
                            .times(square)
                            .times(t))
                    .plus(Enclosure.of(quartic[j] / 4).times(square.squared()));
        }
        return sum;
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Enclosure[] gradient = Enclosures.of(new double[point.length]);
        for (int j = 0; j < rows.length; j++) {
            Enclosure t = Enclosures.dot(rows[j], point);
            Enclosure square = t.squared();
            Enclosure slope = Enclosure.of(quadratic[j])
                    .times(t)
                    .plus(Enclosure.of(cubic[j] / 2).times(square))
                    .plus(Enclosure.of(quartic[j]).times(square).times(t));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = gradient[i].plus(slope.times(Enclosure.of(rows[j][i])));
            }
        }
        return gradient;
    }

    /** ∇²f(0) z = Σ αⱼ⟨aⱼ, z⟩aⱼ. */
    public double[] hessianTimes(double[] z) {
        double[] product = new double[z.length];
        for (int j = 0; j < rows.length; j++) {
            double slope = quadratic[j] * Vectors.dot(rows[j], z);
            for (int i = 0; i < z.length; i++) {
                product[i] += slope * rows[j][i];
            }
        }
        return product;
    }

    /** min 12αⱼγⱼ − βⱼ²: convex where it is not negative. */
    public double convexity() {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < rows.length; j++) {
            least = Math.min(least, 12 * quadratic[j] * quartic[j] - cubic[j] * cubic[j]);
        }
        return least;
    }

    /** A Lipschitz constant of ∇f on the ball of that radius around 0. */
    public double smoothness(double radius) {
        double sum = 0;
        for (int j = 0; j < rows.length; j++) {
            double length = Vectors.norm(rows[j]);
            double t = length * radius;
            sum += length * length * (quadratic[j] + t * (Math.abs(cubic[j]) + 3 * t * quartic[j]));
        }
        return sum;
    }

    @Override
    public double order() {
        return 4;
    }

    @Override
    public double[] curvatures() {
        DMatrixRMaj hessian = new DMatrixRMaj(dimension(), dimension());
        for (int j = 0; j < rows.length; j++) {
            for (int r = 0; r < dimension(); r++) {
                for (int c = 0; c < dimension(); c++) {
                    hessian.add(r, c, quadratic[j] * rows[j][r] * rows[j][c]);
                }
            }
        }
        return Spectra.nonzero(hessian);
    }
}
