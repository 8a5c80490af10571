package org.theoremcheck.meanfield.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.meanfield.flow.EntryLaw;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;
import org.theoremcheck.numeric.Vectors;

/**
 * The mean-field curves of a model of one unit.
 *
 * @param steps at k = 0, …, K
 */
public record Curves(List<Step> steps) {

    /**
     * What is asked.
     *
     * @param model of one unit
     * @param samples of a solution by Monte Carlo
     * @param solves how many solutions, whose spread is the standard error
     * @param dimension d of the runs
     * @param runs how many runs beside the curves, or 0
     * @param seed what everything is drawn from
     */
    public record Question(Model model, int samples, int solves, int dimension, int runs, long seed) {}

    /** What an ensemble is made of. Each member depends on the question and its index alone. */
    public enum Member {
        /** A solution of the equations by Monte Carlo. */
        SOLUTION {
            @Override
            public double[][] rows(Question question, int index) {
                return observed(MeanField.sampled(
                        question.model(),
                        Equations.TRUE,
                        question.samples(),
                        RandomStream.key(question.seed(), "solve", index)));
            }
        },
        /** A simulation. */
        RUN {
            @Override
            public double[][] rows(Question question, int index) {
                Experiment run = new Experiment(
                                question.model(),
                                EntryLaw.GAUSSIAN,
                                question.dimension(),
                                question.runs(),
                                question.seed())
                        .run(index);
                return observed(run, StochasticGradientFlow.lazy(run));
            }
        };

        /** C, Q, training and test error of the member with the index, a row a step. */
        public abstract double[][] rows(Question question, int index);
    }

    /** Who computes the members of an ensemble, on threads or elsewhere. */
    @FunctionalInterface
    public interface Ensemble {
        /** The rows of members 0, …, count − 1, in this order. */
        List<double[][]> rows(Question question, Member member, int count);
    }

    /**
     * The curves at a step.
     *
     * @param k step
     * @param t time kΔt
     * @param C E θ², of θ − θ* for the linear loss
     * @param Q E θ θ*
     * @param trainLoss mean training error, see {@link Loss#differentiate}
     * @param testError on new samples: for the logistic loss the share of wrong signs, else the mean training error
     * @param standardErrors of the four; 0 where they are known exactly
     * @param simulation mean and standard error over runs, if there are any
     */
    public record Step(
            int k,
            double t,
            double C,
            double Q,
            double trainLoss,
            double testError,
            Errors standardErrors,
            @Nullable Simulation simulation) {}

    /** Standard errors of the numbers of a step. */
    public record Errors(double C, double Q, double trainLoss, double testError) {}

    /** Means over runs, and their standard errors. */
    public record Simulation(double C, double Q, double trainLoss, double testError, Errors standardErrors) {}

