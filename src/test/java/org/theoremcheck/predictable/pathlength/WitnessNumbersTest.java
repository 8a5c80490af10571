package org.theoremcheck.predictable.pathlength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/** The smallest counterexamples, with both sides known by hand. */
class WitnessNumbersTest {

    private static final Map<String, Claim<?, ?, ?>> CLAIMS = claims();

    @ParameterizedTest(name = "{0}: {2} against {3}")
    @CsvSource({
        "identities-overhang, identities-overhang/witness, 1, 2",
        "identities-start, identities-start/witness, 3, 6",
        "identities-correlation, identities-correlation/witness, 2, 2.002",
        "best-scale-explained, best-scale-explained/witness, 2, 1.999",
        "kappa-one-means-predictable, zero-predictor, 1, 0.99",
        "ranges-largest, ranges-largest/witness, 1, 0.998",
        "d-nc2a, d-nc2a/witness, 401, 202",
        "d-nc2b, d-nc2b/witness, 21, 9",
        "floor-larger, floor-larger/witness, 1.001, 1",
        "trend-plain, trend-plain/witness, 25, 10",
        "noise-endless, noise-endless/witness, 3, 4",
        "noise-lengths, broken/rows of one length, 11, 15",
        "permutation-noise, permutation-noise/witness, 1, 3",
        "d-nc1, d-nc1/witness, 1, 0",
        "similarity-unsquared, similarity-unsquared/witness, 25, 5",
        "blocks-first, blocks-first/witness, 2, 1",
        "causal-one-later, causal-one-later/witness, 1, 0"
    })
    void bothSidesAreTheNumbersComputedByHand(String id, String family, BigDecimal measured, BigDecimal bound) {
        Sides sides = sides(CLAIMS.get(id), family);

        assertThat(sides.finding().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(sides.finding().measured()).isCloseTo(measured.doubleValue(), within(1e-12));
        assertThat(sides.finding().bound()).isCloseTo(bound.doubleValue(), within(1e-12));
        assertThat(sides.measured().contains(measured)).isTrue();
        assertThat(sides.bound().contains(bound)).isTrue();
    }

    @Test
    void aLogOfTwoAlternatingGradientsRefutesThePlainSquare() {
        Log log = Logs.line(new Predictor.Trend(), 1, -1);
        Sums sums = KappaConvexity.TREND.claim().setting().referee().play(log, PathLengthSetting.NAMED);

        assertThat(sums.own().kappa()).isEqualTo(2.5);
        assertThat(sums.oneStep().kappa() * sums.oneStep().kappa()).isEqualTo(6.25);
    }

    @Test
    void theTermsOfEveryClaimAreEnclosedByTheirExactValues() {
        for (Claim<?, ?, ?> claim : CLAIMS.values()) {
            for (int index = 0; index < 3; index++) {
                assertEnclosed(claim, index);
            }
        }
    }

    private static <I, S, E> void assertEnclosed(Claim<I, S, E> claim, int index) {
        for (Family<I> family : claim.setting().families()) {
            if (index >= family.size() || family.name().endsWith("/endless")) {
                continue;
            }
            I instance = family.draw(3, index);
            Compare<E> compare = (Compare<E>) claim.statement();
            E evidence =
                    claim.setting().referee().play(instance, claim.setting().reference());
            Map<String, Enclosure> exact = claim.setting()
                    .exact()
                    .orElseThrow()
                    .play(instance, claim.setting().reference());
            double budget = compare.rounding().applyAsDouble(evidence);
            for (Term<E> term : compare.terms()) {
                assertThat(exact.get(term.name()).middle())
                        .as("%s, %s, %s %d", claim.id(), term.name(), family.name(), index)
                        .isCloseTo(term.value().applyAsDouble(evidence), within(budget + 1e-300));
            }
        }
    }

    @Test
    void wholeNumbersAreDecidedExactly() {
        for (String id : List.of("kappa-identities", "kappa-noise-mean")) {
            assertExact(CLAIMS.get(id), id.equals("kappa-identities") ? "/integers" : "one-step/signs");
        }
    }

    /** Both sides are equal to the last bit, and the budget is below the smallest difference, 4⁻⁸ for logs of eight. */
    private static <I, S, E> void assertExact(Claim<I, S, E> claim, String families) {
        for (Family<I> family : claim.setting().families()) {
            for (int index = 0; family.name().endsWith(families) && index < 300; index++) {
                Finding finding =
                        claim.judge(family.draw(5, index), claim.setting().reference());

                assertThat(finding.measured()).as("%s %d", family.name(), index).isEqualTo(finding.bound());
                assertThat(finding.budget()).isLessThan(0x1p-16);
            }
        }
    }

    @Test
    void theHypothesisOfNoiseIsMetByItsFamiliesAndBrokenByItsBreakingOne() {
        Claim<Log, Forecast, Averages> noise = KappaMeans.NOISE.claim();
        Hypothesis<Log> hypothesis = noise.setting().hypotheses().get(0);

        assertThat(noise.setting().families()).allSatisfy(family -> {
            for (int index = 0; index < 100; index++) {
                assertThat(hypothesis.margin().applyAsDouble(family.draw(1, index)))
                        .isNotNegative();
            }
        });
        assertThat(noise.judge(hypothesis.broken().get(0).draw(0, 0), PathLengthSetting.NAMED)
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void thePermutationMeanOfOneStepIsThatOfTheDossier() {
        Log log = Logs.line(new Predictor.OneStep(), 5, -2, 1, 3);
        Averages averages = KappaMeans.ORDERS.claim().setting().referee().play(log, PathLengthSetting.NAMED);
        double share = 49 / 39.0;

        assertThat(averages.mean() / averages.energy()).isCloseTo(2 - (2 * share - 1) / 4, within(1e-14));
    }

    @Test
    void aLeakingMeanOfEndlessNoiseWouldLookLikeAPrediction() {
        Log noise = new Log(
                new Predictor.Ema(0.9),
                Logs.rows(2000, t -> new org.theoremcheck.claim.Draw(1, "noise", 0).signs("gradient", t, 64)));
        double kappa = PathLength.of(noise.gradients(), Slips.LEAKING_MEAN.begin(noise))
                .kappa();

        assertThat(kappa).isCloseTo(2 * 0.81 / 1.9, within(0.01));
    }

    @Test
    void everyRefutationIsConfirmedFromItsTape() {
        CLAIMS.values().stream()
                .filter(claim -> claim.expected() == Verdict.VIOLATED)
                .forEach(claim -> assertConfirmed(claim));
    }

    private static <I, S, E> void assertConfirmed(Claim<I, S, E> claim) {
        for (Family<I> family : claim.setting().families()) {
            for (int index = 0; index < Math.min(family.size(), 10); index++) {
                I instance = family.draw(2, index);
                List<List<double[]>> reel = new java.util.ArrayList<>();
                Finding finding = claim.judge(
                        instance,
                        Tape.recording(claim.setting().role(), claim.setting().reference(), reel));
                if (finding.verdict() == Verdict.VIOLATED && finding.severity() > 1e-9) {
                    assertThat(claim.confirms(instance, new Tape(reel), finding))
                            .as("%s, %s %d", claim.id(), family.name(), index)
                            .hasValue(true);
                    return;
                }
            }
        }
        throw new AssertionError(claim.id() + " is refuted by none of its first instances");
    }

    private record Sides(Finding finding, Enclosure measured, Enclosure bound) {}

    private static <I, S, E> Sides sides(Claim<I, S, E> claim, String familyName) {
        Family<I> family = claim.setting().families().stream()
                .filter(candidate -> candidate.name().equals(familyName))
                .findFirst()
                .orElseThrow();
        I instance = family.draw(0, 0);
        Compare<E> compare = (Compare<E>) claim.statement();
        Map<String, Enclosure> exact = claim.setting()
                .exact()
                .orElseThrow()
                .play(instance, claim.setting().reference());
        return new Sides(
                claim.judge(instance, claim.setting().reference()),
                sum(compare.left(), exact),
                sum(compare.right(), exact));
    }

    private static <E> Enclosure sum(List<Term<E>> terms, Map<String, Enclosure> exact) {
        return terms.stream()
                .map(term -> Enclosure.decimal(term.coefficient()).times(exact.get(term.name())))
                .reduce(Enclosure.ZERO, Enclosure::plus);
    }

    private static Map<String, Claim<?, ?, ?>> claims() {
        Map<String, Claim<?, ?, ?>> claims = new HashMap<>();
        PathLengths.theorems().forEach(theorem -> theorem.claims().forEach(claim -> claims.put(claim.id(), claim)));
        return claims;
    }
}
