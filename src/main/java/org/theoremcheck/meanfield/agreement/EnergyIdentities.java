package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Test;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.flow.Flow;
import org.theoremcheck.meanfield.flow.StochasticGradientFlow;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Vectors;

/**
 * How the energy of the weights changes in a step.
 *
 * <p><b>Setting.</b> Logistic and tanh regression at τ = 1, d = 512, n = 1024.
 *
 * <p><b>Algorithm.</b> {@link StochasticGradientFlow}, 400 independent runs.
 *
 * <p><b>Claim.</b> With averages over coordinates and samples, for j ≤ k,
 * <pre>
 *   E ⟨θ_{k+1}, θ_j⟩/d  =  E ⟨θ_k, θ_j⟩/d − Δt E ⟨∂ℓ(r_k), r_j⟩/n
 * </pre>
 * at k = 3, 5, 10 and j = k, and k = 5, 10, 19 with j = 3: exactly, at every n and d, as ξ_k has mean 1 and is independent of all before. (At both times together Itô's
 * correction comes in, see {@code energy-balance}.)
 *
 * <p><b>Constant.</b> None.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Test.</b> Student's t of the mean over the runs, Bonferroni over the six.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> As for {@code dmft-agreement-logistic}.
 */
final class EnergyIdentities {

    /** k and j. */
    private static final int[][] PAIRS = {{3, 3}, {5, 3}, {5, 5}, {10, 3}, {10, 10}, {19, 3}};

    /**
     * By run, for each pair.
     *
     * @param changes ⟨θ_{k+1} − θ_k, θ_j⟩/d
     * @param forces Δt ⟨∂ℓ(r_k), r_j⟩/n
     * @param increments ⟨θ_{k+1} − θ_k, θ_{k+1} + θ_k⟩/(2d), which the identity is not about
     */
    record Energies(List<double[]> changes, List<double[]> forces, List<double[]> increments) {

        double score(List<double[]> left, double factor) {
            List<double[]> sums = new ArrayList<>();
            for (int r = 0; r < left.size(); r++) {
                double[] sum = left.get(r).clone();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += factor * forces.get(r)[i];
                }
                sums.add(sum);
            }
            return Sample.of(sums).score(Sample.known(new double[PAIRS.length]), 0);
        }
    }

    static final Theorem<Experiment, Flow, Energies> THEOREM = Theorem.theorem(
                    "energy-identities",
                    "Energy changes by the work of the gradient",
                    Agreement.SOURCE,
                    setting(),
                    test(
                            "largest t of (change + work) over six pairs of times",
                            energies -> energies.score(energies.changes(), 1)),
                    Tightness.NONE)
            .control(
                    "mf-energy-work",
                    "1.2 times the work",
                    claim -> claim.saying(test(
                            "largest t of (change + 1.2 work) over six pairs of times",
                            energies -> energies.score(energies.changes(), 1.2))))
            .control(
                    "mf-energy-shuffled",
                    "outputs of other samples than the labels",
                    on(Experiments.of("energy-shuffled", Experiments.COARSE_LOGISTIC, 512, 100)),
                    subject(Slips.SHUFFLED))
            .control(
                    "mf-energy-midpoint",
                    "weights in the middle of the step, as by Stratonovich",
                    claim -> claim.saying(test(
                            "largest t of (change in the middle + work) over six pairs of times",
                            energies -> energies.score(energies.increments(), 1))));

    private EnergyIdentities() {}

    private static Test<Energies> test(String statistic, ToDoubleFunction<Energies> score) {
        return Shares.test(statistic, score);
    }

    private static Setting<Experiment, Flow, Energies> setting() {
        return new Setting<>(
                "energy of the flow",
                "Independent runs of stochastic gradient flow, each against its own gradients",
                Experiment.class,
                Flow.class,
                List.of(
                        Experiments.of("logistic-energy", Experiments.COARSE_LOGISTIC, 512, 400),
                        Experiments.of("tanh-energy", Experiments.COARSE_TANH, 512, 400)),
                List.of(),
                StochasticGradientFlow::lazy,
                EnergyIdentities::play,
                Optional.empty());
    }

    private static Energies play(Experiment experiment, Subject<Experiment, Flow> subject) {
        Energies energies = new Energies(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int r = 0; r < experiment.runs(); r++) {
            play(experiment.run(r), subject, energies);
        }
        return energies;
    }

    private static void play(Experiment run, Subject<Experiment, Flow> subject, Energies energies) {
        Model model = run.model();
        int d = run.dimension();
        Flow flow = subject.begin(run);
        double[][] weights = new double[model.steps() + 1][];
        double[][] outputs = new double[model.steps() + 1][];
        double[] labels = Misplay.unlessVector(flow.labels(), run.samples(), "the labels");
        double[] changes = new double[PAIRS.length];
        double[] forces = new double[PAIRS.length];
        double[] increments = new double[PAIRS.length];
        for (int p = 0; p < PAIRS.length; p++) {
            int k = PAIRS[p][0];
            int j = PAIRS[p][1];
            for (int step = k; step <= k + 1; step++) {
                if (weights[step] == null) {
                    weights[step] = Misplay.unlessVector(flow.weights(step), d, "the weights after step " + step);
                    outputs[step] =
                            Misplay.unlessVector(flow.outputs(step), run.samples(), "the outputs after step " + step);
                }
            }
            for (int i = 0; i < d; i++) {
                double change = weights[k + 1][i] - weights[k][i];
                changes[p] += change * weights[j][i] / d;
                increments[p] += change * (weights[k + 1][i] + weights[k][i]) / (2 * d);
            }
            forces[p] = model.step() * work(model, outputs[k], labels, outputs[j]);
        }
        energies.changes().add(changes);
        energies.forces().add(forces);
        energies.increments().add(increments);
    }

    /** ⟨∂ℓ(r), s⟩/n. */
    private static double work(Model model, double[] outputs, double[] labels, double[] others) {
        return Vectors.dot(model.loss().slopes(outputs, labels), others) / outputs.length;
    }
}