    /** Solves, and simulates if asked. Means are taken in the order of the members, whoever computed them. */
    public static Curves of(Question question, Ensemble ensemble) {
        Model model = question.model();
        boolean exact = model.loss() instanceof Loss.Linear;
        List<double[][]> solved = exact
                ? List.<double[][]>of(observed(MeanField.linear(model, Equations.TRUE)))
                : ensemble.rows(question, Member.SOLUTION, question.solves());
        List<double[][]> simulated = ensemble.rows(question, Member.RUN, question.runs());
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k <= model.steps(); k++) {
            double[] mean = summary(solved, k, SummaryStatistics::getMean);
            double[] runs = summary(simulated, k, SummaryStatistics::getMean);
            steps.add(new Step(
                    k,
                    k * model.step(),
                    mean[0],
                    mean[1],
                    mean[2],
                    mean[3],
                    errors(solved, k),
                    simulated.isEmpty()
                            ? null
                            : new Simulation(runs[0], runs[1], runs[2], runs[3], errors(simulated, k))));
        }
        return new Curves(steps);
    }

    /** C, Q, training and test error of a solution, a row a step. */
    static double[][] observed(MeanField solution) {
        Model model = solution.model();
        double[][] rows = new double[model.steps() + 1][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = row(
                    model,
                    solution.covariance(k, k),
                    solution.overlap(k, 0, 0),
                    model.signal(),
                    solution.trainingError()[k]);
        }
        return rows;
    }

    /** The same of a run. */
    static double[][] observed(Experiment run, Flow flow) {
        Model model = run.model();
        double d = run.dimension();
        double[] signal = flow.signal();
        double[] labels = flow.labels();
        double[][] rows = new double[model.steps() + 1][];
        for (int k = 0; k < rows.length; k++) {
            double[] weights = flow.weights(k);
            double[] outputs = flow.outputs(k);
            double error = model.loss().meanError(outputs, labels);
            rows[k] = row(
                    model,
                    Vectors.squaredNorm(weights) / d,
                    Vectors.dot(weights, signal) / d,
                    Vectors.squaredNorm(signal) / d,
                    error);
        }
        return rows;
    }

    private static double[] row(Model model, double energy, double overlap, double signal, double trainingError) {
        boolean linear = model.loss() instanceof Loss.Linear;
        return new double[] {
            linear ? energy - 2 * overlap + signal : energy,
            overlap,
            trainingError,
            model.loss().testError(energy, overlap, signal)
        };
    }

    private static double[] summary(List<double[][]> all, int k, ToDoubleFunction<SummaryStatistics> statistic) {
        double[] summary = new double[4];
        Arrays.setAll(summary, i -> {
            SummaryStatistics statistics = new SummaryStatistics();
            all.forEach(rows -> statistics.addValue(rows[k][i]));
            return statistic.applyAsDouble(statistics);
        });
        return summary;
    }

    private static Errors errors(List<double[][]> all, int k) {
        double[] errors = summary(
                all,
                k,
                statistics -> statistics.getN() < 2
                        ? 0
                        : statistics.getStandardDeviation() / Math.sqrt((double) statistics.getN()));
        return new Errors(errors[0], errors[1], errors[2], errors[3]);
    }

    /** The curves of training and test error, C and Q, each in a band of two standard errors where it has any. */
    public List<Figure> figures(String caption) {
        return List.of(
                figure(
                        "training-error",
                        "Training error",
                        caption,
                        Step::trainLoss,
                        Errors::trainLoss,
                        Simulation::trainLoss),
                figure("test-error", "Test error", caption, Step::testError, Errors::testError, Simulation::testError),
                figure("energy", "C", caption, Step::C, Errors::C, Simulation::C),
                figure("overlap", "Q", caption, Step::Q, Errors::Q, Simulation::Q));
    }

    private Figure figure(
            String id,
            String title,
            String caption,
            ToDoubleFunction<Step> value,
            ToDoubleFunction<Errors> error,
            ToDoubleFunction<Simulation> simulated) {
        List<Figure.Series> series = new ArrayList<>();
        series.add(series("mean field", steps, value, step -> error.applyAsDouble(step.standardErrors())));
        List<Simulation> runs =
                steps.stream().map(Step::simulation).filter(Objects::nonNull).toList();
        if (!runs.isEmpty()) {
            series.add(series("runs", runs, simulated, run -> error.applyAsDouble(run.standardErrors())));
        }
        return new Figure(id, title, caption, new Figure.Axis("t", false), new Figure.Axis(title, false), series);
    }

    /** A curve over all times, within a band of two standard errors where there are any. */
    private <T> Figure.Series series(String name, List<T> at, ToDoubleFunction<T> value, ToDoubleFunction<T> error) {
        double[] errors = at.stream().mapToDouble(error).toArray();
        return new Figure.Series(
                name,
                steps.stream().mapToDouble(Step::t).toArray(),
                at.stream().mapToDouble(value).toArray(),
                Vectors.norm(errors) > 0 ? Vectors.scaled(2, errors) : new double[0]);
    }
}
