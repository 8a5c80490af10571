package org.theoremcheck.predictable.stationarity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;

/** Families of problems. All satisfy the hypotheses of their theorem by construction. */
final class Problems {

    /** (√5 − 1)/2 = 0.6180339887498948482…, rounded down. */
    static final double GOLDEN = 0x1.3c6ef372fe94fp-1;

    private static final List<Predictor> HISTORY_BASED = List.of(
            new Predictor.Zero(),
            new Predictor.OneStep(),
            new Predictor.Ema(0.5),
            new Predictor.Ema(0.9),
            new Predictor.Ema(0.99),
            new Predictor.Trend(),
            new Predictor.Negated(),
            new Predictor.AutoRegression(0.5),
            new Predictor.AutoRegression(-0.5));

    private static final double[] NO_FIRST = new double[0];

    private Problems() {}

    /** Steps of at most 1/L, on every terrain. */
    static List<Family<Problem>> everywhere() {
        List<Family<Problem>> families = new ArrayList<>();
        for (Terrain terrain : Terrain.values()) {
            families.add(family(terrain, "history", in -> drawn(in, terrain, history(in), shortStep(in))));
            families.add(family(terrain, "noisy", in -> drawn(in, terrain, Kind.NOISY, shortStep(in))));
            families.add(family(terrain, "announced", in -> drawn(in, terrain, Kind.ANNOUNCED, shortStep(in))));
            if (terrain.round()) {
                families.add(family(terrain, "attained", in -> attained(in, terrain)));
            }
        }
        families.add(Family.of(
                "quadratic/smallest", Terrain.QUADRATIC.group(), oneStep(2), oneStep(5), oneStep(8), oneStep(11)));
        return families;
    }

    /** Steps of less than 2/L. */
    static List<Family<Problem>> extended() {
        List<Family<Problem>> families = new ArrayList<>();
        for (Terrain terrain : Terrain.values()) {
            families.add(family(terrain, "extended", in -> extended(in, terrain)));
        }
        families.add(family(Terrain.QUADRATIC, "extended-attained", Problems::extendedAttained));
        // m = (1 − a) g for x < 1 and (1 + a) g for x > 1: both contract.
        families.add(Family.of(
                "quadratic/extended-smallest",
                Terrain.QUADRATIC.group(),
                contracting(0.5, 0.5, 60),
                contracting(1.25, 0.25, 40)));
        return families;
    }

    /** The one-step predictor with any m₀, and steps of at most 0.618/L. */
    static List<Family<Problem>> delayed() {
        List<Family<Problem>> families = new ArrayList<>();
        for (Terrain terrain : Terrain.values()) {
            families.add(family(terrain, "delayed", in -> delayed(in, terrain)));
        }
        families.add(family(Terrain.QUADRATIC, "delayed-attained", Problems::delayedAttained));
        families.add(Family.of(
                "quadratic/delayed-smallest", Terrain.QUADRATIC.group(), line(0, golden(1), startedWith(1), 60)));
        return families;
    }

    private static Family<Problem> family(Terrain terrain, String name, Function<Draw, Problem> sampler) {
        return Family.drawn(terrain.group() + "/" + name, terrain.group(), sampler);
    }

    /** ½θ² from θ₀. */
    static Problem line(double start, double step, Proxy proxy, int rounds) {
        return line(Profile.QUADRATIC, start, step, proxy, rounds);
    }

    /** φ(θ) from θ₀. */
    static Problem line(Profile profile, double start, double step, Proxy proxy, int rounds) {
        return problem(Separable.line(profile, 1), new double[] {start}, step, proxy, rounds);
    }

    private static Problem problem(Objective objective, double[] start, double step, Proxy proxy, int rounds) {
        return new Problem(objective, 0, start, step, proxy, rounds, 1);
    }

    /** mₜ = factor · gₜ on the line. */
    static Proxy multiple(double factor) {
        return new Proxy.Noisy(factor, new double[][] {{0}});
    }

    /** ½θ² from 1 with η = 1 and the one-step predictor: gₜ = 1, 1, 0, −1, −1, 0, …. */
    static Problem oneStep(int rounds) {
        return line(1, 1, new Proxy.History(new Predictor.OneStep()), rounds);
    }

    /** The one-step predictor on the line, with m₀ given. */
    static Proxy startedWith(double first) {
        return new Proxy.History(new Predictor.OneStep(), new double[] {first});
    }

    /** The largest double η with Lη ≤ x. A quotient is off by half an ulp, so that one ulp less will do. */
    static double step(double relative, double smoothness) {
        double step = relative / smoothness;
        return Math.fma(-smoothness, step, relative) < 0 ? step - Math.ulp(step) : step;
    }

    /** A step whose Lη satisfies x + x² ≤ 1 with room for the rounding of a check. */
    static double golden(double smoothness) {
        return step(GOLDEN * (1 - 0x1p-48), smoothness);
    }

    private enum Kind {
        HISTORY,
        STARTED,
        NOISY,
        ANNOUNCED
    }

    private static Kind history(Draw in) {
        return in.oneOf("first-proxy", List.of(Kind.HISTORY, Kind.STARTED));
    }

    /** L η in (0, 1], and 1 half of the time. */
    private static double shortStep(Draw in) {
        double below = in.logUniform("relative-step", 0.05, 1);
        return in.oneOf("full-step", List.of(true, false)) ? 1 : below;
    }

    private static Problem drawn(Draw in, Terrain terrain, Kind kind, double relativeStep) {
        Objective objective = terrain.objective(in);
        int rounds = in.integer("rounds", 1, terrain.longest());
        return problem(
                objective,
                start(in, objective.dimension()),
                step(relativeStep, objective.smoothness()),
                proxy(in, kind, objective, rounds),
                rounds);
    }

