package org.theoremcheck.quartic.objective;

import org.ejml.data.DMatrixRMaj;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * Quadratic sensing with more columns than needed (F4): f(B) = (1/m) Σ rᵢ², rᵢ = ‖Bᵀaᵢ‖² − ‖Bᵀbᵢ‖² − yᵢ, B ∈ R^{d×k}, where the data are
 * those of P ∈ R^{d×r} with r &lt; k: yᵢ = ‖Pᵀaᵢ‖² − ‖Pᵀbᵢ‖². The solutions are all B with BBᵀ = PPᵀ. Points are B row by row.
 *
 * @param plus aᵢ by coordinate: d rows of m numbers
 * @param minus bᵢ by coordinate
 * @param planted P
 * @param targets yᵢ
 * @param columns k
 */
public record Sensing(double[][] plus, double[][] minus, double[][] planted, double[] targets, int columns)
        implements Objective {

    /** Measurements of the planted factor, which are f's data. */
    public static Sensing of(double[][] plus, double[][] minus, double[][] planted, int columns) {
        double[] flat = new DMatrixRMaj(planted).data;
        double[] targets = new double[plus[0].length];
        addEnergy(1, project(plus, flat, planted[0].length), targets);
        addEnergy(-1, project(minus, flat, planted[0].length), targets);
        return new Sensing(plus, minus, planted, targets, columns);
    }

    @Override
    public int dimension() {
        return plus.length * columns;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        int m = targets.length;
        double[][] ofPlus = project(plus, point, columns);
        double[][] ofMinus = project(minus, point, columns);
        double[] residual = residual(ofPlus, ofMinus);
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < m; i++) {
                ofPlus[c][i] *= residual[i];
                ofMinus[c][i] *= residual[i];
            }
        }
        for (int j = 0; j < plus.length; j++) {
            for (int c = 0; c < columns; c++) {
                double sum = correlation(plus[j], ofPlus[c]) - correlation(minus[j], ofMinus[c]);
                gradient[j * columns + c] = 4 * sum / m;
            }
        }
        return Vectors.squaredNorm(residual) / m;
    }

    /**
     * Bᵀaᵢ by column: k rows of m numbers. Four coordinates at once, each row of numbers along the machine's vectors.
     *
     * @param factor B row by row
     */
    private static double[][] project(double[][] vectors, double[] factor, int columns) {
        int m = vectors[0].length;
        double[][] projected = new double[columns][m];
        int j = 0;
        for (; j + 3 < vectors.length; j += 4) {
            double[] v0 = vectors[j];
            double[] v1 = vectors[j + 1];
            double[] v2 = vectors[j + 2];
            double[] v3 = vectors[j + 3];
            for (int c = 0; c < columns; c++) {
                double b0 = factor[j * columns + c];
                double b1 = factor[(j + 1) * columns + c];
                double b2 = factor[(j + 2) * columns + c];
                double b3 = factor[(j + 3) * columns + c];
                double[] row = projected[c];
                for (int i = 0; i < m; i++) {
                    row[i] += b0 * v0[i] + b1 * v1[i] + b2 * v2[i] + b3 * v3[i];
                }
            }
        }
        for (; j < vectors.length; j++) {
            for (int c = 0; c < columns; c++) {
                double b = factor[j * columns + c];
                for (int i = 0; i < m; i++) {
                    projected[c][i] += b * vectors[j][i];
                }
            }
        }
        return projected;
    }

    /** ⟨a, b⟩ as four interleaved sums: they need not wait for each other. */
    private static double correlation(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private double[] residual(double[][] ofPlus, double[][] ofMinus) {
        double[] residual = Vectors.scaled(-1, targets);
        addEnergy(1, ofPlus, residual);
        addEnergy(-1, ofMinus, residual);
        return residual;
    }

    /** Adds ± Σ_c row_c(i)² to entry i. */
    private static void addEnergy(double sign, double[][] rows, double[] sums) {
        for (double[] row : rows) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += sign * (row[i] * row[i]);
            }
        }
    }

    /** Residuals are off by γ(‖aᵢ‖² + ‖bᵢ‖²)‖B‖², and as much for the data. */
    @Override
    public Accuracy accuracy(double[] point) {
        int m = targets.length;
        double[] residual = residual(project(plus, point, columns), project(minus, point, columns));
        double size = Vectors.norm(point);
        double roundings = Rounding.gamma(2.0 * plus.length + 4 * columns + 8);
        double gap = 0;
        double gradient = 0;
        for (int i = 0; i < m; i++) {
            double squares = 0;
            for (int j = 0; j < plus.length; j++) {
                squares += plus[j][i] * plus[j][i] + minus[j][i] * minus[j][i];
            }
            double error = roundings * (squares * size * size + Math.abs(targets[i]));
            double absolute = Math.abs(residual[i]);
            gap += 2 * absolute * error + error * error + Rounding.gamma(m + 4.0) * absolute * absolute;
            gradient += 4 * squares * size * (error + Rounding.gamma(m + plus.length + 8.0) * absolute);
        }
        return new Accuracy(gap / m, gradient / m);
    }

    @Override
    public Enclosure exactGap(Enclosure[] point) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < targets.length; i++) {
            sum = sum.plus(exactResidual(i, exactProjection(plus, i, point), exactProjection(minus, i, point))
                    .squared());
        }
        return sum.over(Enclosure.of(targets.length));
    }

    @Override
    public Enclosure[] exactGradient(Enclosure[] point) {
        Enclosure[] gradient = Enclosures.of(new double[point.length]);
        for (int i = 0; i < targets.length; i++) {
            Enclosure[] ofPlus = exactProjection(plus, i, point);
            Enclosure[] ofMinus = exactProjection(minus, i, point);
            Enclosure weight = Enclosure.of(4).times(exactResidual(i, ofPlus, ofMinus));
            for (int e = 0; e < gradient.length; e++) {
                int j = e / columns;
                int c = e % columns;
                Enclosure pull = Enclosure.of(plus[j][i])
                        .times(ofPlus[c])
                        .minus(Enclosure.of(minus[j][i]).times(ofMinus[c]));
                gradient[e] = gradient[e].plus(weight.times(pull));
            }
        }
        for (int e = 0; e < gradient.length; e++) {
            gradient[e] = gradient[e].over(Enclosure.of(targets.length));
        }
        return gradient;
    }

    private Enclosure[] exactProjection(double[][] vectors, int i, Enclosure[] point) {
        Enclosure[] projection = Enclosures.of(new double[columns]);
        for (int e = 0; e < point.length; e++) {
            projection[e % columns] = projection[e % columns].plus(
                    Enclosure.of(vectors[e / columns][i]).times(point[e]));
        }
        return projection;
    }

    private Enclosure exactResidual(int i, Enclosure[] ofPlus, Enclosure[] ofMinus) {
        return Enclosures.squaredNorm(ofPlus)
                .minus(Enclosures.squaredNorm(ofMinus))
                .minus(Enclosure.of(targets[i]));
    }

    private SymmetricFactorization solutions() {
        return new SymmetricFactorization(planted, columns);
    }

    @Override
    public double[] solution() {
        return solutions().solution();
    }

    @Override
    public double distance(double[] point) {
        return solutions().distance(point);
    }

    @Override
    public double order() {
        return 4;
    }

    /** Of (2/m) Σ ∇rᵢ∇rᵢᵀ at [P 0], ∇rᵢ = 2(aᵢaᵢᵀ − bᵢbᵢᵀ)P: other columns have no part in it. */
    @Override
    public double[] curvatures() {
        int rank = planted[0].length;
        double[] flat = new DMatrixRMaj(planted).data;
        double[][] ofPlus = project(plus, flat, rank);
        double[][] ofMinus = project(minus, flat, rank);
        DMatrixRMaj hessian = new DMatrixRMaj(plus.length * rank, plus.length * rank);
        for (int i = 0; i < targets.length; i++) {
            double[] slope = new double[plus.length * rank];
            for (int e = 0; e < slope.length; e++) {
                slope[e] = 2 * (plus[e / rank][i] * ofPlus[e % rank][i] - minus[e / rank][i] * ofMinus[e % rank][i]);
            }
            for (int r = 0; r < slope.length; r++) {
                for (int c = 0; c < slope.length; c++) {
                    hessian.add(r, c, 2 * slope[r] * slope[c] / targets.length);
                }
            }
        }
        return Spectra.nonzero(hessian);
    }
}
