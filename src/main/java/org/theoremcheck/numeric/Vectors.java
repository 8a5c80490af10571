package org.theoremcheck.numeric;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Dense vectors as arrays, summed in index order, so that results do not depend on the machine. The length of the first argument
 * is the dimension; a longer second argument is read in its leading part.
 */
public final class Vectors {

    private Vectors() {}

    /** ⟨a, b⟩. Error at most γ_d Σ|aᵢ||bᵢ|. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * ⟨a, b⟩ with b read from an index on, in four chains, so that an addition need not wait for the one before; for long vectors. Error at most
     * γ_{d/4+3} Σ|aᵢ||bᵢ|.
     */
    public static double dotInChains(double[] a, double[] b, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[from + i];
            s1 += a[i + 1] * b[from + i + 1];
            s2 += a[i + 2] * b[from + i + 2];
            s3 += a[i + 3] * b[from + i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[from + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** ‖a‖₂². */
    public static double squaredNorm(double[] a) {
        return dot(a, a);
    }

    /** ‖a‖₂. Overflows where ‖a‖₂² does. */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** Σ aᵢ. */
    public static double sum(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += value;
        }
        return sum;
    }

    /** ‖a‖₁. */
    public static double sumNorm(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += Math.abs(value);
        }
        return sum;
    }

    /** ‖a − b‖₂². No cancellation beyond that of each difference, which is correctly rounded. */
    public static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    /** ‖a − b‖_∞. */
    public static double largestDistance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /** a − b as a new array. */
    public static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** c·a as a new array. */
    public static double[] scaled(double factor, double[] a) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = factor * a[i];
        }
        return result;
    }

    /** The same number everywhere. */
    public static double[] filled(int dimension, double value) {
        double[] vector = new double[dimension];
        Arrays.fill(vector, value);
        return vector;
    }

    /** (f(a₁), …, f(a_d)) as a new array. */
    public static double[] map(double[] a, DoubleUnaryOperator f) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = f.applyAsDouble(a[i]);
        }
        return result;
    }

    /** The largest |entry| of all. */
    public static double largest(double[]... vectors) {
        double largest = 0;
        for (double[] vector : vectors) {
            for (double value : vector) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    /** The index of the smallest entry, the first one of equals. */
    public static int smallestIndex(double[] a) {
        int smallest = 0;
        for (int i = 1; i < a.length; i++) {
            if (a[i] < a[smallest]) {
                smallest = i;
            }
        }
        return smallest;
    }

    /** True if no entry is NaN or infinite. */
    public static boolean finite(double[] a) {
        for (double value : a) {
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }
}
