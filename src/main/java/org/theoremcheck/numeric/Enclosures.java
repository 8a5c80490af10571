package org.theoremcheck.numeric;

import java.math.BigDecimal;
import java.util.Arrays;

/** Vectors of enclosures, and enclosed functions of several numbers. */
public final class Enclosures {

    private Enclosures() {}

    /** The exact values of finite doubles. */
    public static Enclosure[] of(double[] values) {
        Enclosure[] exact = new Enclosure[values.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = Enclosure.of(values[i]);
        }
        return exact;
    }

    /** a − b. */
    public static Enclosure[] difference(double[] a, double[] b) {
        Enclosure[] difference = new Enclosure[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = Enclosure.of(a[i]).minus(Enclosure.of(b[i]));
        }
        return difference;
    }

    /** Rows of exact values. */
    public static Enclosure[][] of(double[][] rows) {
        return Arrays.stream(rows).map(Enclosures::of).toArray(Enclosure[][]::new);
    }

    /** ⟨a, b⟩. */
    public static Enclosure dot(double[] a, Enclosure[] b) {
        return dot(of(a), b);
    }

    /** ⟨a, b⟩. */
    public static Enclosure dot(Enclosure[] a, Enclosure[] b) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.plus(a[i].times(b[i]));
        }
        return sum;
    }

    /** ‖v‖₂², or ‖·‖_F² of several rows. */
    public static Enclosure squaredNorm(Enclosure[]... rows) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure[] row : rows) {
            for (Enclosure value : row) {
                sum = sum.plus(value.squared());
            }
        }
        return sum;
    }

    /** ‖a − b‖₂². */
    public static Enclosure squaredDistance(Enclosure[] a, Enclosure[] b) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.plus(a[i].minus(b[i]).squared());
        }
        return sum;
    }

    /** ‖(⟨vᵢ, vⱼ⟩) − I‖_F: how far vectors are from orthonormal ones. */
    public static Enclosure defect(Enclosure[][] vectors) {
        Enclosure squares = Enclosure.ZERO;
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                Enclosure product = dot(vectors[i], vectors[j]);
                squares = squares.plus((i == j ? product.minus(Enclosure.ONE) : product).squared());
            }
        }
        return squares.sqrt();
    }

    /** ‖v‖₁. */
    public static Enclosure sumNorm(Enclosure[] v) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure value : v) {
            sum = sum.plus(value.abs());
        }
        return sum;
    }

    /** ‖v‖_∞. */
    public static Enclosure largest(Enclosure[] v) {
        Enclosure largest = Enclosure.ZERO;
        for (Enclosure value : v) {
            largest = largest.max(value.abs());
        }
        return largest;
    }

    /** ‖v‖ₚ² for a positive exponent p. */
    public static Enclosure squaredNorm(Enclosure[] v, Enclosure exponent) {
        Enclosure sum = Enclosure.ZERO;
        for (Enclosure value : v) {
            sum = sum.plus(power(value.abs(), exponent));
        }
        return power(sum, Enclosure.of(2).over(exponent));
    }

    /** xᵃ for x ≥ 0 and a positive exponent. */
    public static Enclosure power(Enclosure x, Enclosure exponent) {
        if (x.high().signum() == 0) {
            return Enclosure.ZERO;
        }
        return x.low().signum() == 0
                ? new Enclosure(x.low(), power(end(x.high()), exponent).high())
                : x.log().times(exponent).exp();
    }

    /** x ln(x/y) − x + y for x ≥ 0 and y positive. */
    public static Enclosure kullbackLeibler(Enclosure x, Enclosure y) {
        return x.high().signum() == 0
                ? y
                : x.times(x.log().minus(y.log())).minus(x).plus(y);
    }

    /** Σ xᵢ ln(xᵢ/yᵢ) − xᵢ + yᵢ. */
    public static Enclosure kullbackLeibler(double[] x, double[] y) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.plus(kullbackLeibler(Enclosure.of(x[i]), Enclosure.of(y[i])));
        }
        return sum;
    }

    /** Σ xᵢ/yᵢ − 1 − ln(xᵢ/yᵢ). */
    public static Enclosure itakuraSaito(double[] x, double[] y) {
        Enclosure sum = Enclosure.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.plus(itakuraSaito(Enclosure.of(x[i]), Enclosure.of(y[i])));
        }
        return sum;
    }

    /** x/y − 1 − ln(x/y) for positive numbers. */
    public static Enclosure itakuraSaito(Enclosure x, Enclosure y) {
        Enclosure ratio = x.over(y);
        return ratio.minus(Enclosure.ONE).minus(ratio.log());
    }

    /** arsinh z, increasing. */
    public static Enclosure arsinh(Enclosure z) {
        return new Enclosure(
                arsinhOfNumber(end(z.low())).low(),
                arsinhOfNumber(end(z.high())).high());
    }

    /** Odd: without cancellation for either sign. */
    private static Enclosure arsinhOfNumber(Enclosure z) {
        Enclosure size = z.abs();
        Enclosure value = size.plus(size.squared().plus(Enclosure.ONE).sqrt()).log();
        return z.low().signum() >= 0 ? value : value.negated();
    }

    /** tanh z = 1 − 2/(e²ᶻ + 1). */
    public static Enclosure tanh(Enclosure z) {
        Enclosure two = Enclosure.of(2);
        return Enclosure.ONE.minus(two.over(z.times(two).exp().plus(Enclosure.ONE)));
    }

    /** ln cosh z. */
    public static Enclosure logCosh(Enclosure z) {
        return z.exp().plus(z.negated().exp()).over(Enclosure.of(2)).log();
    }

    /**
     * The solution of A x = b for each column b, by elimination with the largest pivot of its column.
     *
     * @param matrix A, square
     * @param right the columns b, as rows of a matrix with as many rows as A
     * @throws ArithmeticException if a pivot cannot be told from 0
     */
    public static Enclosure[][] solve(Enclosure[][] matrix, Enclosure[][] right) {
        int size = matrix.length;
        Enclosure[][] a = new Enclosure[size][];
        for (int i = 0; i < size; i++) {
            a[i] = Arrays.copyOf(matrix[i], size + right[i].length);
            System.arraycopy(right[i], 0, a[i], size, right[i].length);
        }
        for (int j = 0; j < size; j++) {
            int pivot = j;
            for (int i = j + 1; i < size; i++) {
                pivot = a[i][j].abs().low().compareTo(a[pivot][j].abs().low()) > 0 ? i : pivot;
            }
            Enclosure[] row = a[pivot];
            a[pivot] = a[j];
            a[j] = row;
            for (int c = a[j].length - 1; c >= j; c--) {
                row[c] = row[c].over(row[j]);
            }
            for (int i = 0; i < size; i++) {
                for (int c = row.length - 1; i != j && c >= j; c--) {
                    a[i][c] = a[i][c].minus(a[i][j].times(row[c]));
                }
            }
        }
        return Arrays.stream(a)
                .map(row -> Arrays.copyOfRange(row, size, row.length))
                .toArray(Enclosure[][]::new);
    }

    private static Enclosure end(BigDecimal value) {
        return new Enclosure(value, value);
    }
}
