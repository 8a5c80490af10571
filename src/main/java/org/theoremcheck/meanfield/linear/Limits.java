package org.theoremcheck.meanfield.linear;

import static org.theoremcheck.claim.Alteration.subject;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.theoremcheck.claim.Criterion;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.Vectors;

/**
 * How the solution approaches its limits.
 *
 * <p><b>Setting.</b> {@link Model} with the linear loss; E is the largest deviation of E(θ_k − θ*)² from its limit over the steps k, and ε → 0
 * one parameter.
 *
 * <p><b>Algorithm.</b> The mean-field equations, solved at ε and ε/2, or at ε, ε/2 and ε/4.
 *
 * <p><b>Claim.</b> E is of first order, so that halving ε halves it: E(ε)/E(ε/2) = 2 ± 0.1 for
 * <ul>
 *   <li>{@code gradient-flow-limit}: ε = τ, and the limit gradient descent;
 *   <li>{@code online-limit}: ε = 1/δ, and the limit C_{k+1} = (1 − Δt)²C_k + τΔt(C_k + σ²), where no sample is seen twice;
 *   <li>{@code first-order-in-time}: ε = Δt at the same times; as the limit is not known, E(ε) − E(ε/2) stands for E;
 *   <li>{@code energy-balance}: ε = Δt, and E the deviation of E(θ_{k+1} − θ_k)²/Δt from τP_k, Itô's correction, in the last step.
 * </ul>
 *
 * <p><b>Constant.</b> The first derivative in ε; 0.1 is what the second leaves at the ε used, which are small.
 *
 * <p><b>Hypotheses.</b> None: the families have small ε.
 *
 * <p><b>Rounding.</b> Deviations are above 10⁻⁵ of the solution and its roundings below 10⁻¹⁰.
 *
 * <p><b>Tightness.</b> An equality as ε → 0.
 *
 * <p><b>References.</b> Celentano, Cheng, Montanari 2021 (τ = 0); Saad, Solla: On-line learning in soft committee machines. Phys. Rev. E 52, 1995.
 */
final class Limits {

    /** How far from 2 a ratio may be. */
    private static final double ALLOWED = 0.1;

    /**
     * What halving the small parameter did.
     *
     * @param ratio E(ε)/E(ε/2)
     */
    record Halving(double ratio) {

        double margin() {
            return ALLOWED - Math.abs(ratio - 2);
        }
    }

    static final Theorem<Model, LinearCurves, Halving> GRADIENT_FLOW = theorem(
                    "gradient-flow-limit",
                    "The limit of small temperatures is gradient flow, with an error of order τ",
                    Family.drawn("gradient-flow-limit/cold", "cold", in -> draw(in, 0.3, 4, 0.02)),
                    (model, subject) -> {
                        double[] limit = distances(model.at(0), subject);
                        return new Halving(deviation(distances(model, subject), limit)
                                / deviation(distances(model.at(model.temperature() / 2), subject), limit));
                    })
            .control(
                    "mf-cold-root",
                    "a noise of variance √τ",
                    subject(model -> new Recursion(model.at(Math.sqrt(model.temperature())))))
            .control(
                    "mf-cold-square",
                    "a noise of variance τ²",
                    subject(model -> new Recursion(model.at(model.temperature() * model.temperature()))));

    static final Theorem<Model, LinearCurves, Halving> ONLINE = theorem(
                    "online-limit",
                    "The limit of many samples is online learning, with an error of order 1/δ",
                    Family.drawn("online-limit/many", "many samples", in -> draw(in, 200, 2000, 0.5)),
                    (model, subject) -> {
                        double[] limit = online(model);
                        return new Halving(deviation(distances(model, subject), limit)
                                / deviation(distances(model.with(2 * model.ratio()), subject), limit));
                    })
            .control(
                    "mf-online-root",
                    "√δ in place of δ",
                    subject(model -> new Recursion(model.with(Math.sqrt(model.ratio())))))
            .control(
                    "mf-online-hotter",
                    "a temperature 1 % too high",
                    subject(model -> new Recursion(model.at(1.01 * model.temperature()))));

    static final Theorem<Model, LinearCurves, Halving> FIRST_ORDER = theorem(
                    "first-order-in-time",
                    "Steps of Δt have an error of order Δt",
                    Family.of(
                            "first-order-in-time/standard",
                            "standard",
                            LinearModels.standard(0.01, 40),
                            LinearModels.standard(0.01, 40).at(1),
                            LinearModels.standard(0.005, 40).with(0.5)),
                    (model, subject) -> {
                        double[] coarse = distances(model, subject);
                        double[] fine = distances(refined(model, 2), subject);
                        double[] finer = distances(refined(model, 4), subject);
                        return new Halving(change(coarse, fine) / change(fine, finer));
                    })
            .control(
                    "mf-time-noise",
                    "a noise of variance τ/√Δt a step, not τ",
                    subject(model -> new Recursion(model.at(model.temperature() / Math.sqrt(model.step())))));

