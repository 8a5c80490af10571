package org.theoremcheck.gradients;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.numeric.Vectors;

/**
 * What a log of gradients g₀, …, g_T says about path length, predictability and rank, beside what it would say if time meant nothing.
 * Sums run over t = 0, …, T with m₀ = 0.
 *
 * @param file its name
 * @param rows T + 1
 * @param columns coordinates
 * @param energy S = Σ‖gₜ‖²
 * @param predictors by name
 * @param autoregression the best multiple of the gradient before
 * @param correlations ρ₁ and ρ₂ of the gradients with those one and two steps before
 * @param effectiveRows S²/Σ‖gₜ‖⁴: how many rows carry the energy
 * @param effectiveDimension (Σ λᵢ)²/Σ λᵢ² of the eigenvalues of Σ gₜgₜᵀ; NaN without a rank
 * @param persistentMean ‖mean gₜ‖²/mean ‖gₜ‖²: what an average could explain at best
 * @param firstTermShare ‖g₀‖²/P of the one-step predictor: what is due to m₀ = 0 alone
 * @param rank r*(ε) of the increments by ε; empty where it was not asked for
 * @param noiseRank the same for white noise of this size, on average
 * @param shuffledRank the same for these gradients in random order, on average
 * @param rankCap min(k, T), beyond which there is no rank
 * @param ties those ε for which rounding leaves two ranks possible
 * @param spectrum shares σᵢ²/Σσⱼ² of the increments, falling, and those of the two nulls
 * @param projection how the rows were projected for the rank, or null
 * @param rankedRows rows that the nulls and the standard errors are taken from
 * @param leakFree whether each predictor, run as it was here, has the κ on white noise that one without a look ahead must have
 * @param windows κ over equal shares of the rows, by predictor
 */
