package org.theoremcheck.predictable.geometry;

import java.math.BigDecimal;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;

/**
 * Enclosures of functions of a symmetric matrix X, from an approximate decomposition VΛVᵀ that need not be trusted. With E = X − VΛVᵀ
 * and F = VᵀV − I in exact arithmetic, V is within ‖F‖ of an orthogonal Q, and X within ρ = ‖E‖ + 2‖F‖(1 + ‖F‖)‖Λ‖ of QΛQᵀ (Frobenius
 * norms); eigenvalues are then within ρ (Weyl).
 */
final class EnclosedSpectrum {

    private final Enclosure[][] matrix;
    private final Enclosure[] values;
    private final Enclosure[][] vectors;
    private final Enclosure defect;
    private final Enclosure radius;

    private EnclosedSpectrum(
            Enclosure[][] matrix, Enclosure[] values, Enclosure[][] vectors, Enclosure defect, Enclosure radius) {
        this.matrix = matrix;
        this.values = values;
        this.vectors = vectors;
        this.defect = defect;
        this.radius = radius;
    }

    /** Of the symmetric matrix that is given as a vector; see {@link Spectrum}. */
    static EnclosedSpectrum of(Enclosure[] vector) {
        double[] middle = new double[vector.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = vector[i].middle();
        }
        Spectrum approximate = Spectrum.of(middle);
        int order = approximate.values().length;
        Enclosure[][] matrix = matrix(vector, order);
        Enclosure[] values = Enclosures.of(approximate.values());
        Enclosure[][] vectors = Enclosures.of(approximate.vectors());
        Enclosure errors = Enclosure.ZERO;
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                Enclosure error = matrix[i][j];
                for (int e = 0; e < order; e++) {
                    error = error.minus(values[e].times(vectors[e][i]).times(vectors[e][j]));
                }
                errors = errors.plus(error.squared());
            }
        }
        Enclosure defect = turned(Enclosures.defect(vectors));
        Enclosure radius =
                errors.sqrt().plus(defect.times(Enclosures.squaredNorm(values).sqrt()));
        return new EnclosedSpectrum(matrix, values, vectors, defect, radius);
    }

    /** 2f(1 + f). */
    private static Enclosure turned(Enclosure defect) {
        return defect.plus(defect).times(defect.plus(Enclosure.ONE));
    }

    private static Enclosure[][] matrix(Enclosure[] vector, int order) {
        Enclosure root = Enclosure.of(2).sqrt();
        Enclosure[][] matrix = new Enclosure[order][order];
        int k = 0;
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < i; j++, k++) {
                matrix[i][j] = vector[k].over(root);
                matrix[j][i] = matrix[i][j];
            }
            matrix[i][i] = vector[k++];
        }
        return matrix;
    }

    private static Enclosure around(Enclosure value, Enclosure radius) {
        return new Enclosure(value.low().subtract(radius.high()), value.high().add(radius.high()));
    }

    private Enclosure value(int index) {
        return around(values[index], radius);
    }

    /** tr X. */
    Enclosure trace() {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < matrix.length; i++) {
            sum = sum.plus(matrix[i][i]);
        }
        return sum;
    }

    /** Σ|λᵢ|. */
    Enclosure traceNorm() {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < values.length; i++) {
            sum = sum.plus(value(i).abs());
        }
        return sum;
    }

    /** max |λᵢ|. */
    Enclosure spectralNorm() {
        Enclosure largest = Enclosure.ZERO;
        for (int i = 0; i < values.length; i++) {
            largest = largest.max(value(i).abs());
        }
        return largest;
    }

    /** tr X ln X of a positive semidefinite X. */
    Enclosure entropy() {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < values.length; i++) {
            Enclosure value = value(i);
            sum = sum.plus(entropy(
                    new Enclosure(value.low().max(BigDecimal.ZERO), value.high().max(BigDecimal.ZERO))));
        }
        return sum;
    }

    /** x ln x, convex with smallest value −1/e. */
    private static Enclosure entropy(Enclosure x) {
        Enclosure low = entropy(x.low());
        Enclosure high = entropy(x.high());
        Enclosure turn = Enclosure.ONE.negated().exp();
        boolean turns = x.low().compareTo(turn.high()) < 0 && x.high().compareTo(turn.low()) > 0;
        BigDecimal least = turns ? turn.negated().low() : low.low().min(high.low());
        return new Enclosure(least, low.high().max(high.high()));
    }

    private static Enclosure entropy(BigDecimal x) {
        Enclosure at = new Enclosure(x, x);
        return x.signum() == 0 ? Enclosure.ZERO : at.times(at.log());
    }

    /**
     * tr U ln X for a positive definite X: the logarithm is Lipschitz with constant 1/m in the Frobenius norm where eigenvalues are
     * at least m.
     *
     * @throws ArithmeticException if X is not known to be positive definite
     */
    Enclosure crossEntropy(EnclosedSpectrum u) {
        Enclosure sum = Enclosure.ZERO;
        Enclosure logarithms = Enclosure.ZERO;
        Enclosure lipschitz = Enclosure.ZERO;
        for (int e = 0; e < values.length; e++) {
            Enclosure logarithm = values[e].log();
            Enclosure form = Enclosure.ZERO;
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < values.length; j++) {
                    form = form.plus(u.matrix[i][j].times(vectors[e][i]).times(vectors[e][j]));
                }
            }
            sum = sum.plus(logarithm.times(form));
            logarithms = logarithms.plus(logarithm.squared());
            Enclosure least = value(e);
            if (least.low().signum() <= 0) {
                throw new ArithmeticException("the logarithm of a matrix that is not known to be positive definite");
            }
            lipschitz = lipschitz.max(Enclosure.ONE.over(least));
        }
        Enclosure size = Enclosures.squaredNorm(u.matrix);
        Enclosure error = size.sqrt().times(radius.times(lipschitz).plus(defect.times(logarithms.sqrt())));
        return around(sum, error);
    }
}
