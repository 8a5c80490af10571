package org.theoremcheck.predictable.stationarity;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.numeric.Vectors;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The published reading that the stationarity bound explains the logged runs. Since Σ‖gₜ‖² ≤ Σ‖gₜ − mₜ‖² is κ ≥ 1 itself, on a log with κ ≥ 1 the
 * bound follows from κ alone: it holds whatever F, η and the update were, and says nothing. In the table of the paper κ ≥ 1 for every
 * predictor in seven of eight runs.
 */
final class ExplainsLogs {

    /**
     * A logged run.
     *
     * @param gradients g₀, …, g_{T−1} as logged
     * @param predictor makes mₜ from the log
     * @param optimization (F₀ − F_*)/η of the run
     */
    record Log(double[][] gradients, Predictor predictor, double optimization) {}

    /**
     * What a log shows.
     *
     * @param gradients Σ ‖gₜ‖²
     * @param optimization (F₀ − F_*)/η
     * @param path Σ ‖gₜ − mₜ‖²
     * @param rounding bound on the rounding of the sums
     */
    record Reading(double gradients, double optimization, double path, double rounding) {}

    private static final Subject<Log, Forecast> FORECAST =
            log -> log.predictor().begin(log.gradients()[0].length);

    private static final Referee<Log, Forecast, Reading> REFEREE = (log, subject) -> {
        Forecast forecast = subject.begin(log);
        double gradients = 0;
        double path = 0;
        for (double[] gradient : log.gradients()) {
            gradients += Vectors.squaredNorm(gradient);
            path += Vectors.squaredDistance(gradient, forecast.hint());
            forecast.observe(gradient);
        }
        double roundings = Rounding.gamma(log.gradients().length + log.gradients()[0].length + 4.0);
        return new Reading(gradients, log.optimization(), path, roundings * (gradients + path + log.optimization()));
    };

    static final Claim<Log, Forecast, Reading> CLAIM = new Claim<>(
            "stationarity-explains-logs",
            Kind.PUBLISHED,
            Verdict.VACUOUS,
            Optional.of("stationarity"),
            "The bound explains logged runs with κ ≥ 1",
            StationaritySetting.SOURCE.readAs(Source.literally(
                    "Vacuous",
                    "the stationarity bound accounts for the measured runs",
                    "κ ≥ 1 for every predictor in seven of eight. Where κ < 1 the claim says something, see stationarity; and it is about "
                            + "full gradients and unpreconditioned steps, see b-nc10 and b-nc11")),
            new Setting<>(
                    "logs",
                    "Logged gradients g₀, …, g_{T−1} with a history-based predictor whose κ = Σ ‖gₜ − mₜ‖²/Σ ‖gₜ‖² is at least 1",
                    Log.class,
                    Forecast.class,
                    List.of(
                            Family.drawn("logs/uncorrelated", "logs", ExplainsLogs::uncorrelated),
                            Family.drawn("logs/anticorrelated", "logs", ExplainsLogs::anticorrelated)),
                    List.of(),
                    FORECAST,
                    REFEREE,
                    Optional.empty()),
            Compare.<Reading>compare(term("gradients", "Σ ‖gₜ‖²", Reading::gradients))
                    .atMost(
                            term("optimization", 2, "(F₀ − F_*)/η", Reading::optimization),
                            term("proxy", "Σ ‖gₜ − mₜ‖²", Reading::path))
                    .within(
                            1e-9,
                            "γ-bounds of the sums",
                            Reading::rounding,
                            reading -> reading.gradients() + reading.path() + reading.optimization())
                    .vacuousWhen("κ ≥ 1", reading -> reading.path() >= reading.gradients()),
            Tightness.NONE);

    private ExplainsLogs() {}

    /** White noise at its purest: orthogonal gradients. A proxy made of those before is orthogonal too, and can only add: κ ≥ 1. */
    private static Log uncorrelated(Draw in) {
        int rounds = in.integer("rounds", 2, 20);
        double[] sizes = in.gaussians("size", 0, rounds);
        double[][] gradients = new double[rounds][rounds];
        for (int t = 0; t < rounds; t++) {
            gradients[t][t] = sizes[t];
        }
        Predictor predictor = in.oneOf(
                "predictor",
                List.of(
                        new Predictor.Zero(),
                        new Predictor.OneStep(),
                        new Predictor.Ema(0.9),
                        new Predictor.Ema(0.99),
                        new Predictor.Trend()));
        return new Log(gradients, predictor, in.logUniform("optimization", 0.01, 100));
    }

    /** Gradients that turn round each time, as those of RMSprop in the paper's table: ⟨gₜ, gₜ₋₁⟩ ≤ 0, and so κ ≥ 1 for the one-step predictor. */
    private static Log anticorrelated(Draw in) {
        int rounds = in.integer("rounds", 2, 20);
        int dimension = in.integer("dimension", 1, 10);
        double[][] gradients = new double[rounds][];
        for (int t = 0; t < rounds; t++) {
            gradients[t] = Vectors.scaled(t % 2 == 0 ? 1 : -1, in.uniforms("size", t, dimension, 0.1, 1));
        }
        return new Log(gradients, new Predictor.OneStep(), in.logUniform("optimization", 0.01, 100));
    }
}
