package org.theoremcheck.meanfield.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.limit.CoordinateLaw;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.RandomStream;

/**
 * The runs of an experiment, as evidence: the observables of each, and the coordinates of all runs together. Solutions of the equations that they are
 * compared with are found when they are asked for, and kept.
 */
final class Ensemble {

    private final Experiment experiment;
    private final List<double[]> observables = new ArrayList<>();

    /** Runs whose coordinates are kept: more than these know the law no better than the solutions do. */
    private static final int POOLED = 16;

    /** By time, d numbers of each run kept after one another; for models of one unit, and last the signal. */
    private final List<double[]> pooled = new ArrayList<>();

    /** Outputs times labels at the last step, of one run. */
    private final double[] margins;

    private final Map<Question, List<MeanField>> solutions = new HashMap<>();

    /** What has been solved. */
    private record Question(Model model, Equations equations) {}

    private Ensemble(Experiment experiment, Subject<Experiment, Flow> subject) {
        this.experiment = experiment;
        Model model = experiment.model();
        int[] times = Observables.times(model);
        int d = experiment.dimension();
        boolean one = model.loss().units() == 1;
        for (int t = 0; t <= times.length && one; t++) {
            pooled.add(new double[d * Math.min(POOLED, experiment.runs())]);
        }
        double[] seen = {};
        for (int r = 0; r < experiment.runs(); r++) {
            Experiment run = experiment.run(r);
            Flow flow = subject.begin(run);
            double[][] weights = new double[times.length][];
            observables.add(Observables.of(run, flow, weights));
            if (one && r < POOLED) {
                for (int t = 0; t < times.length; t++) {
                    System.arraycopy(weights[t], 0, pooled.get(t), r * d, d);
                }
                System.arraycopy(flow.signal(), 0, pooled.get(times.length), r * d, d);
                seen = r == 0 ? margins(run, flow) : seen;
            }
        }
        margins = seen;
    }

    /** Plays all runs. */
    static Ensemble play(Experiment experiment, Subject<Experiment, Flow> subject) {
        return new Ensemble(experiment, subject);
    }

    private static double[] margins(Experiment run, Flow flow) {
        double[] labels = flow.labels();
        double[] outputs = Misplay.unlessVector(
                flow.outputs(run.model().steps()), run.samples(), "the outputs after the last step");
        double[] margins = new double[outputs.length];
        Arrays.setAll(margins, i -> outputs[i] * labels[i]);
        return margins;
    }

    Experiment experiment() {
        return experiment;
    }

    Model model() {
        return experiment.model();
    }

    /** Means of the observables over the runs. */
    Sample simulated() {
        return Sample.of(observables);
    }

    /** The observables of each run. */
    List<double[]> runs() {
        return observables;
    }

    /** Labels times outputs of one run at the last step. */
    double[] margins() {
        return margins.clone();
    }

    /** Σ coefficients · coordinates at the times, and of the signal last; all runs together, in increasing order. */
    double[] coordinates(double... coefficients) {
        double[] sum = new double[pooled.get(0).length];
        for (int t = 0; t < coefficients.length; t++) {
            if (coefficients[t] != 0) {
                double[] at = pooled.get(t);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += coefficients[t] * at[i];
                }
            }
        }
        Arrays.sort(sum);
        return sum;
    }

    /** W₂ between the coordinates of one run at the last step and the law given. */
    double distanceOfRun(int run, CoordinateLaw law) {
        int d = experiment.dimension();
        double[] all = pooled.get(Observables.times(model()).length - 1);
        double[] own = Arrays.copyOfRange(all, run * d, (run + 1) * d);
        Arrays.sort(own);
        return law.distance(own);
    }

    /** What the equations predict for a mean over solutions. */
    Sample predicted(Model model, Equations equations, int solves, Function<MeanField, double[]> of) {
        return Sample.of(solutions(model, equations, solves).stream().map(of).toList());
    }

    /** The first so many; those that are asked for again are not solved again. */
    private List<MeanField> solutions(Model model, Equations equations, int solves) {
        List<MeanField> known =
                solutions.computeIfAbsent(new Question(model, equations), question -> new ArrayList<>());
        if (known.size() < solves) {
            long seed = RandomStream.key(experiment.seed(), "solves", 0);
            known.addAll(Solves.of(model, equations, known.size(), solves, seed));
        }
        return known.subList(0, solves);
    }
}
