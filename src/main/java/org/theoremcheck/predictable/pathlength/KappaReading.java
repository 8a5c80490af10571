package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * The published reading "κ ≈ 1: correct-scale tracking", as an inference from κ to the prediction: where κ is within 10 % of 1, hints at their
 * best scale explain at least 1 % of the energy, κ° ≤ 0.99. The zero predictor has κ = 1 on every log and explains nothing; an exponential
 * mean with m₀ = 0 has κ → 1 as β → 1 on every log, noise included.
 */
final class KappaReading {

    private static final Predictor ZERO = new Predictor.Zero();

    private static final Hypothesis<Log> NEAR_ONE = new Hypothesis<>(
            "κ within 10 % of 1",
            log -> 0.1
                    - Math.abs(PathLength.of(log.gradients(), PathLengthSetting.NAMED.begin(log))
                                    .kappa()
                            - 1),
            Family.of("broken/κ within 10 % of 1", "broken", Logs.line(new Predictor.OneStep(), 1, 0)));

    private static final Setting<Log, Forecast, Sums> MEASURED = PathLengthSetting.measured(
            "κ near 1",
            "Noise of signs held against the zero predictor and against an exponential mean of decay 0.99",
            List.of(
                    Family.of("zero-predictor", "witness", Logs.line(ZERO, 1), Logs.line(ZERO, 1, -1)),
                    Family.drawn(
                            "slow-mean-of-noise",
                            "noise",
                            in -> new Log(
                                    new Predictor.Ema(0.99),
                                    Logs.rows(in.integer("rounds", 2, 60), t -> in.signs("gradient", t, 4))))));

    static final Claim<Log, Forecast, Sums> CLAIM = new Claim<>(
            "kappa-one-means-predictable",
            Kind.PUBLISHED,
            Verdict.VIOLATED,
            Optional.of("kappa-best-scale"),
            "κ near 1 means that gradients are predictable",
            PathLengthSetting.SOURCE
                    .at(
                            "Abstract: 'κ ≈ 1 correct-scale tracking, ≪ 1 near-perfect, ≫ 1 unstable or over-extrapolative'")
                    .readAs(Source.literally(
                            "κ ≈ 1 indicates correct-scale tracking: where κ is within 10 % of 1, hints at their best scale explain 1 % "
                                    + "of the gradients' energy",
                            "kappa-best-scale, and kappa-noise-mean for what noise gives")),
            new Setting<>(
                    MEASURED.id(),
                    MEASURED.text(),
                    MEASURED.instance(),
                    MEASURED.role(),
                    MEASURED.families(),
                    List.of(NEAR_ONE),
                    MEASURED.reference(),
                    MEASURED.referee(),
                    MEASURED.exact()),
            PathLengthSetting.linear(Compare.compare(term(
                            "best-scale-path",
                            "min over a of Σ ‖gₜ − a mₜ‖²",
                            (Sums sums) -> sums.own().bestScalePath()))
                    .atMost(term("whole-energy", 0.99, "S", Sums::energy))),
            Tightness.NONE);

    private KappaReading() {}
}
