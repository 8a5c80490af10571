package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.meanfield.limit.Equations.Term.CURVATURE;
import static org.theoremcheck.meanfield.limit.Equations.Term.MEMORY;
import static org.theoremcheck.meanfield.limit.Equations.Term.REACTION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Test;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Responsive;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.limit.Equations;
import org.theoremcheck.meanfield.limit.MeanField;
import org.theoremcheck.numeric.RandomStream;

/**
 * The response functions are responses.
 *
 * <p><b>Setting.</b> Logistic regression at τ = 1 and tanh regression at τ = ½; d = 512, n = 1024.
 *
 * <p><b>Algorithm.</b> {@link StochasticGradientFlow} with a dense X, 16 runs, each five times with the same randomness: as it is, and pushed along
 * random signs v of size ε = 0.01, in the weights after the steps 1 and 11 or in the outputs of the steps 0 and 10.
 *
 * <p><b>Claim.</b> For a push of the weights after step j + 1, E ⟨v, δθ_k⟩/(εd) → R_θ(k, j), and for one of the outputs in step j, E ⟨v, δ∂ℓ(r_k)⟩/(εn) → Δt R_ℓ(k, j).
 *
 * <p><b>Constant.</b> None.
 *
 * <p><b>Hypotheses.</b> As in {@code dmft-agreement-logistic}.
 *
 * <p><b>Test.</b> Welch's, Bonferroni over R_θ(19, 0), R_θ(19, 10), R_ℓ(1, 0), R_ℓ(11, 10) and R_ℓ(19, 10). Random signs make other entries of the responses average out
 * (Hutchinson). 4|A|/d is taken off for bias, and ε² is a hundredth of a standard error.
 *
 * <p><b>Tightness.</b> An equality in the limit.
 *
 * <p><b>References.</b> Celentano, Cheng, Montanari 2021.
 */
final class Responses {

    private static final double SIZE = 0.01;

    static final Theorem<Experiment, Responsive, Probes> THEOREM = Theorem.theorem(
                    "response-functions",
                    "R_θ and R_ℓ are the responses of a run to pushes",
                    Agreement.SOURCE,
                    setting(),
                    test(Equations.TRUE, Solves.SOME),
                    Tightness.NONE)
            .control("mf-response-no-memory", "no R_ℓ", wrong(Equations.TRUE.with(MEMORY, 0)))
            .control(
                    "mf-response-longer",
                    "steps twice as long",
                    on(Experiments.of("logistic-pushed-longer", Experiments.COARSE_LOGISTIC, 512, 24)),
                    subject(experiment -> StochasticGradientFlow.dense(experiment.with(experiment
                            .model()
                            .in(
                                    2 * experiment.model().step(),
                                    experiment.model().steps())))))
            .control("mf-response-no-curvature", "no Γ", wrong(Equations.TRUE.with(CURVATURE, 0)))
            .control("mf-response-no-reaction", "no Onsager term", wrong(Equations.TRUE.with(REACTION, 0)));

    /**
     * Responses of runs.
     *
     * @param experiment the runs
     * @param responses their means
     */
    record Probes(Experiment experiment, Sample responses) {}

    private Responses() {}

    private static Alteration<Experiment, Responsive, Probes> wrong(Equations equations) {
        return claim -> claim.saying(test(equations, Solves.FEW));
    }

    private static Test<Probes> test(Equations equations, int solves) {
        return Shares.test("largest Welch score of five responses, against " + equations.text(), probes -> {
            Experiment experiment = probes.experiment();
            Sample predicted = Sample.of(
                    Solves.of(experiment.model(), equations, solves, RandomStream.key(experiment.seed(), "solves", 0))
                            .stream()
                            .map(Responses::predicted)
                            .toList());
            return probes.responses().score(predicted, 4.0 / experiment.dimension());
        });
    }

    private static double[] predicted(MeanField solution) {
        double[][] response = solution.response();
        double[][] memory = solution.memory();
        int last = solution.model().steps() - 1;
        return new double[] {response[last][0], response[last][10], memory[1][0], memory[11][10], memory[last][10]};
    }

    private static Setting<Experiment, Responsive, Probes> setting() {
        return new Setting<>(
                "responses of the flow",
                "Runs of stochastic gradient flow, pushed and not, against the response functions of the mean-field equations",
                Experiment.class,
                Responsive.class,
                List.of(
                        Experiments.of("logistic-pushed", Experiments.COARSE_LOGISTIC, 512, 16),
                        Experiments.of("tanh-pushed", Experiments.COARSE_TANH.at(0.5), 512, 16)),
                List.of(),
                StochasticGradientFlow::dense,
                Responses::play,
                Optional.empty());
    }

    private static Probes play(Experiment experiment, Subject<Experiment, Responsive> subject) {
        List<double[]> responses = new ArrayList<>();
        for (int r = 0; r < experiment.runs(); r++) {
            responses.add(responses(experiment.run(r), subject, RandomStream.key(experiment.seed(), "push", r)));
        }
        return new Probes(experiment, Sample.of(responses));
    }

    private static double[] responses(Experiment run, Subject<Experiment, Responsive> subject, long key) {
        int last = run.model().steps() - 1;
        double[] ofWeights = signs(key, run.dimension());
        double[] ofOutputs = signs(key + 1, run.samples());
        Responsive plain = subject.begin(run);
        double[] firstSlopes = slopes(run, plain, 1);
        double[] middleSlopes = slopes(run, plain, 11);
        double[] weights = weights(run, plain, last);
        double[] lastSlopes = slopes(run, plain, last);
        Responsive early = subject.begin(run);
        early.pushWeights(1, ofWeights);
        double[] weightsAfterEarly = weights(run, early, last);
        Responsive late = subject.begin(run);
        late.pushWeights(11, ofWeights);
        double[] weightsAfterLate = weights(run, late, last);
        Responsive first = subject.begin(run);
        first.pushOutputs(0, ofOutputs);
        double[] slopesAfterFirst = slopes(run, first, 1);
        Responsive middle = subject.begin(run);
        middle.pushOutputs(10, ofOutputs);
        double[] slopesAfterMiddle = slopes(run, middle, 11);
        return new double[] {
            response(ofWeights, weightsAfterEarly, weights),
            response(ofWeights, weightsAfterLate, weights),
            response(ofOutputs, slopesAfterFirst, firstSlopes),
            response(ofOutputs, slopesAfterMiddle, middleSlopes),
            response(ofOutputs, slopes(run, middle, last), lastSlopes)
        };
    }

    /** ⟨v, after − before⟩/(ε · length), with v in units of ε. */
    private static double response(double[] push, double[] after, double[] before) {
        double sum = 0;
        for (int i = 0; i < push.length; i++) {
            sum += push[i] * (after[i] - before[i]);
        }
        return sum / (SIZE * SIZE * push.length);
    }

    private static double[] signs(long key, int length) {
        double[] signs = new double[length];
        Arrays.setAll(signs, i -> RandomStream.bits(key, i) < 0 ? -SIZE : SIZE);
        return signs;
    }

    private static double[] weights(Experiment run, Responsive flow, int step) {
        return Misplay.unlessVector(flow.weights(step), run.dimension(), "the weights after step " + step);
    }

    /** ∂ℓ(r). */
    private static double[] slopes(Experiment run, Responsive flow, int step) {
        double[] outputs = Misplay.unlessVector(flow.outputs(step), run.samples(), "the outputs after step " + step);
        double[] labels = Misplay.unlessVector(flow.labels(), run.samples(), "the labels");
        return run.model().loss().slopes(outputs, labels);
    }
}
