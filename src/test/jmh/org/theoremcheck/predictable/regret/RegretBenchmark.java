package org.theoremcheck.predictable.regret;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.predictor.Predictor;

/** Instances a second on one thread: drawn, played and judged against regret-two-step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RegretBenchmark {

    private static final Claim<Game, Learner, Play> CLAIM = RegretTwoStep.THEOREM.claim();

    /** The family that instances are drawn from; {@code gaussian} is the plain one that other tools are compared on. */
    @Param({
        "gaussian",
        "euclid/structured",
        "ball/structured",
        "box/structured",
        "simplex/structured",
        "entropy/structured",
        "entropy-ball/structured",
        "p-norm/structured",
        "p-norm-ball/structured",
        "mahalanobis/structured",
        "ellipsoid/structured",
        "burg/structured",
        "log-barrier/structured",
        "binary-entropy/structured",
        "hypentropy/structured",
        "spectraplex/structured",
        "euclid/breast-cancer"
    })
    private String family;

    private Family<Game> source = gaussian();
    private long index;

    @org.openjdk.jmh.annotations.Setup
    public void pick() {
        source = Games.everywhere().stream()
                .filter(candidate -> candidate.name().equals(family))
                .findFirst()
                .orElse(gaussian());
    }

    /** Standard normal gradients on R^d, d ≤ 20, T ≤ 50, with the one-step predictor and u = y_N. */
    private static Family<Game> gaussian() {
        return Family.drawn("gaussian", "euclid", RegretBenchmark::gaussian);
    }

    private static Game gaussian(Draw in) {
        int dimension = in.integer("dimension", 1, 20);
        int rounds = in.integer("rounds", 1, 50);
        return new Game(
                new Euclidean(new Domain.Space()),
                new double[dimension],
                new Steps.Constant(0.1),
                new Adversary.Linear(Shape.GAUSSIAN.rows(in, rounds, dimension)),
                new Predictor.OneStep(),
                new Comparator.Leader(),
                rounds);
    }

    /** An instance drawn. */
    @Benchmark
    public Game draw() {
        return source.draw(1, index++);
    }

    /** An instance drawn, played and judged. */
    @Benchmark
    public boolean check() {
        Game game = source.draw(1, index++);
        return CLAIM.judge(game, CLAIM.setting().reference()).verdict() == Verdict.HOLDS;
    }
}