public record Diagnosis(
        String file,
        int rows,
        int columns,
        double energy,
        Map<String, Prediction> predictors,
        Autoregression autoregression,
        List<Double> correlations,
        double effectiveRows,
        double effectiveDimension,
        double persistentMean,
        double firstTermShare,
        Map<String, Integer> rank,
        Map<String, Double> noiseRank,
        Map<String, Double> shuffledRank,
        int rankCap,
        List<String> ties,
        Map<String, double[]> spectrum,
        @Nullable Projection projection,
        int rankedRows,
        boolean leakFree,
        Map<String, List<Double>> windows) {

    /** All this in one sentence. */
    @JsonProperty("summary")
    public String summary() {
        return Conclusion.of(this);
    }

    /** How a predictor did. */
    public Prediction prediction(HistoryPredictor predictor) {
        return Objects.requireNonNull(predictors.get(predictor.label()));
    }

    /** r*(ε) beside its nulls, by ε; empty where it was not asked for. */
    public List<Ranking> ranking() {
        return rank.entrySet().stream()
                .map(found -> new Ranking(
                        found.getKey(),
                        found.getValue(),
                        Objects.requireNonNull(noiseRank.get(found.getKey())),
                        Objects.requireNonNull(shuffledRank.get(found.getKey())),
                        ties.contains(found.getKey())))
                .toList();
    }

    /** The ε of r*(ε) where none are given. */
    public static final List<Double> SHARES = List.of(0.5, 0.2, 0.1, 0.05, 0.01);

    /**
     * A predictor.
     *
     * @param pathLength P = Σ‖gₜ − mₜ‖²
     * @param kappa P/S
     * @param noiseMean E κ on white noise of so many rows
     * @param permutationMean E κ over all orders in time of these gradients, exactly
     * @param standardError the standard deviation of κ over these orders; NaN where it is unknown
     * @param score how many standard errors κ lies above the permutation mean; NaN where that means nothing
     * @param beatsZero whether κ &lt; 1, the κ of predicting zero
     * @param regretMultiplier √κ: the tuned regret bound over that of mirror descent without hints
     * @param stationarityBound whether the bound with P in it says anything: {@code informative} for κ &lt; 1, else {@code vacuous}
     */
    public record Prediction(
            double pathLength,
            double kappa,
            double noiseMean,
            double permutationMean,
            double standardError,
            double score,
            boolean beatsZero,
            double regretMultiplier,
            String stationarityBound) {}

    /**
     * r*(ε) beside its nulls.
     *
     * @param share ε
     * @param rank r*(ε)
     * @param noise on white noise, on average
     * @param shuffled in random order, on average
     * @param tie whether rounding leaves two ranks possible
     */
    public record Ranking(String share, int rank, double noise, double shuffled, boolean tie) {}

    /**
     * The predictor mₜ = a gₜ₋₁.
     *
     * @param coefficient the a of least error
     * @param kappa with that a
     */
    public record Autoregression(double coefficient, double kappa) {}

    /**
     * A projection by sparse signs.
     *
     * @param places numbers of a projected row
     * @param seed of the map
     * @param deviation the relative standard deviation of a path length under such maps
     */
    public record Projection(int places, long seed, double deviation) {}

    /**
     * What is asked of a log.
     *
     * @param shares ε of r*(ε), each at least 10⁻⁶, below which the Gram matrix of the increments is too rough, and below 1
     * @param places numbers to project rows to before their rank is found, a multiple of 4; 0 for never; absent for 256 where the rank of
     *     whole rows is out of reach
     * @param ranked whether ranks and standard errors are asked for, which cost more than reading does
     * @param threads that share the work; they change no result
     */
    public record Question(List<Double> shares, Optional<Integer> places, boolean ranked, int threads) {

        private static final double SMALLEST_SHARE = 1e-6;

        public Question {
            for (double share : shares) {
                if (!(share >= SMALLEST_SHARE && share < 1)) {
                    throw new IllegalArgumentException(
                            "--epsilon: expected numbers from 1e-6 to below 1, got " + Codec.number(share));
                }
            }
            shares = List.copyOf(shares);
        }
    }

    /**
     * Reads and diagnoses a log.
     *
     * @param progress told of numbers as they are read
     */
    public static Diagnosis of(GradientLog log, Question question, LongConsumer progress) throws IOException {
        try (Workers workers = new Workers(question.threads())) {
            Plan plan = Plan.of(log, question.places(), question.ranked());
            return of(log, question.shares(), plan, Reading.of(log, plan, workers, progress), workers);
        }
    }

    /**
     * Diagnoses a log that others read, with the same result to the last bit. One that is a single panel is read here.
     *
     * @param elsewhere who reads panels, each with {@link #panel} of the same log and question
     * @param progress told of numbers as they are read
     */
    public static Diagnosis of(GradientLog log, Question question, Panels elsewhere, LongConsumer progress)
            throws IOException {
        Plan plan = Plan.of(log, question.places(), question.ranked());
        if (plan.panels(log) == 1) {
            return of(log, question, progress);
        }
        try (Workers workers = new Workers(question.threads())) {
            return of(log, question.shares(), plan, Reading.of(log, plan, elsewhere, progress), workers);
        }
    }

    /** What reading a panel of a log leaves, in the calling thread. */
    public static double[] panel(GradientLog log, Question question, int index) throws IOException {
        Plan plan = Plan.of(log, question.places(), question.ranked());
        try (Workers alone = new Workers(1)) {
            return PanelNumbers.read(log, plan, index * plan.panel(), alone).flat();
        }
    }

    private static Diagnosis of(GradientLog log, List<Double> shares, Plan plan, Reading reading, Workers workers) {
        double energy = reading.energy();
        Map<String, List<Double>> windows = new LinkedHashMap<>();
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            windows.put(
                    predictor.label(),
                    DoubleStream.of(reading.kappas(predictor)).boxed().toList());
        }
        Optional<Ranks> ranks = plan.ranked() ? Optional.of(Ranks.of(reading, shares, workers)) : Optional.empty();
        Optional<QuadraticForm> affinity =
                plan.ranked() ? Optional.of(Affinity.of(reading.kept(), workers)) : Optional.empty();
        return new Diagnosis(
                log.name(),
                log.rows(),
                log.columns(),
                energy,
                predictions(reading, affinity),
                new Autoregression(reading.autoregression(), reading.autoregressionPathLength() / energy),
                List.of(reading.correlationOne(), reading.correlationTwo()),
                reading.effectiveRows(),
                affinity.map(Diagnosis::effectiveDimension).orElse(Double.NaN),
                reading.totalSquared() / (log.rows() * energy),
                reading.energies()[0] / reading.pathLength(HistoryPredictor.ONE_STEP),
                ranks.map(Ranks::rank).orElse(Map.of()),
                ranks.map(Ranks::noise).orElse(Map.of()),
                ranks.map(Ranks::shuffled).orElse(Map.of()),
                ranks.map(Ranks::cap).orElse(0),
                ranks.map(Ranks::ties).orElse(List.of()),
                ranks.map(Ranks::spectra).orElse(Map.of()),
                plan.projection()
                        .map(map -> new Projection(
                                map.places(),
                                map.seed(),
                                Math.sqrt(
                                        2 / (map.places() * ranks.orElseThrow().participation()))))
                        .orElse(null),
                reading.kept().count(),
                LeakTest.passed(),
                windows);
    }

    private static Map<String, Prediction> predictions(Reading reading, Optional<QuadraticForm> affinity) {
        int rows = reading.rows();
        double energy = reading.energy();
        Map<String, Prediction> predictions = new LinkedHashMap<>();
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            double pathLength = reading.pathLength(predictor);
            double kappa = pathLength / energy;
            double mean = predictor.permutationMean(rows, energy, reading.totalSquared()) / energy;
            double error = predictor == HistoryPredictor.ZERO
                    ? 0
                    : affinity.map(gram -> standardError(predictor, gram, rows)).orElse(Double.NaN);
            predictions.put(
                    predictor.label(),
                    new Prediction(
                            pathLength,
                            kappa,
                            predictor.noiseMean(rows),
                            mean,
                            error,
                            error > 0 ? (kappa - mean) / error : Double.NaN,
                            kappa < 1 && predictor != HistoryPredictor.ZERO,
                            Math.sqrt(kappa),
                            kappa < 1 && predictor != HistoryPredictor.ZERO ? "informative" : "vacuous"));
        }
        return predictions;
    }

    /** Of κ over all orders of the rows kept, as it is for all rows: κ is a mean over rows. */
    private static double standardError(HistoryPredictor predictor, QuadraticForm affinity, int rows) {
        double variance =
                PermutationNull.of(predictor.form(affinity.order()), affinity).variance();
        return Math.sqrt(variance * affinity.order() / rows) / affinity.trace();
    }

    /** (Σ λᵢ)²/Σ λᵢ². */
    private static double effectiveDimension(QuadraticForm affinity) {
        double squares = affinity.squares() + Vectors.squaredNorm(affinity.diagonal());
        return affinity.trace() * affinity.trace() / squares;
    }
}
