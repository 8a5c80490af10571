package org.theoremcheck.predictable.geometry;

import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * Φ(x) = ½xᵀAx on R^d with A = LLᵀ: λ = 1 in the norm ‖x‖_A = ‖Lᵀx‖₂, dual norm ‖v‖ = ‖L⁻¹v‖₂. The mirror image is Lᵀx, in which
 * everything is Euclidean.
 *
 * @param factor L, lower triangular with a positive diagonal; row i has i + 1 entries
 */
public record Mahalanobis(double[][] factor) implements SquaredNorm {

    public Mahalanobis {
        for (int i = 0; i < factor.length; i++) {
            if (factor[i].length != i + 1 || !Vectors.finite(factor[i]) || !(factor[i][i] > 0)) {
                throw new IllegalArgumentException(
                        "row %d of a triangular factor has %d finite entries, the last one positive"
                                .formatted(i, i + 1));
            }
        }
    }

    @Override
    public double modulus() {
        return 1;
    }

    @Override
    public boolean fits(int dimension) {
        return dimension == factor.length;
    }

    @Override
    public double norm(double[] v) {
        return Vectors.norm(mirror(v));
    }

    @Override
    public double squaredDualDistance(double[] a, double[] b) {
        double[] difference = Vectors.difference(a, b);
        return Vectors.squaredNorm(solved(difference));
    }

    /** L⁻¹v, by forward substitution. */
    private double[] solved(double[] v) {
        double[] solution = v.clone();
        for (int i = 0; i < solution.length; i++) {
            for (int j = 0; j < i; j++) {
                solution[i] -= factor[i][j] * solution[j];
            }
            solution[i] /= factor[i][i];
        }
        return solution;
    }

    /** Lᵀx. */
    @Override
    public double[] mirror(double[] point) {
        double[] image = new double[point.length];
        for (int j = 0; j < image.length; j++) {
            for (int i = j; i < image.length; i++) {
                image[j] += factor[i][j] * point[i];
            }
        }
        return image;
    }

    /** Lᵀ(z − ηA⁻¹a) = Lᵀz − ηL⁻¹a. */
    @Override
    public void step(double[] from, double eta, double[] slope, double[] to) {
        double[] direction = solved(slope);
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] - eta * direction[i];
        }
    }

    /** L⁻ᵀ times the image, by back substitution. */
    @Override
    public double[] point(double[] mirror) {
        double[] point = mirror.clone();
        for (int j = point.length - 1; j >= 0; j--) {
            for (int i = j + 1; i < point.length; i++) {
                point[j] -= factor[i][j] * point[i];
            }
            point[j] /= factor[j][j];
        }
        return point;
    }

    @Override
    public double mirrorNorm(double[] mirror) {
        return Vectors.norm(mirror);
    }

    /** |Lᵀ||v| and |L⁻¹||v| are at most the condition of L times the norm. */
    @Override
    public double normError(int dimension) {
        return dimension / 2.0 + 2 + (dimension + 1) * condition();
    }

    @Override
    public double[] aligned(double[] slope) {
        double[] solved = solved(slope);
        double norm = Vectors.norm(solved);
        return norm == 0 ? solved : Vectors.scaled(1 / norm, point(solved));
    }

    /** ½‖Lᵀ(x − y)‖₂². */
    @Override
    public double divergence(double[] x, double[] y) {
        double[] difference = Vectors.difference(x, y);
        return Vectors.squaredNorm(mirror(difference)) / 2;
    }

    @Override
    public double divergenceError(int dimension) {
        return 2 * normError(dimension) + 4;
    }

    /** ‖L‖_F ‖L⁻¹‖_F ≥ 1. */
    private double condition() {
        return Math.sqrt(squaredSize() * squaredInverseSize());
    }

    private double squaredSize() {
        double sum = 0;
        for (double[] row : factor) {
            sum += Vectors.squaredNorm(row);
        }
        return sum;
    }

    private double squaredInverseSize() {
        double sum = 0;
        for (int j = 0; j < factor.length; j++) {
            double[] unit = new double[factor.length];
            unit[j] = 1;
            sum += Vectors.squaredNorm(solved(unit));
        }
        return sum;
    }

    @Override
    public double normRatio(int dimension) {
        return Math.sqrt(squaredSize());
    }

    @Override
    public double dualRatio() {
        return Math.sqrt(squaredInverseSize());
    }

    /** A substitution is exact for a factor off by γ_d |L| (Higham, theorem 8.5). */
    @Override
    public double residual(double[] start, double farthest, double drift, double slope) {
        return Rounding.gamma(start.length + 2) * (condition() * slope + Math.sqrt(squaredSize()) * farthest + slope)
                + Rounding.UNIT * (2 * slope + drift);
    }

    @Override
    public double pointError(int dimension) {
        return 2 * (dimension + 1) * condition();
    }

    @Override
    public double pointResidual(double[] start, double drift, double slope) {
        return Rounding.gamma(start.length + 1) * condition() * (norm(start) + drift + slope);
    }

    @Override
    public Enclosure exactDivergence(double[] x, double[] y) {
        return exactSquaredNorm(Enclosures.difference(x, y)).times(Enclosure.of(0.5));
    }

    @Override
    public Enclosure exactSquaredNorm(Enclosure[] v) {
        Enclosure sum = Enclosure.ZERO;
        for (int j = 0; j < v.length; j++) {
            Enclosure image = Enclosure.ZERO;
            for (int i = j; i < v.length; i++) {
                image = image.plus(Enclosure.of(factor[i][j]).times(v[i]));
            }
            sum = sum.plus(image.squared());
        }
        return sum;
    }

    @Override
    public Enclosure exactSquaredDualNorm(Enclosure[] v) {
        Enclosure[] solution = v.clone();
        for (int i = 0; i < solution.length; i++) {
            for (int j = 0; j < i; j++) {
                solution[i] = solution[i].minus(Enclosure.of(factor[i][j]).times(solution[j]));
            }
            solution[i] = solution[i].over(Enclosure.of(factor[i][i]));
        }
        return Enclosures.squaredNorm(solution);
    }
}