    static final Theorem<Model, LinearCurves, Halving> BALANCE = theorem(
                    "energy-balance",
                    "The noise gives the weights the energy τ E ∂ℓ² a unit of time",
                    Family.of(
                            "energy-balance/standard",
                            "standard",
                            LinearModels.standard(0.01, 20),
                            LinearModels.standard(0.01, 20).at(1),
                            LinearModels.standard(0.005, 20).with(0.5)),
                    (model, subject) -> new Halving(imbalance(model, subject) / imbalance(refined(model, 2), subject)))
            .control(
                    "mf-balance-hotter",
                    "a temperature 10 % too high",
                    subject(model -> new Recursion(model.at(1.1 * model.temperature()))))
            .control("mf-balance-cold", "no noise", subject(model -> new Recursion(model.at(0))));

    private Limits() {}

    private static Theorem<Model, LinearCurves, Halving> theorem(
            String id,
            String title,
            Family<Model> family,
            BiFunction<Model, Subject<Model, LinearCurves>, Halving> referee) {
        return Theorem.theorem(
                        id,
                        title,
                        LinearExact.SOURCE.at("Derived: orders of the limits, in discrete time"),
                        new Setting<>(
                                id,
                                "Stochastic gradient flow with the linear loss, in the limit n/d → δ, as a parameter goes to its limit",
                                Model.class,
                                LinearCurves.class,
                                List.of(family),
                                List.of(),
                                Recursion::new,
                                referee::apply,
                                Optional.empty()),
                        new Criterion<>(
                                "halving the small parameter divides the deviation by 2 ± 0.1", Halving::margin),
                        Tightness.NONE)
                .control(
                        "mf-" + id + "-second-order",
                        "an error of second order",
                        claim -> claim.saying(new Criterion<>(
                                "halving the small parameter divides the deviation by 4 ± 0.1",
                                halving -> ALLOWED - Math.abs(halving.ratio() - 4))));
    }

    private static Model draw(Draw in, double smallestRatio, double largestRatio, double hottest) {
        double ratio = in.logUniform("ratio", smallestRatio, largestRatio);
        int steps = in.integer("steps", 1, 8);
        double longest = Math.min(0.2, ratio / new MarchenkoPastur(ratio).largest());
        return Model.of(
                new Loss.Linear(in.uniform("label noise", 0, 1)),
                ratio,
                in.uniform("temperature", 0.1, 1) * hottest,
                in.uniform("share of the longest step", 0.1, 1) * longest,
                steps);
    }

    private static Model refined(Model model, int times) {
        return model.in(model.step() / times, model.steps() * times);
    }

    private static double[] distances(Model model, Subject<Model, LinearCurves> subject) {
        return Misplay.unlessVector(subject.begin(model).distances(), model.steps() + 1, "the distances");
    }

    private static double[] online(Model model) {
        double noise = ((Loss.Linear) model.loss()).noise();
        double kept = 1 - model.step();
        double[] distance = new double[model.steps() + 1];
        distance[0] = model.start().variance() + model.signal();
        for (int k = 0; k < model.steps(); k++) {
            distance[k + 1] =
                    kept * kept * distance[k] + model.temperature() * model.step() * (distance[k] + noise * noise);
        }
        return distance;
    }

    private static double deviation(double[] a, double[] b) {
        return Vectors.largestDistance(a, b);
    }

    /** At the times of the coarser curve. */
    private static double change(double[] coarse, double[] fine) {
        int times = (fine.length - 1) / (coarse.length - 1);
        double largest = 0;
        for (int k = 0; k < coarse.length; k++) {
            largest = Math.max(largest, Math.abs(coarse[k] - fine[k * times]));
        }
        return largest;
    }

    private static double imbalance(Model model, Subject<Model, LinearCurves> subject) {
        LinearCurves curves = subject.begin(model);
        double[] increments = Misplay.unlessVector(curves.increments(), model.steps(), "the increments");
        double[] errors = Misplay.unlessVector(curves.trainingErrors(), model.steps() + 1, "the training errors");
        int last = model.steps() - 1;
        return Math.abs(increments[last] / model.step() - model.temperature() * errors[last]);
    }
}
