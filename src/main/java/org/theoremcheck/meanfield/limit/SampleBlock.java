package org.theoremcheck.meanfield.limit;

import java.util.Arrays;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * Some samples of {@link MonteCarloSide}, few enough to stay in cache for a step. An array has one quantity for the samples side by side.
 * The responses, (mK)²/2 for each sample, are in single precision: 10⁴ times finer than the error of an average over 10⁵ samples.
 */
final class SampleBlock {

    static final int SIZE = 512;

    private final Model model;
    private final Equations equations;
    private final Loss loss;
    private final int m;
    private final int size;
    private final long key;

    /** ε, a row for each row of (w*, w). */
    private final double[][] normals;

    private final double[][] teacher;
    private final double[] label;

    /** r in the step that came last. */
    private final double[][] outputs;

    /** ∂ℓ + outputNoise (ξ − 1) ∂ℓ, what r is pushed by; a row for each step and unit. */
    private final double[][] pushes;

    /** ∂ℓ + cross (ξ − 1) ∂ℓ, what later slopes covary with. */
    private final double[][] remembered;

    /** D(i, j) by columns j, each from the first unit of its step on. */
    private final float[][][] responses;

    SampleBlock(Model model, Equations equations, long key, int size) {
        this.model = model;
        this.equations = equations;
        this.key = key;
        this.size = size;
        loss = model.loss();
        m = loss.units();
        outputs = new double[m][];
        int rows = m * (model.steps() + 1);
        normals = new double[loss.teachers() + rows][];
        teacher = new double[loss.teachers()][];
        label = new double[size];
        pushes = new double[rows][];
        remembered = new double[rows][];
        responses = new float[rows][][];
    }

    /** Draws the normals of a row, and adds their products with those of the rows before and themselves. */
    void draw(int row, double[] products) {
        long stream = RandomStream.key(key, "normal", row);
        normals[row] = new double[size];
        for (int s = 0; s < size; s++) {
            normals[row][s] = RandomStream.gaussian(stream, s);
        }
        for (int i = 0; i <= row; i++) {
            products[i] += dot(normals[i], normals[row]);
        }
    }

    /** Draws the labels, the teachers' outputs being these combinations of the normals. */
    void label(double[][] teachers) {
        long stream = RandomStream.key(key, "label", 0);
        for (int f = 0; f < teacher.length; f++) {
            teacher[f] = combined(teachers[f]);
        }
        double[] outputs = new double[teacher.length];
        for (int s = 0; s < size; s++) {
            gather(teacher, s, outputs);
            label[s] = loss.label(outputs, RandomStream.gaussian(stream, s));
        }
    }

    /** Labels times the outputs of the first unit. */
    double[] margins() {
        double[] margins = new double[size];
        for (int s = 0; s < size; s++) {
            margins[s] = label[s] * outputs[0][s];
        }
        return margins;
    }

    private double[] combined(double[] coefficients) {
        double[] sum = new double[size];
        for (int i = 0; i < coefficients.length; i++) {
            add(coefficients[i], normals[i], sum);
        }
        return sum;
    }

    /** Step k of each sample, w_k being these combinations of the normals; its sums are added. */
    void step(int k, double[][] rows, double[][] response, SampleSums sums) {
        double[][] slopes = new double[m][size];
        double[][] curvatures = new double[m * m][size];
        differentiate(k, rows, response, slopes, curvatures, sums);
        double[] extra = new double[size];
        long stream = RandomStream.key(key, "weight", k);
        for (int s = 0; s < size; s++) {
            extra[s] = model.samplingWeight(stream, s) - 1;
        }
        moments(k, slopes, curvatures, extra, sums);
        if (k < model.steps()) {
            for (int i = 0; i < m; i++) {
                pushes[k * m + i] = weighted(slopes[i], equations.outputNoise(), extra);
                remembered[k * m + i] = equations.cross() == equations.outputNoise()
                        ? pushes[k * m + i]
                        : weighted(slopes[i], equations.cross(), extra);
            }
        }
        respond(k, response, curvatures, extra, sums);
    }

    /** ∂ℓ + noise (ξ − 1) ∂ℓ. */
    private static double[] weighted(double[] slopes, double noise, double[] extra) {
        double[] weighted = new double[slopes.length];
        for (int s = 0; s < slopes.length; s++) {
            weighted[s] = slopes[s] * (1 + noise * extra[s]);
        }
        return weighted;
    }

    /** r_k, and the derivatives of the loss there. */
    private void differentiate(
            int k, double[][] rows, double[][] response, double[][] slopes, double[][] curvatures, SampleSums sums) {
        double c = equations.reaction() * model.step() / model.ratio();
        for (int i = 0; i < m; i++) {
            outputs[i] = combined(rows[i]);
            for (int j = 0; j < k * m; j++) {
                add(-c * response[k * m + i][j], pushes[j], outputs[i]);
            }
        }
        double[] output = new double[m];
        double[] slope = new double[m];
        double[] curvature = new double[m * m];
        for (int s = 0; s < size; s++) {
            gather(outputs, s, output);
            loss.differentiate(output, label[s], slope, curvature);
            sums.error += loss.error(output, label[s]);
            scatter(slope, slopes, s);
            scatter(curvature, curvatures, s);
        }
    }

