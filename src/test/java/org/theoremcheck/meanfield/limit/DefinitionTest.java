package org.theoremcheck.meanfield.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.meanfield.limit.Equations.Term.CROSS;
import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.FORCE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;
import static org.theoremcheck.meanfield.limit.Equations.Term.OUTPUT_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;
import static org.theoremcheck.meanfield.limit.Equations.Term.RESPONSE_NOISE;
import static org.theoremcheck.meanfield.limit.Equations.Term.WEIGHT_NOISE;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;
import org.theoremcheck.meanfield.model.StartLaw;
import org.theoremcheck.numeric.RandomStream;

/**
 * A solution satisfies its equations, of all steps at once: the weights a linear system, the linear loss the inverse of another, and samples of any
 * loss a recurrence whose responses are differences of outputs that are pushed. Beside the right equations there are some with other coefficients.
 */
class DefinitionTest {

    private static final int SAMPLES = SampleBlock.SIZE + 70;
    private static final long SEED = 17;

    /** Some hundred roundings of single precision on numbers of size 1. */
    private static final double SINGLE = 1e-5;

    /** As many of double precision. */
    private static final double DOUBLE = 1e-13;

    /** By which outputs are pushed: third derivatives of size 1 leave 10⁻⁸ of it, and roundings 10⁻¹². */
    private static final double PUSH = 1e-4;

    private static final Equations ALTERED = Equations.TRUE
            .with(CURVATURE, 0.9)
            .with(MEMORY, 1.2)
            .with(FORCE, 0.8)
            .with(REACTION, 1.3)
            .with(CROSS, 0.7)
            .with(WEIGHT_NOISE, 1.1)
            .with(OUTPUT_NOISE, 0.6)
            .with(RESPONSE_NOISE, 1.4);

    private static Model model(Loss loss, double temperature, Sampling sampling) {
        return new Model(loss, 1.5, temperature, 0.2, 4, 0.3, new StartLaw.Gaussian(0.7), 1.3, sampling);
    }

