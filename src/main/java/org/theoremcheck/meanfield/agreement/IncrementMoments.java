package org.theoremcheck.meanfield.agreement;

import static org.theoremcheck.claim.Alteration.drop;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Compare.compare;
import static org.theoremcheck.claim.Term.term;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.flow.MinibatchStep;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;

/**
 * What stochastic gradient flow takes over from stochastic gradient descent.
 *
 * <p><b>Setting.</b> n samples xᵢ, yᵢ in d dimensions and weights θ; gᵢ = xᵢ ∂ℓ(xᵢᵀθ; yᵢ), ḡ their mean.
 *
 * <p><b>Algorithm.</b> {@link MinibatchStep} on each of the nᴮ batches, drawn with replacement, with the learning rate η.
 *
 * <p><b>Claim.</b> The step has the mean of the flow's, −ηḡ, and its covariance but for a matrix of rank one:
 * <pre>
 *   Cov Δθ + (η²/B) ḡḡᵀ  =  (η²/(Bn)) Σ gᵢgᵢᵀ.
 * </pre>
 * The right side is that of the flow over Δt = η/d at τ = η/B. ḡḡᵀ is of relative size 1/n in the limit.
 *
 * <p><b>Constant.</b> Batches are independent draws: a mean of B has a B-th of the variance.
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> The judged number is a mean of nᴮ products of two sums, at most nᴮ + 2(d + B) + 40 roundings, 40 of them for the loss's
 * derivative, each relative to the sum of absolute values.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Li, Tai, E: Stochastic modified equations. ICML 2017.
 */
final class IncrementMoments {

    /**
     * Samples, weights and the step.
     *
     * @param loss ℓ
     * @param rows of X
     * @param labels y
     * @param weights θ
     * @param rate η
     * @param batch B
     */
    record Batches(Loss loss, double[][] rows, double[] labels, double[] weights, double rate, int batch) {}

    /**
     * The entry of the covariance, or of the mean, that is furthest off.
     *
     * @param descent of the descent's increments
     * @param centring what is to be added
     * @param flow of the flow's increments
     * @param rounding of their difference
     * @param size of the numbers that went in
     */
    record Entry(double descent, double centring, double flow, double rounding, double size) {

        double gap() {
            return Math.abs(descent + centring - flow);
        }
    }

    static final Theorem<Batches, BatchStep, Entry> THEOREM = Theorem.theorem(
                    "sgf-matches-sgd-moments",
                    "Flow and descent have steps of the same mean and, up to centring, covariance",
                    Agreement.SOURCE.at("Definition of stochastic gradient flow: its noise"),
                    setting(),
                    compare(term("descent", "Cov Δθ", Entry::descent), term("centring", "(η²/B) ḡḡᵀ", Entry::centring))
                            .equalTo(term("flow", "(η²/(Bn)) Σ gᵢgᵢᵀ", Entry::flow))
                            .within(1e-9, "roundings of a mean over all batches", Entry::rounding, Entry::size),
                    Tightness.NONE)
            .control("mf-increments-centred", "no centring", drop("centring"))
            .control(
                    "mf-increments-sum",
                    "the sum over the batch in place of its mean",
                    subject(batches -> step(batches, batches.rate())))
            .control(
                    "mf-increments-first",
                    "only the first sample of the batch",
                    subject(batches -> (rows, labels, weights) -> {
                        int d = weights.length;
                        return step(batches, batches.rate())
                                .next(Arrays.copyOf(rows, d), Arrays.copyOf(labels, 1), weights);
                    }));

    private IncrementMoments() {}

    private static Setting<Batches, BatchStep, Entry> setting() {
        return new Setting<>(
                "all batches of a few samples",
                "A step of minibatch SGD on each of the batches with replacement, against the mean and covariance of the flow's step",
                Batches.class,
                BatchStep.class,
                List.of(Family.drawn("sgf-matches-sgd-moments/drawn", "drawn", IncrementMoments::draw)),
                List.of(),
                batches -> step(batches, batches.rate() / batches.batch()),
                IncrementMoments::play,
                Optional.empty());
    }