    private void moments(int k, double[][] slopes, double[][] curvatures, double[] extra, SampleSums sums) {
        double spread = 1 + equations.weightNoise() * model.samplingVariance();
        for (int i = 0; i < m; i++) {
            for (int f = 0; f < teacher.length; f++) {
                sums.taught[i][f] += dot(slopes[i], teacher[f]);
            }
            for (int j = 0; j < k * m; j++) {
                sums.force[i][j] += dot(slopes[i], remembered[j]);
            }
            for (int j = 0; j < m; j++) {
                sums.force[i][k * m + j] += spread * dot(slopes[i], slopes[j]);
                sums.curvature[i][j] += Vectors.sum(curvatures[i * m + j]);
                sums.control[i * m + j] += dot(extra, curvatures[i * m + j]);
            }
        }
    }

    /** ∂²ℓ_k S(k, j), its sums, and D(k, j). */
    private void respond(int k, double[][] response, double[][] curvatures, double[] extra, SampleSums sums) {
        float c = (float) (equations.reaction() * model.step() / model.ratio());
        float[][] weighted = new float[m * m][size];
        float[] weight = new float[size];
        for (int s = 0; s < size; s++) {
            weight[s] = (float) (1 + equations.responseNoise() * extra[s]);
            for (int h = 0; h < m * m; h++) {
                weighted[h][s] = (float) curvatures[h][s];
            }
        }
        float[][] impulses = new float[m][size];
        for (int j = 0; j < k * m; j++) {
            float[][] column = responses[j];
            int first = j - j % m;
            for (int i = 0; i < m; i++) {
                combine(response[k * m + i], first, k * m, column, -c, impulses[i]);
            }
            for (int i = 0; i < m; i++) {
                float[] bent = new float[size];
                for (int b = 0; b < m; b++) {
                    addProduct(weighted[i * m + b], impulses[b], bent);
                }
                sums.memory[i][j] += sum(bent);
                column[k * m + i - first] = multiplied(bent, weight);
            }
        }
        for (int j = 0; j < m && k < model.steps(); j++) {
            float[][] column = new float[(model.steps() - k + 1) * m][];
            for (int i = 0; i < m; i++) {
                column[i] = multiplied(weighted[i * m + j].clone(), weight);
            }
            responses[k * m + j] = column;
        }
    }

    /** factor · Σ over i from first to last of row(i) column(i). */
    private static void combine(double[] row, int first, int last, float[][] column, float factor, float[] sum) {
        Arrays.fill(sum, 0);
        int i = first;
        for (; i + 3 < last; i += 4) {
            addFour(
                    factor * (float) row[i],
                    column[i - first],
                    factor * (float) row[i + 1],
                    column[i - first + 1],
                    factor * (float) row[i + 2],
                    column[i - first + 2],
                    factor * (float) row[i + 3],
                    column[i - first + 3],
                    sum);
        }
        for (; i < last; i++) {
            add(factor * (float) row[i], column[i - first], sum);
        }
    }

    /** Four at once: a third of the loads and stores of the sum, and it is vectorized. */
    private static void addFour(
            float a, float[] x, float b, float[] y, float c, float[] z, float d, float[] w, float[] sum) {
        for (int s = 0; s < sum.length; s++) {
            sum[s] += a * x[s] + b * y[s] + c * z[s] + d * w[s];
        }
    }

    private static void add(float factor, float[] x, float[] to) {
        for (int s = 0; s < to.length; s++) {
            to[s] += factor * x[s];
        }
    }

    private static void addProduct(float[] a, float[] b, float[] sum) {
        for (int s = 0; s < sum.length; s++) {
            sum[s] += a[s] * b[s];
        }
    }

    private static float[] multiplied(float[] a, float[] b) {
        for (int s = 0; s < a.length; s++) {
            a[s] *= b[s];
        }
        return a;
    }

    /** In four chains, so that an addition need not wait for the one before; always in the same order. */
    private static double dot(double[] a, double[] b) {
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
        return (s0 + s1) + (s2 + s3);
    }

    private static double sum(float[] a) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < a.length; i += 2) {
            even += a[i];
            odd += a[i + 1];
        }
        return even + odd + (a.length % 2 == 0 ? 0 : a[a.length - 1]);
    }

    private static void add(double factor, double[] x, double[] to) {
        for (int s = 0; s < to.length; s++) {
            to[s] += factor * x[s];
        }
    }

    private static void gather(double[][] quantities, int sample, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = quantities[i][sample];
        }
    }

    private static void scatter(double[] from, double[][] quantities, int sample) {
        for (int i = 0; i < from.length; i++) {
            quantities[i][sample] = from[i];
        }
    }
}
