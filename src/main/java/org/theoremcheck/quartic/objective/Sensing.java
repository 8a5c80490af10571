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
 * @param plus aᵢ
 * @param minus bᵢ
 * @param planted P
 * @param targets yᵢ
 * @param columns k
 */
public record Sensing(Measurements plus, Measurements minus, double[][] planted, double[] targets, int columns)
        implements Objective {

    /** Measurements of the planted factor, which are f's data. */
    public static Sensing of(Measurements plus, Measurements minus, double[][] planted, int columns) {
        double[] flat = new DMatrixRMaj(planted).data;
        double[] targets = new double[plus.count()];
        addEnergy(1, plus.project(flat, planted[0].length), targets);
        addEnergy(-1, minus.project(flat, planted[0].length), targets);
        return new Sensing(plus, minus, planted, targets, columns);
    }

    @Override
    public int dimension() {
        return plus.dimension() * columns;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        double[][] ofPlus = plus.project(point, columns);
        double[][] ofMinus = minus.project(point, columns);
        double[] residual = residual(ofPlus, ofMinus);
        double[][] pull = plus.collect(weighted(ofPlus, residual), columns);
        double[][] push = minus.collect(weighted(ofMinus, residual), columns);
        double scale = 4.0 / targets.length;
        for (int e = 0; e < gradient.length; e++) {
            gradient[e] = scale * (pull[e % columns][e / columns] - push[e % columns][e / columns]);
        }
        return Vectors.squaredNorm(residual) / targets.length;
    }

    /** rᵢBᵀaᵢ, one after the other. */
    private static double[] weighted(double[][] projections, double[] residual) {
        double[] weighted = new double[projections.length * residual.length];
        for (int c = 0; c < projections.length; c++) {
            for (int i = 0; i < residual.length; i++) {
                weighted[i * projections.length + c] = residual[i] * projections[c][i];
            }
        }
        return weighted;
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
        double[] residual = residual(plus.project(point, columns), minus.project(point, columns));
        double size = Vectors.norm(point);
        double roundings = Rounding.gamma(2.0 * plus.dimension() + 4 * columns + 8);
        double gap = 0;
        double gradient = 0;
        for (int i = 0; i < m; i++) {
            double squares = Vectors.squaredNorm(plus.vector(i)) + Vectors.squaredNorm(minus.vector(i));
            double error = roundings * (squares * size * size + Math.abs(targets[i]));
            double absolute = Math.abs(residual[i]);
            gap += 2 * absolute * error + error * error + Rounding.gamma(m + 4.0) * absolute * absolute;
            gradient += 4 * squares * size * (error + Rounding.gamma(m + plus.dimension() + 8.0) * absolute);
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
                Enclosure pull = Enclosure.of(plus.vector(i)[j])
                        .times(ofPlus[c])
                        .minus(Enclosure.of(minus.vector(i)[j]).times(ofMinus[c]));
                gradient[e] = gradient[e].plus(weight.times(pull));
            }
        }
        for (int e = 0; e < gradient.length; e++) {
            gradient[e] = gradient[e].over(Enclosure.of(targets.length));
        }
        return gradient;
    }

    private Enclosure[] exactProjection(Measurements vectors, int i, Enclosure[] point) {
        Enclosure[] projection = Enclosures.of(new double[columns]);
        for (int e = 0; e < point.length; e++) {
            projection[e % columns] = projection[e % columns].plus(
                    Enclosure.of(vectors.vector(i)[e / columns]).times(point[e]));
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
        double[][] ofPlus = plus.project(flat, rank);
        double[][] ofMinus = minus.project(flat, rank);
        DMatrixRMaj hessian = new DMatrixRMaj(plus.dimension() * rank, plus.dimension() * rank);
        for (int i = 0; i < targets.length; i++) {
            double[] slope = new double[plus.dimension() * rank];
            for (int e = 0; e < slope.length; e++) {
                slope[e] = 2
                        * (plus.vector(i)[e / rank] * ofPlus[e % rank][i]
                                - minus.vector(i)[e / rank] * ofMinus[e % rank][i]);
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
