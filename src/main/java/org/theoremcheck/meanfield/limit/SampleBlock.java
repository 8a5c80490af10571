package org.theoremcheck.meanfield.limit;

import static org.theoremcheck.meanfield.limit.Equations.Term.CROSS;
import static org.theoremcheck.meanfield.limit.Equations.Term.OUTPUT_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;
import static org.theoremcheck.meanfield.limit.Equations.Term.RESPONSE_NOISE;

import java.util.Arrays;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Floats;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * Some samples of {@link MonteCarloSide}, few enough to stay in cache for a step. An array has one quantity for the samples side by side.
 * All but the loss is in single precision: 10⁴ times finer than the error of an average over 10⁵ samples.
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
    private final float[][] normals;

    private final float[][] teacher;
    private final double[] label;

    /** r in the step that came last. */
    private double[][] outputs = {};

    /** ∂ℓ + outputNoise (ξ − 1) ∂ℓ, what r is pushed by; a row for each step and unit. */
    private final float[][] pushes;

    /** ∂ℓ + cross (ξ − 1) ∂ℓ, what later slopes covary with. */
    private final float[][] remembered;

    /** D(i, j) by columns j, each from the first unit of its step on. */
    private final float[][][] responses;

    SampleBlock(Model model, Equations equations, long key, int size) {
        this.model = model;
        this.equations = equations;
        this.key = key;
        this.size = size;
        loss = model.loss();
        m = loss.units();
        int rows = m * model.steps();
        normals = new float[loss.teachers() + rows + m][];
        teacher = new float[loss.teachers()][];
        label = new double[size];
        pushes = new float[rows][];
        remembered = new float[rows][];
        responses = new float[rows][][];
    }

    /** Draws the normals of a row, and adds their products with those of the rows before and themselves. */
    void draw(int row, float[][] products) {
        long stream = RandomStream.key(key, "normal", row);
        normals[row] = new float[size];
        for (int s = 0; s < size; s++) {
            normals[row][s] = (float) RandomStream.gaussian(stream, s);
        }
        for (int i = 0; i <= row; i++) {
            Floats.addProducts(normals[i], normals[row], products[i]);
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
            for (int f = 0; f < outputs.length; f++) {
                outputs[f] = teacher[f][s];
            }
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

    private float[] combined(double[] coefficients) {
        float[] sum = new float[size];
        Floats.addCombination(Floats.of(coefficients), 0, normals, coefficients.length, sum);
        return sum;
    }

    /** Step k of each sample, w_k being these combinations of the normals; its sums are added, of the last step only the error. */
    void step(int k, double[][] rows, double[][] response, SampleSums sums) {
        outputs = Floats.toDoubles(pushed(k, rows, response));
        double[][] slopes = new double[m][size];
        double[][] curvatures = new double[k == model.steps() ? 0 : m * m][size];
        sums.error += loss.differentiate(outputs, label, slopes, curvatures);
        if (k == model.steps()) {
            return;
        }
        float[] extra = new float[size];
        long stream = RandomStream.key(key, "weight", k);
        for (int s = 0; s < size; s++) {
            extra[s] = (float) (model.samplingWeight(stream, s) - 1);
        }
        float[][] single = Arrays.stream(slopes).map(Floats::of).toArray(float[][]::new);
        float[][] bends = Arrays.stream(curvatures).map(Floats::of).toArray(float[][]::new);
        for (int i = 0; i < m; i++) {
            float[] slope = single[i];
            pushes[k * m + i] = weighted(slope, equations.of(OUTPUT_NOISE), extra);
            remembered[k * m + i] = equations.of(CROSS) == equations.of(OUTPUT_NOISE)
                    ? pushes[k * m + i]
                    : weighted(slope, equations.of(CROSS), extra);
            for (int f = 0; f < teacher.length; f++) {
                Floats.addProducts(slope, teacher[f], sums.taught[i][f]);
            }
            for (int j = 0; j < k * m; j++) {
                Floats.addProducts(slope, remembered[j], sums.force[i][j]);
            }
            for (int j = 0; j < m; j++) {
                Floats.addProducts(slope, single[j], sums.squares[i][j]);
                Floats.add(1, bends[i * m + j], sums.curvature[i][j]);
                Floats.addProducts(extra, bends[i * m + j], sums.control[i][j]);
            }
        }
        respond(k, response, bends, weighted(ones(), equations.of(RESPONSE_NOISE), extra), sums);
    }

    private float[] ones() {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** x + noise (ξ − 1) x. */
    private static float[] weighted(float[] x, double noise, float[] extra) {
        float share = (float) noise;
        float[] weighted = new float[x.length];
        for (int s = 0; s < x.length; s++) {
            weighted[s] = x[s] * (1 + share * extra[s]);
        }
        return weighted;
    }

    /** r_k. */
    private float[][] pushed(int k, double[][] rows, double[][] response) {
        float[][] pushed = new float[m][];
        for (int i = 0; i < m; i++) {
            pushed[i] = combined(rows[i]);
            Floats.addCombination(coefficients(k * m + i, response), 0, pushes, k * m, pushed[i]);
        }
        return pushed;
    }

    /** −c R_θ(k, j) over j, for a row of step k. */
    private float[] coefficients(int row, double[][] response) {
        return Floats.of(Vectors.scaled(-equations.of(REACTION) * model.step() / model.ratio(), response[row]));
    }

    /** ∂²ℓ_k S(k, j), its sums, and D(k, j). What is used again and again stays in the cache; fresh memory would not be in it. */
    private void respond(int k, double[][] response, float[][] bends, float[] weight, SampleSums sums) {
        float[][] coefficients = new float[m][];
        Arrays.setAll(coefficients, i -> coefficients(k * m + i, response));
        float[][] impulses = new float[m][size];
        float[] bent = new float[size];
        for (int j = 0; j < k * m; j++) {
            float[][] column = responses[j];
            int first = j - j % m;
            for (int i = 0; i < m; i++) {
                Arrays.fill(impulses[i], 0);
                Floats.addCombination(coefficients[i], first, column, k * m - first, impulses[i]);
            }
            for (int i = 0; i < m; i++) {
                Arrays.fill(bent, 0);
                for (int b = 0; b < m; b++) {
                    Floats.addProducts(bends[i * m + b], impulses[b], bent);
                }
                Floats.add(1, bent, sums.memory[i][j]);
                column[k * m + i - first] = Floats.products(bent, weight);
            }
        }
        for (int j = 0; j < m; j++) {
            float[][] column = new float[(model.steps() - k) * m][];
            for (int i = 0; i < m; i++) {
                column[i] = Floats.products(bends[i * m + j], weight);
            }
            responses[k * m + j] = column;
        }
    }
}