    static Stream<Arguments> sampled() {
        Loss committee = new Loss.Committee(new double[] {1, -0.6}, new double[] {0.5, 1, -1}, 0.3);
        return Stream.of(
                        model(committee, 0.5, Sampling.GAUSSIAN),
                        model(committee, 0.2, Sampling.POISSON),
                        model(new Loss.Logistic(), 1, Sampling.GAUSSIAN),
                        model(new Loss.Linear(0.5), 0, Sampling.GAUSSIAN))
                .flatMap(model -> Stream.of(Equations.TRUE, ALTERED).map(equations -> Arguments.of(model, equations)));
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void weightsAndSamplesAreWhatTheyMakeOfEachOther(Model model, Equations equations) {
        MeanField solution = MeanField.sampled(model, equations, SAMPLES, SEED);
        Samples samples = new Samples(solution, equations);
        double[] margins = MeanField.margins(model, equations, SAMPLES, SEED);

        for (int k = 0; k <= model.steps(); k++) {
            assertThat(solution.trainingError()[k])
                    .isCloseTo(model.loss().meanError(samples.outputs(k), samples.labels), within(SINGLE));
        }
        for (int s = 0; s < SAMPLES; s++) {
            assertThat(margins[s]).isCloseTo(samples.labels[s] * samples.outputs(model.steps())[s], within(SINGLE));
        }
        assertThat(distance(square(solution.force(), samples.size), samples.force()))
                .isLessThan(SINGLE);
        assertThat(distance(square(solution.memory(), samples.size), samples.memory()))
                .isLessThan(SINGLE);
        RealMatrix slopes = MatrixUtils.createRealMatrix(samples.slopes);
        RealMatrix taught = slopes.multiply(
                        MatrixUtils.createRealMatrix(samples.teachers).transpose())
                .scalarMultiply(1.0 / SAMPLES);
        RealMatrix known = square(solution.memory(), samples.size)
                .multiply(MatrixUtils.createRealMatrix(Arrays.copyOf(solution.fromSignal(), samples.size)))
                .scalarMultiply(model.signal());
        weightsSolveTheirSystem(solution, equations, taught.subtract(known).scalarMultiply(1 / model.signal()), SINGLE);
    }

    static Stream<Equations> equations() {
        return Stream.of(Equations.TRUE, ALTERED);
    }

    /** With G = (I + cR)⁻¹ and v = w − w* − σz: ℓ = Gv + (G − I)η, and η of variance (τδ/Δt) E ℓ². */
    @ParameterizedTest
    @MethodSource("equations")
    void theLinearLossIsSolvedByAnInverse(Equations equations) {
        Model model = model(new Loss.Linear(0.5), 0.5, Sampling.GAUSSIAN);
        MeanField solution = MeanField.linear(model, equations);
        int size = model.steps() + 1;
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(size);
        RealMatrix g = MatrixUtils.inverse(identity.add(square(solution.response(), size)
                .scalarMultiply(equations.of(REACTION) * model.step() / model.ratio())));
        RealMatrix v = MatrixUtils.createRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                v.setEntry(
                        i,
                        j,
                        solution.covariance(i, j)
                                + model.signal() * (1 - solution.fromSignal()[i][0] - solution.fromSignal()[j][0])
                                + 0.25);
            }
        }
        RealMatrix echo = g.subtract(identity).scalarMultiply(equations.of(OUTPUT_NOISE));
        RealMatrix noise = MatrixUtils.createRealMatrix(size, size);
        RealMatrix slopes = v;
        for (int k = 0; k < size; k++) {
            slopes = g.multiply(v)
                    .multiply(g.transpose())
                    .add(echo.multiply(noise).multiply(echo.transpose()));
            noise.setEntry(k, k, 0.5 * 1.5 / 0.2 * slopes.getEntry(k, k));
            assertThat(solution.trainingError()[k]).isCloseTo(slopes.getEntry(k, k), within(DOUBLE));
        }
        RealMatrix crossed = echo.multiply(noise).scalarMultiply(equations.of(CROSS));
        RealMatrix force =
                slopes.add(crossed).add(crossed.transpose()).add(noise.scalarMultiply(equations.of(WEIGHT_NOISE)));
        RealMatrix memory = g.subtract(identity)
                .scalarMultiply(equations.of(MEMORY))
                .add(identity.scalarMultiply(equations.of(CURVATURE)));

