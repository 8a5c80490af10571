package org.theoremcheck.meanfield.agreement;

import org.theoremcheck.claim.Misplay;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;

/**
 * What is compared of a run and of a solution: at each time the covariances of the units, i ≤ j, their overlaps with the teachers, and the training
 * error.
 */
final class Observables {

    /** Steps at which is looked, in the manner of quarters: 5, 10, 20 and 40 of 40. */
    static int[] times(Model model) {
        int last = model.steps();
        return new int[] {last / 8, last / 4, last / 2, last};
    }

    private Observables() {}

    /** A name for each, such as C₀₀(40). */
    static int count(Model model) {
        int m = model.loss().units();
        return times(model).length * (m * (m + 1) / 2 + m * model.loss().teachers() + 1);
    }

    static double[] of(MeanField solution) {
        Model model = solution.model();
        int m = model.loss().units();
        double[] values = new double[count(model)];
        int next = 0;
        for (int k : times(model)) {
            for (int i = 0; i < m; i++) {
                for (int j = i; j < m; j++) {
                    values[next++] = solution.covariance()[k * m + i][k * m + j];
                }
                for (int f = 0; f < model.loss().teachers(); f++) {
                    values[next++] = solution.overlap(k, i, f);
                }
            }
            values[next++] = solution.trainingError()[k];
        }
        return values;
    }

    /** Of a run, from its weights and outputs alone. */
    static double[] of(Experiment run, Flow flow, double[][] weights) {
        Model model = run.model();
        Loss loss = model.loss();
        int d = run.dimension();
        int m = loss.units();
        int[] times = times(model);
        double[] signal = Misplay.unlessVector(flow.signal(), d * loss.teachers(), "the signal");
        double[] values = new double[count(model)];
        int next = 0;
        for (int t = 0; t < times.length; t++) {
            weights[t] = Misplay.unlessVector(flow.weights(times[t]), d * m, "the weights after step " + times[t]);
            for (int i = 0; i < m; i++) {
                for (int j = i; j < m; j++) {
                    values[next++] = product(weights[t], i, weights[t], j, d);
                }
                for (int f = 0; f < loss.teachers(); f++) {
                    values[next++] = product(weights[t], i, signal, f, d);
                }
            }
            values[next++] = trainingError(run, flow, times[t]);
        }
        return values;
    }

    /** Mean of the products of two columns. */
    private static double product(double[] a, int column, double[] b, int otherColumn, int d) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += a[column * d + i] * b[otherColumn * d + i];
        }
        return sum / d;
    }

    static double trainingError(Experiment run, Flow flow, int step) {
        int n = run.samples();
        int m = run.model().loss().units();
        double[] labels = Misplay.unlessVector(flow.labels(), n, "the labels");
        double[] outputs = Misplay.unlessVector(flow.outputs(step), n * m, "the outputs after step " + step);
        return run.model().loss().meanError(outputs, labels);
    }
}