    private static BatchStep step(Batches batches, double rate) {
        MinibatchStep descent = new MinibatchStep(batches.loss(), rate, 0);
        return (rows, labels, weights) -> {
            int d = weights.length;
            double[][] separate = new double[labels.length][];
            Arrays.setAll(separate, i -> Arrays.copyOfRange(rows, i * d, (i + 1) * d));
            double[] next = weights.clone();
            descent.take(separate, labels, next);
            return next;
        };
    }

    private static Batches draw(Draw in) {
        int samples = in.integer("samples", 1, 3);
        int dimension = in.integer("dimension", 1, 3);
        double[][] rows = new double[samples][];
        Arrays.setAll(rows, i -> in.gaussians("row", i, dimension));
        return new Batches(
                in.oneOf("loss", List.of(new Loss.Linear(1), new Loss.Logistic(), Loss.tanh(1))),
                rows,
                in.signs("label", 0, samples),
                in.gaussians("weights", 0, dimension),
                in.logUniform("rate", 0.01, 1),
                in.integer("batch", 1, 2));
    }

    private static Entry play(Batches batches, Subject<Batches, BatchStep> subject) {
        BatchStep descent = subject.begin(batches);
        int n = batches.rows().length;
        int d = batches.weights().length;
        int count = 1;
        for (int b = 0; b < batches.batch(); b++) {
            count *= n;
        }
        double[][] increments = new double[count][];
        for (int index = 0; index < count; index++) {
            double[] rows = new double[batches.batch() * d];
            double[] labels = new double[batches.batch()];
            for (int b = 0, left = index; b < batches.batch(); b++, left /= n) {
                System.arraycopy(batches.rows()[left % n], 0, rows, b * d, d);
                labels[b] = batches.labels()[left % n];
            }
            double[] next = descent.next(rows, labels, batches.weights().clone());
            increments[index] =
                    Vectors.difference(Misplay.unlessVector(next, d, "the weights after the step"), batches.weights());
        }
        return worst(batches, increments, gradients(batches));
    }

    private static double[][] gradients(Batches batches) {
        double[][] gradients = new double[batches.rows().length][];
        double[] outputs = new double[gradients.length];
        Arrays.setAll(outputs, i -> Vectors.dot(batches.rows()[i], batches.weights()));
        double[] slopes = batches.loss().slopes(outputs, batches.labels());
        Arrays.setAll(gradients, i -> Vectors.scaled(slopes[i], batches.rows()[i]));
        return gradients;
    }

    /** Of the d means and the d² covariances the one that is furthest off. */
    private static Entry worst(Batches batches, double[][] increments, double[][] gradients) {
        int d = batches.weights().length;
        double[] mean = mean(increments, d);
        double[] gradient = mean(gradients, d);
        double largest = Vectors.largest(increments) + Vectors.largest(batches.weights());
        double largestGradient = batches.rate() * Vectors.largest(gradients);
        double size = largest + largestGradient;
        double u = Rounding.gamma(increments.length + 2.0 * (d + batches.batch()) + 40);
        Entry worst = new Entry(mean[0], 0, -batches.rate() * gradient[0], 2 * u * size, size);
        for (int i = 0; i < d; i++) {
            Entry ofMean = new Entry(mean[i], 0, -batches.rate() * gradient[i], 2 * u * size, size);
            worst = ofMean.gap() > worst.gap() ? ofMean : worst;
        }
        double scale = batches.rate() * batches.rate() / batches.batch();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                Entry entry = new Entry(
                        product(increments, i, j) - mean[i] * mean[j],
                        scale * gradient[i] * gradient[j],
                        scale * product(gradients, i, j),
                        8 * u * size * size,
                        size * size);
                worst = entry.gap() / entry.size() > worst.gap() / worst.size() ? entry : worst;
            }
        }
        return worst;
    }

    private static double[] mean(double[][] vectors, int d) {
        double[] mean = new double[d];
        for (double[] vector : vectors) {
            for (int i = 0; i < d; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        return mean;
    }

    private static double product(double[][] vectors, int i, int j) {
        double sum = 0;
        for (double[] vector : vectors) {
            sum += vector[i] * vector[j];
        }
        return sum / vectors.length;
    }
}
