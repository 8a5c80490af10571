package org.theoremcheck.numeric;

/** Arithmetic on long vectors in single precision, in loops that HotSpot vectorizes; sums in an order that does not depend on it. */
public final class Floats {

    private Floats() {}

    /** Rounded to single precision. */
    public static float[] of(double[] x) {
        float[] rounded = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = (float) x[i];
        }
        return rounded;
    }

    /** The same numbers in double precision. */
    public static double[][] toDoubles(float[][] rows) {
        double[][] wide = new double[rows.length][rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                wide[r][i] = rows[r][i];
            }
        }
        return wide;
    }

    /** x ← x + cv, on as many places as v has. */
    public static void add(float c, float[] v, float[] x) {
        for (int i = 0; i < v.length; i++) {
            x[i] += c * v[i];
        }
    }

    /**
     * x ← x + Σ c_{from+j} vⱼ over j = 0, …, count − 1: four at once, for a third of the loads and stores of x.
     */
    public static void addCombination(float[] c, int from, float[][] v, int count, float[] x) {
        int j = 0;
        for (; j + 4 <= count; j += 4) {
            int k = from + j;
            addFour(c[k], v[j], c[k + 1], v[j + 1], c[k + 2], v[j + 2], c[k + 3], v[j + 3], x);
        }
        for (; j < count; j++) {
            add(c[from + j], v[j], x);
        }
    }

    private static void addFour(
            float c0, float[] v0, float c1, float[] v1, float c2, float[] v2, float c3, float[] v3, float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] += c0 * v0[i] + c1 * v1[i] + (c2 * v2[i] + c3 * v3[i]);
        }
    }

    /** x ← x + a·b, element by element, on as many places as a has. */
    public static void addProducts(float[] a, float[] b, float[] x) {
        for (int i = 0; i < a.length; i++) {
            x[i] += a[i] * b[i];
        }
    }

    /** a·b, element by element. */
    public static float[] products(float[] a, float[] b) {
        float[] products = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            products[i] = a[i] * b[i];
        }
        return products;
    }

    /** Σ aᵢ in double precision, in four chains, since each addition waits for the one before it. */
    public static double sum(float[] a) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