        int last = size - 1;
        assertThat(distance(square(solution.force(), last), square(force.getData(), last)))
                .isLessThan(DOUBLE);
        assertThat(distance(square(solution.memory(), last), square(memory.getData(), last)))
                .isLessThan(DOUBLE);
        RealMatrix pull = square(memory.getData(), last)
                .multiply(MatrixUtils.createColumnRealMatrix(ones(last)))
                .scalarMultiply(-1);
        weightsSolveTheirSystem(solution, equations, pull, DOUBLE);
    }

    /** Aθ = (θ⁰, u − Δt κθ*): a, b and R are blocks of the inverse, and C follows. */
    private static void weightsSolveTheirSystem(
            MeanField solution, Equations equations, RealMatrix teaching, double accuracy) {
        Model model = solution.model();
        int m = model.loss().units();
        int last = m * model.steps();
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(last + m);
        for (int row = 0; row < last; row++) {
            system.addToEntry(row + m, row, model.step() * model.ridge() - 1);
            for (int j = 0; j < solution.memory()[row].length; j++) {
                system.addToEntry(row + m, j, model.step() * solution.memory()[row][j]);
            }
        }
        RealMatrix inverse = MatrixUtils.inverse(system);
        RealMatrix response = inverse.getSubMatrix(0, last + m - 1, m, last + m - 1);
        RealMatrix a = MatrixUtils.createRealMatrix(solution.fromStart());
        RealMatrix b = MatrixUtils.createRealMatrix(solution.fromSignal());
        RealMatrix pushes = response.multiply(square(solution.force(), last)).multiply(response.transpose());

        assertThat(distance(a, inverse.getSubMatrix(0, last + m - 1, 0, m - 1))).isLessThan(DOUBLE);
        assertThat(distance(b, response.multiply(teaching).scalarMultiply(-model.step())))
                .isLessThan(accuracy);
        for (int row = 0; row < last + m; row++) {
            assertThat(solution.response()[row])
                    .containsExactly(Arrays.copyOf(response.getRow(row), row - row % m), within(DOUBLE));
        }
        assertThat(distance(
                        MatrixUtils.createRealMatrix(solution.covariance()),
                        a.multiply(a.transpose())
                                .scalarMultiply(0.7)
                                .add(b.multiply(b.transpose()).scalarMultiply(1.3))
                                .add(pushes.scalarMultiply(
                                        equations.of(FORCE) * model.step() * model.step() / model.ratio()))))
                .isLessThan(DOUBLE);
    }

    /** The process of the samples of a solution. */
    private static final class Samples {

        final Model model;
        final Equations equations;
        final int m;

        /** Km. */
        final int size;

        final double[][] response;
        final double[][] teachers;
        final double[] labels = new double[SAMPLES];

        /** ξ − 1, by steps. */
        final double[][] extra;

        final double[][] outputs;
        final double[][] slopes;

        Samples(MeanField solution, Equations equations) {
            this.equations = equations;
            model = solution.model();
            response = solution.response();
            m = model.loss().units();
            int q = model.loss().teachers();
            size = m * model.steps();
            double[][] process = process(solution, q);
            teachers = Arrays.copyOf(process, q);
            extra = new double[model.steps()][SAMPLES];
            for (int s = 0; s < SAMPLES; s++) {
                int sample = s;
                double[] teacher =
                        Arrays.stream(teachers).mapToDouble(row -> row[sample]).toArray();
                labels[s] = model.loss()
                        .label(teacher, RandomStream.gaussian(RandomStream.key(block(s), "label", 0), place(s)));
                for (int k = 0; k < model.steps(); k++) {
                    extra[k][s] = model.samplingWeight(RandomStream.key(block(s), "weight", k), place(s)) - 1;
                }
            }
            outputs = Arrays.copyOfRange(process, q, process.length);
            slopes = new double[size][];
            for (int k = 0; k <= model.steps(); k++) {
                react(k, outputs, slopes, equations.of(OUTPUT_NOISE));
                if (k < model.steps()) {
                    put(k, model.loss().slopes(outputs(k), labels), slopes);
                }
            }
        }

        /** (w*, w) with its covariance exactly over the samples: LT⁻¹ε for Cov = LLᵀ and mean εεᵀ = TTᵀ. */
        private double[][] process(MeanField solution, int q) {
            int rows = q + size + m;
            RealMatrix covariance = MatrixUtils.createRealIdentityMatrix(rows).scalarMultiply(model.signal());
            covariance.setSubMatrix(solution.covariance(), q, q);
            RealMatrix overlap =
                    MatrixUtils.createRealMatrix(solution.fromSignal()).scalarMultiply(model.signal());
            covariance.setSubMatrix(overlap.getData(), q, 0);
            covariance.setSubMatrix(overlap.transpose().getData(), 0, q);
            RealMatrix normals = MatrixUtils.createRealMatrix(rows, SAMPLES);
            for (int row = 0; row < rows; row++) {
                for (int s = 0; s < SAMPLES; s++) {
                    normals.setEntry(
                            row, s, RandomStream.gaussian(RandomStream.key(block(s), "normal", row), place(s)));
                }
            }
            RealMatrix second = normals.multiply(normals.transpose()).scalarMultiply(1.0 / SAMPLES);
            return new CholeskyDecomposition(covariance)
                    .getL()
                    .multiply(MatrixUtils.inverse(new CholeskyDecomposition(second).getL()))
                    .multiply(normals)
                    .getData();
        }

        private static long block(int sample) {
            return RandomStream.key(SEED, "block", sample / SampleBlock.SIZE);
        }

        private static int place(int sample) {
            return sample % SampleBlock.SIZE;
        }

        double[] outputs(int k) {
            return MathArrays.concatenate(Arrays.copyOfRange(outputs, k * m, (k + 1) * m));
        }

        private void put(int k, double[] byUnit, double[][] rows) {
            for (int i = 0; i < m; i++) {
                rows[k * m + i] = Arrays.copyOfRange(byUnit, i * SAMPLES, (i + 1) * SAMPLES);
            }
        }

        /** x_k ← x_k − c Σ R(k, j) (1 + noise (ξ_j − 1)) y_j. */
        private void react(int k, double[][] x, double[][] y, double noise) {
            double c = equations.of(REACTION) * model.step() / model.ratio();
            for (int row = k * m; row < (k + 1) * m; row++) {
                for (int j = 0; j < k * m; j++) {
                    for (int s = 0; s < SAMPLES; s++) {
                        x[row][s] -= c * response[row][j] * (1 + noise * extra[j / m][s]) * y[j][s];
                    }
                }
            }
        }

        /** By how much the slopes change if w is pushed in one row. */
        private double[][] changes(int pushed, double push) {
            double[][] change = new double[size][SAMPLES];
            double[][] moved = new double[size][SAMPLES];
            Arrays.fill(moved[pushed], push);
            for (int k = 0; k < model.steps(); k++) {
                react(k, moved, change, equations.of(RESPONSE_NOISE));
                double[] sum = MathArrays.ebeAdd(
                        outputs(k), MathArrays.concatenate(Arrays.copyOfRange(moved, k * m, (k + 1) * m)));
                put(k, model.loss().slopes(sum, labels), change);
                for (int row = k * m; row < (k + 1) * m; row++) {
                    change[row] = MathArrays.ebeSubtract(change[row], slopes[row]);
                }
            }
            return change;
        }

        RealMatrix force() {
            RealMatrix force = MatrixUtils.createRealMatrix(size, size);
            double spread = 1 + equations.of(WEIGHT_NOISE) * model.temperature() * model.ratio() / model.step();
            for (int k = 0; k < size; k++) {
                for (int j = 0; j < size; j++) {
                    double sum = 0;
                    for (int s = 0; s < SAMPLES; s++) {
                        double noise = 1 + equations.of(CROSS) * extra[Math.min(k, j) / m][s];
                        sum += (k / m == j / m ? spread : noise) * slopes[k][s] * slopes[j][s];
                    }
                    force.setEntry(k, j, sum / SAMPLES);
                }
            }
            return force;
        }

        /** Mean responses, with less noise: where R_ℓ is linear in ξ_j the mean of ξ_j is put in its place. */
        RealMatrix memory() {
            RealMatrix mean = MatrixUtils.createRealMatrix(size, size);
            RealMatrix noise = MatrixUtils.createRealMatrix(size, size);
            for (int j = 0; j < size; j++) {
                double[][] up = changes(j, PUSH);
                double[][] down = changes(j, -PUSH);
                for (int k = j - j % m; k < size; k++) {
                    double[] slope = MathArrays.scale(1 / (2 * PUSH * SAMPLES), MathArrays.ebeSubtract(up[k], down[k]));
                    mean.setEntry(k, j, MathArrays.linearCombination(slope, ones(SAMPLES)));
                    noise.setEntry(k, j, MathArrays.linearCombination(slope, extra[j / m]));
                }
            }
            RealMatrix now = blocks(mean);
            RealMatrix direct = now.multiply(square(response, size)).multiply(blocks(noise));
            return mean.subtract(now)
                    .add(direct.scalarMultiply(equations.of(REACTION) * model.step() / model.ratio()))
                    .scalarMultiply(equations.of(MEMORY))
                    .add(now.scalarMultiply(equations.of(CURVATURE)));
        }

        /** The blocks on the diagonal. */
        private RealMatrix blocks(RealMatrix matrix) {
            RealMatrix blocks = MatrixUtils.createRealMatrix(size, size);
            for (int first = 0; first < size; first += m) {
                blocks.setSubMatrix(
                        matrix.getSubMatrix(first, first + m - 1, first, first + m - 1)
                                .getData(),
                        first,
                        first);
            }
            return blocks;
        }
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The leading part of rows of any length, filled up with zeros. */
    private static RealMatrix square(double[][] rows, int size) {
        return MatrixUtils.createRealMatrix(Arrays.stream(rows)
                .limit(size)
                .map(row -> Arrays.copyOf(row, size))
                .toArray(double[][]::new));
    }

    private static double distance(RealMatrix a, RealMatrix b) {
        return a.subtract(b).getNorm();
    }
}
