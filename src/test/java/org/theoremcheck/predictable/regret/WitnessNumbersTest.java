package org.theoremcheck.predictable.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.numeric.Enclosure;

/** The smallest counterexamples, with both sides known as exact rationals. */
class WitnessNumbersTest {

    private static final Map<String, Claim<?, ?, ?>> CLAIMS = claims();

    @ParameterizedTest(name = "{0}: {1} > {2}")
    @CsvSource({
        "a-nc1, a-nc1/witness, 1, 0.98",
        "a-nc2, a-nc2/witness, 5050, 5049.495",
        "a-nc3, a-nc3/witness, 4, 2",
        "a-nc4, a-nc4/witness, 2, 1",
        "a-nc5a, a-nc5a/witness, 2, 1",
        "a-nc7, a-nc7/witness, 1.5, 1",
        "a-nc8, a-nc8/witness, 1, 0.5",
        "a-nc9, a-nc9/witness, 1, 0.5",
        "a-nc10, broken/gradient at the played point, 2, 0.5",
        "a-nc11, broken/convex losses, 2, 0.5",
        "a-nc12, broken/comparator in the domain, 3, 2",
        "a-nc13a1, a-nc13a1/witness, 5, 4.5",
        "a-nc13a2, a-nc13a2/witness, 5, 4.5",
        "a-nc13b, a-nc13b/witness, 3, 2.5",
        "a-nc13c, a-nc13c/witness, 1, 0",
        "a-nc14a, a-nc14a/witness, 1, 0.5",
        "a-nc14b, a-nc14b/witness, 3, 2.5",
        "a-nc14c, a-nc14c/witness, 1, 0.5",
        "a-nc17, broken/constant step, 5, 2",
        "a-nc18, broken/convex domain, 6, 4.75",
        "a-nc10, mahalanobis/broken/gradient at the played point, 21.125, 0.40625",
        "a-nc11, ball/broken/convex losses, 8, 0.25",
        "a-nc12, box/broken/comparator in the domain, 2, 1",
        "a-nc12, simplex/broken/comparator in the domain, 2, 1",
        "a-nc17, simplex/broken/constant step, 2.5, 1",
        "tuned-step, broken/tuned step, 3.25, 2",
        "a-nc20, a-nc20/witness, 4, 1",
        "regret-best-predictor-online, every-learner, 1, 0",
        "step-negative, broken/positive step, 0, -0.5",
        "step-negative, entropy/broken/positive step, 0, -0.125",
        "step-negative, log-barrier/broken/positive step, 0, -0.0625",
    })
    void bothSidesAreTheNumbersComputedByHand(String id, String family, BigDecimal measured, BigDecimal bound) {
        Sides sides = sides(CLAIMS.get(id), family);

        assertThat(sides.finding().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(sides.finding().measured()).isEqualTo(measured.doubleValue());
        assertThat(sides.finding().bound()).isCloseTo(bound.doubleValue(), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(sides.measured().low()).isEqualByComparingTo(measured);
        assertThat(sides.measured().high()).isEqualByComparingTo(measured);
        assertThat(sides.bound().contains(bound)).isTrue();
    }

    @Test
    void twiceTheNegativeTermsIsRefutedByZeroAgainstMinusOneHalfWithThoseTermsMovedLeft() {
        Sides sides = sides(CLAIMS.get("a-nc19"), "a-nc19/witness");

        assertThat(sides.finding().slack()).isEqualTo(-0.5);
        assertThat(sides.measured().low().subtract(sides.bound().high())).isEqualByComparingTo("0.5");
    }

    /** u = y₃ = ∇Φ*(1, 1) for p = 1.2, q = 6, by mpmath: the dossier's 3.26 > 2.52. */
    @Test
    void strongConvexityIgnoredForAPNormIsRefutedByTheDossiersNumbers() {
        Sides sides = sides(CLAIMS.get("a-nc5b"), "a-nc5b/witness");

        assertThat(sides.finding().verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(sides.finding().measured()).isCloseTo(3.26, within(0.005));
        assertThat(sides.finding().bound()).isCloseTo(2.52, within(0.005));
        assertThat(sides.measured().middle()).isCloseTo(sides.finding().measured(), within(1e-13));
        assertThat(sides.bound().middle()).isCloseTo(sides.finding().bound(), within(1e-13));
        // ½ 2^(1/3) for the distance, and half of three times 2^(1/3).
        assertThat(sides.bound().middle()).isCloseTo(2 * Math.cbrt(2), within(1e-13));
    }

    @Test
    void constantOneIsRefutedByOneAgainstTheRootOfOneHalf() {
        Sides sides = sides(CLAIMS.get("regret-constant-one"), "regret-constant-one/witness");

        assertThat(sides.measured().low()).isEqualByComparingTo("1");
        assertThat(sides.bound().squared().contains(new BigDecimal("0.5"))).isTrue();
    }

    @Test
    void theBoundItselfIsAttainedByOneRoundOnTheInterval() {
        Finding finding = RegretTwoStep.THEOREM.claim().judge(Games.smallest(), TwoStep::new);

        assertThat(finding.measured()).isEqualTo(1);
        assertThat(finding.bound()).isEqualTo(1);
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
        for (Theorem<?, ?, ?> theorem : Regret.theorems()) {
            theorem.claims().forEach(claim -> claims.put(claim.id(), claim));
        }
        return claims;
    }

    @Test
    void everyTermOfEveryClaimHasAnExactValue() {
        for (Claim<?, ?, ?> claim : CLAIMS.values()) {
            List<String> terms = ((Compare<?>) claim.statement())
                    .terms().stream().map(Term::name).toList();

            assertThat(exactTerms(claim)).as(claim.id()).containsAll(terms);
        }
    }

    /** Of the first small instance, on a bounded domain if there is one. */
    private static <I, S, E> Set<String> exactTerms(Claim<I, S, E> claim) {
        Family<I> family = claim.setting().families().stream()
                .filter(candidate -> candidate.group().matches("box|entropy|witness"))
                .findFirst()
                .orElse(claim.setting().families().get(0));
        I small = IntStream.range(0, family.size())
                .mapToObj(index -> family.draw(0, index))
                .filter(instance -> Codec.write(instance).length() < 800)
                .findFirst()
                .orElseThrow();
        return claim.setting()
                .exact()
                .orElseThrow()
                .play(small, claim.setting().reference())
                .keySet();
    }
}