    private static double[] start(Draw in, int dimension) {
        return Vectors.scaled(in.oneOf("spread", List.of(1.0, 0.25, 3.0)), in.gaussians("start", 0, dimension));
    }

    private static Proxy proxy(Draw in, Kind kind, Objective objective, int rounds) {
        int dimension = objective.dimension();
        double size = objective.smoothness();
        return switch (kind) {
            case HISTORY -> new Proxy.History(in.oneOf("predictor", HISTORY_BASED));
            case STARTED ->
                new Proxy.History(
                        in.oneOf("predictor", HISTORY_BASED),
                        Vectors.scaled(size, in.gaussians("first", 0, dimension)));
            case NOISY ->
                new Proxy.Noisy(
                        in.oneOf("clairvoyant", List.of(true, false)) ? 1 : in.uniform("factor", 0, 1.5),
                        rows(in, rounds, dimension, size * in.logUniform("noise-size", 1e-3, 1)));
            case ANNOUNCED ->
                new Proxy.History(
                        new Predictor.Announced(
                                rows(in, rounds, dimension, size * in.logUniform("announced-size", 0.01, 1))),
                        NO_FIRST);
        };
    }

    private static double[][] rows(Draw in, int rounds, int dimension, double size) {
        double[][] rows = new double[rounds][];
        for (int t = 0; t < rounds; t++) {
            rows[t] = Vectors.scaled(size, in.gaussians("row", t, dimension));
        }
        return rows;
    }

    /** Where F is a quadratic of curvature L and η = 1/L, a proxy that ends in the minimizer leaves no slack. */
    private static Problem attained(Draw in, Terrain terrain) {
        int dimension = in.integer("dimension", 1, 4);
        double weight = in.logUniform("amplitude", 0.1, 10);
        Separable objective = terrain.isotropic(weight, dimension);
        double[] start = in.uniforms("start", 0, dimension, -terrain.roundness(), terrain.roundness());
        double step = step(1, objective.smoothness());
        int kind = in.oneOf("predictor", List.of(0, 1, 2));
        return switch (kind) {
            case 0 ->
                problem(
                        objective,
                        start,
                        step,
                        new Proxy.History(new Predictor.OneStep()),
                        in.oneOf("rounds", List.of(2, 5, 8, 11)));
            case 1 -> problem(objective, start, step, new Proxy.History(new Predictor.Trend()), 4);
            default -> problem(objective, start, step, new Proxy.Noisy(1, new double[1][dimension]), 1);
        };
    }

    private static Problem extended(Draw in, Terrain terrain) {
        Kind kind = in.oneOf("kind", List.of(Kind.values()));
        double relativeStep = in.uniform("relative-step", 0.02, 1.98);
        // Below (2 − x)/|x − 1| the weight of the gradients is positive.
        double largest = Math.min(5, 0.99 * (2 - relativeStep) / Math.abs(relativeStep - 1));
        return drawn(in, terrain, kind, relativeStep).balanced(largest * in.logUniform("share", 0.01, 1));
    }

    /** On a quadratic of curvature L with x = Lη, m = (1 − a)g for x ≤ 1 and m = (1 + a)g beyond leave the last value only. */
    private static Problem extendedAttained(Draw in) {
        int dimension = in.integer("dimension", 1, 4);
        double weight = in.logUniform("amplitude", 0.1, 10);
        double relativeStep = in.uniform("relative-step", 0.3, 1.7);
        double share = in.uniform("share", 0.1, 0.6);
        double balance = relativeStep <= 1 ? share : share * (2 / relativeStep - 1);
        Separable objective = Terrain.QUADRATIC.isotropic(weight, dimension);
        Proxy proxy = new Proxy.Noisy(relativeStep <= 1 ? 1 - balance : 1 + balance, new double[1][dimension]);
        return problem(
                        objective,
                        in.gaussians("start", 0, dimension),
                        step(relativeStep, objective.smoothness()),
                        proxy,
                        in.integer("rounds", 20, 60))
                .balanced(balance);
    }

    /** ½θ² from 1 with η = x and m = (1 − a)g where x &lt; 1, else m = (1 + a)g. */
    private static Problem contracting(double relativeStep, double balance, int rounds) {
        double factor = relativeStep < 1 ? 1 - balance : 1 + balance;
        return line(1, relativeStep, multiple(factor), rounds).balanced(balance);
    }

    private static Problem delayed(Draw in, Terrain terrain) {
        Objective objective = terrain.objective(in);
        int dimension = objective.dimension();
        double below = in.logUniform("relative-step", 0.05, 0.618);
        boolean longest = in.oneOf("longest-step", List.of(true, false));
        double[] first = Vectors.scaled(objective.smoothness(), in.gaussians("first", 0, dimension));
        return problem(
                objective,
                start(in, dimension),
                longest ? golden(objective.smoothness()) : step(below, objective.smoothness()),
                new Proxy.History(
                        new Predictor.OneStep(), in.oneOf("started", List.of(true, false)) ? first : NO_FIRST),
                in.integer("rounds", 1, terrain.longest()));
    }

    /** On a quadratic of curvature L with the longest step only the last value and the last move are left. */
    private static Problem delayedAttained(Draw in) {
        int dimension = in.integer("dimension", 1, 3);
        Separable objective = Terrain.QUADRATIC.isotropic(in.logUniform("amplitude", 0.1, 10), dimension);
        return problem(
                objective,
                in.gaussians("start", 0, dimension),
                golden(objective.smoothness()),
                new Proxy.History(
                        new Predictor.OneStep(),
                        Vectors.scaled(objective.smoothness(), in.gaussians("first", 0, dimension))),
                in.integer("rounds", 30, 60));
    }
}
