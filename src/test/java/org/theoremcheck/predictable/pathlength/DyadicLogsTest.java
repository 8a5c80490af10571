package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Term;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.predictor.Predictor;

/** Logs of small whole numbers and dyadic coefficients: the terms of all claims are enclosed by the same numbers, cosines and means aside. */
class DyadicLogsTest {

    private static final double[][] ROWS = {{2, -1}, {-3, 4}, {1, 5}, {0, -2}};

    private static final List<String> ROUNDED =
            List.of("largest", "floor", "mean", "white", "noise", "constant", "endless", "best-scale-path");

    static Stream<Log> logs() {
        return Stream.of(
                        new Predictor.Zero(),
                        new Predictor.OneStep(),
                        new Predictor.Negated(),
                        new Predictor.AutoRegression(0.5),
                        new Predictor.Trend(),
                        new Predictor.TrendFromRest(),
                        new Predictor.Ema(0.25))
                .flatMap(predictor ->
                        Stream.of(1, 2, 4).map(rounds -> new Log(predictor, Arrays.copyOf(ROWS, rounds))));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void termsInDoublesAreTheExactOnes(Log log) {
        for (Claim<?, ?, ?> claim : PathLengths.theorems().stream()
                .flatMap(theorem -> theorem.claims().stream())
                .toList()) {
            assertExact(claim, log);
        }
    }

    private static <I, S, E> void assertExact(Claim<I, S, E> claim, Log log) {
        I instance = claim.setting().instance().cast(log);
        E evidence = claim.setting().referee().play(instance, claim.setting().reference());
        Map<String, Enclosure> exact = claim.setting()
                .exact()
                .orElseThrow()
                .play(instance, claim.setting().reference());
        for (Term<E> term : ((Compare<E>) claim.statement()).terms()) {
            Enclosure enclosed = exact.get(term.name());
            double value = term.value().applyAsDouble(evidence);
            assertThat(enclosed.middle())
                    .as("%s, %s", claim.id(), term.name())
                    .isCloseTo(value, within(ROUNDED.contains(term.name()) ? 1e-13 * (1 + Math.abs(value)) : 0));
            assertThat(enclosed.high().subtract(enclosed.low()).doubleValue())
                    .as("%s, %s", claim.id(), term.name())
                    .isLessThanOrEqualTo(1e-13 * Math.abs(value) + 1e-60);
        }
    }

    /** 4 sin²(π/6) and 4 cos²(π/3) are 1, which doubles miss: what is enclosed is the number meant. */
    @Test
    void cosinesThatRoundAreEnclosedAllTheSame() {
        Map<String, Enclosure> exact =
                new ExactSums().play(Logs.line(new Predictor.OneStep(), 3), PathLengthSetting.NAMED);

        for (String term : List.of("floor", "largest")) {
            assertThat(exact.get(term).contains(BigDecimal.valueOf(9))).as(term).isTrue();
            assertThat(exact.get(term).high().subtract(exact.get(term).low()).doubleValue())
                    .isBetween(1e-15, 1e-12);
        }
        assertThat(Sums.floor(1)).isNotEqualTo(1);
    }
}
