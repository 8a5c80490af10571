package org.theoremcheck.predictable.rank;

import static org.theoremcheck.claim.Term.term;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Misplay;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The published reading "the minimal path length over rank-r predictors equals the tail" as a statement about predictors that know the
 * past only. Let the increments be hₜ = ±v with the sign chosen after ĥₜ = mₜ − gₜ₋₁ is known: of ‖v − ĥ‖² and ‖−v − ĥ‖² one is at least
 * ‖v‖², so that Σ_{t≥1} ‖gₜ − mₜ‖² ≥ T‖v‖², while H has rank one and tail₁ = 0. False for each causal predictor.
 */
final class TailEnergyCausal {

    /**
     * A causal predictor and increments ±v.
     *
     * @param predictor makes mₜ
     * @param direction v, of whole numbers, so that gₜ − gₜ₋₁ is ±v to the last bit
     * @param increments T
     */
    record Chase(Predictor predictor, double[] direction, int increments) {}

    /**
     * What the referee sees.
     *
     * @param surprises Σ_{t≥1} ‖gₜ − mₜ‖²
     * @param rounding bound on its error
     */
    record Surprises(double surprises, double rounding) {}

    private static final Setting<Chase, Forecast, Surprises> SETTING = new Setting<>(
            "every causal predictor",
            "Increments ±v from g₀ = 0, the sign chosen against the increment predicted; each causal predictor in turn",
            Chase.class,
            Forecast.class,
            List.of(Family.of("every-causal-predictor", "witness", chases())),
            List.of(),
            chase -> chase.predictor().begin(chase.direction().length),
            TailEnergyCausal::play,
            Optional.of(TailEnergyCausal::exact));

    static final Claim<Chase, Forecast, Surprises> CLAIM = new Claim<>(
            "tail-energy-causal",
            Kind.PUBLISHED,
            Verdict.VIOLATED,
            Optional.of("tail-energy"),
            "Some causal predictor attains tail₁",
            RankSetting.SOURCE.readAs(Source.literally(
                    "the minimal path length over rank-r increment predictors equals the Frobenius residual, of predictors that are "
                            + "history-based",
                    "tail-energy")),
            SETTING,
            Compare.compare(term("surprises", "Σ_{t≥1} ‖gₜ − mₜ‖²", Surprises::surprises))
                    .atMost(term("tail", "Σ_{i>1} σᵢ²", seen -> 0))
                    .within(1e-9, "γ-bound of the sum", Surprises::rounding, Surprises::surprises),
            Tightness.NONE);

    private TailEnergyCausal() {}

    private static Chase[] chases() {
        return Arrays.stream(new Predictor[] {
                    new Predictor.Zero(),
                    new Predictor.OneStep(),
                    new Predictor.Negated(),
                    new Predictor.AutoRegression(0.5),
                    new Predictor.AutoRegression(-0.5),
                    new Predictor.Ema(0.5),
                    new Predictor.Ema(0.9),
                    new Predictor.Ema(0.99),
                    new Predictor.Trend(),
                    new Predictor.TrendFromRest(),
                    new Predictor.Announced(new double[][] {{1}, {-1}})
                })
                .map(predictor -> new Chase(predictor, new double[] {1}, 3))
                .toArray(Chase[]::new);
    }

    /** Sees mₜ and gₜ for t = 1, …, T. */
    private interface Observer {
        void round(double[] hint, double[] last, double[] gradient);
    }

    private static void chase(Chase chase, Forecast forecast, Observer observer) {
        double[] v = chase.direction();
        double[] last = new double[v.length];
        forecast.hint();
        forecast.observe(last.clone());
        for (int t = 1; t <= chase.increments(); t++) {
            double[] hint = Misplay.unlessVector(forecast.hint(), v.length, "the hint of round " + t);
            double along = Vectors.dot(v, hint) - Vectors.dot(v, last);
            double[] gradient = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                gradient[i] = last[i] + (along > 0 ? -v[i] : v[i]);
            }
            observer.round(hint, last, gradient);
            forecast.observe(gradient.clone());
            last = gradient;
        }
    }

    private static Surprises play(Chase chase, Subject<Chase, Forecast> subject) {
        double[] sum = {0};
        chase(chase, subject.begin(chase), (hint, last, gradient) -> sum[0] += Vectors.squaredDistance(gradient, hint));
        int roundings = chase.direction().length + chase.increments() + 2;
        return new Surprises(sum[0], Rounding.gamma(roundings) * sum[0]);
    }

    /** Also the tail is proved from the gradients played. */
    private static Map<String, Enclosure> exact(Chase chase, Subject<Chase, Forecast> subject) {
        Enclosure[] sum = {Enclosure.ZERO};
        Enclosure[][] rows = new Enclosure[chase.increments()][];
        int[] round = {0};
        chase(chase, subject.begin(chase), (hint, last, gradient) -> {
            sum[0] = sum[0].plus(Enclosures.squaredNorm(ExactIncrements.difference(gradient, hint, 1)));
            rows[round[0]++] = ExactIncrements.difference(gradient, last, 1);
        });
        Enclosure[] values = ExactSpectrum.singularValues(rows, chase.direction().length);
        Map<String, Enclosure> terms = new HashMap<>();
        terms.put("surprises", sum[0]);
        terms.put(
                "tail", Arrays.stream(values).skip(1).map(Enclosure::squared).reduce(Enclosure.ZERO, Enclosure::plus));
        return terms;
    }
}
