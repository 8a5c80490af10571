package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.claim.Compare.compare;
import static org.theoremcheck.claim.Term.term;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.numeric.Enclosure;

class CompareTest {

    /** What a comparison sees. */
    private record Sides(double left, double right, double rounding, double magnitude) {}

    private static final Compare<Sides> AT_MOST = Compare.<Sides>compare(term("left", "L", Sides::left))
            .atMost(term("right", "R", Sides::right))
            .within(1e-9, "a stated budget", Sides::rounding, Sides::magnitude);

    private static final Compare<Sides> EQUAL = Compare.<Sides>compare(term("left", "L", Sides::left))
            .equalTo(term("right", "R", Sides::right))
            .within(1e-9, "a stated budget", Sides::rounding, Sides::magnitude);

    @Test
    void whereItSaysNothingItIsVacuousWhateverItsSides() {
        Compare<Sides> fromZero = AT_MOST.vacuousWhen("L ≤ 0", sides -> sides.left() <= 0);

        assertThat(fromZero.judge(new Sides(0, 1, 0, 1))).isEqualTo(new Finding(Verdict.VACUOUS, 0, 1, 0, -1, "L ≤ 0"));
        assertThat(fromZero.judge(new Sides(-1, -2, 0, 1)).verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(fromZero.judge(new Sides(1, 1, 0, 1)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(fromZero.judge(new Sides(2, 1, 0, 1)).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void anAlteredComparisonKeepsTheCaseInWhichItSaysNothing() {
        Compare<Sides> fromZero = AT_MOST.vacuousWhen("L ≤ 0", sides -> sides.left() <= 0);

        assertThat(fromZero.replacing("right", term -> term.times(2)).vacuity()).isEqualTo(fromZero.vacuity());
        assertThat(fromZero.text()).isEqualTo(AT_MOST.text());
    }

    @ParameterizedTest
    @CsvSource({
        // measured, bound, rounding, magnitude
        "1, 2, 0, 1, HOLDS",
        "1, 1, 0, 1, HOLDS",
        "2, 1, 0, 1, VIOLATED",
        "-1, -2, 0, 1, VIOLATED",
        "-2, -1, 0, 1, HOLDS",
        // beyond the bound but within the rounding
        "1.0000000001, 1, 5e-10, 1, HOLDS",
        "1.00000001, 1, 1e-9, 1, VIOLATED",
        // a budget above the resolution decides no longer, unless the violation is larger still
        "1, 2, 1.1e-9, 1, UNDECIDED",
        "1, 2, 0.1, 1, UNDECIDED",
        "1, 2, 0.1, 2e8, HOLDS",
        "2, 1, 0.1, 1, VIOLATED",
        // nothing equals nothing
        "0, 0, 0, 0, HOLDS",
        "0, 0, 0, 1, HOLDS",
        "0, 0, 1e-310, 0, HOLDS",
        "0, 1, 0, 0, UNDECIDED",
        // a bound that says nothing
        "1, Infinity, 0, 1, VACUOUS",
        "-Infinity, Infinity, 0, 1, VACUOUS",
        // no numbers
        "NaN, 1, 0, 1, INCONCLUSIVE",
        "1, NaN, 0, 1, INCONCLUSIVE",
        "1, 2, NaN, 1, INCONCLUSIVE",
        "1, 2, Infinity, 1, INCONCLUSIVE",
        "Infinity, 1, 0, 1, INCONCLUSIVE",
        "Infinity, Infinity, 0, 1, INCONCLUSIVE",
        "NaN, Infinity, 0, 1, INCONCLUSIVE"
    })
    void anInequalityHoldsUpToItsBudget(
            double measured, double bound, double rounding, double magnitude, Verdict verdict) {
        Finding finding = AT_MOST.judge(new Sides(measured, bound, rounding, magnitude));

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.measured()).isEqualTo(Double.valueOf(measured));
        assertThat(finding.bound()).isEqualTo(Double.valueOf(bound));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 1, HOLDS",
        "1, 2, 0, 1, VIOLATED",
        "2, 1, 0, 1, VIOLATED",
        "1, 1.0000000001, 5e-10, 1, HOLDS",
        "1.0000000001, 1, 5e-10, 1, HOLDS",
        "1, 1.00000001, 1e-9, 1, VIOLATED",
        "1, 1, 0.1, 1, UNDECIDED",
        "0, 0, 0, 0, HOLDS",
        "1, -1, 0, 1, VIOLATED",
        "NaN, NaN, 0, 1, INCONCLUSIVE"
    })
    void anEqualityHoldsUpToItsBudgetOnBothSides(
            double measured, double bound, double rounding, double magnitude, Verdict verdict) {
        assertThat(EQUAL.judge(new Sides(measured, bound, rounding, magnitude)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void severityIsTheExcessOverTheSumOfTheAbsoluteTerms() {
        Finding wrong = AT_MOST.judge(new Sides(3, -1, 0, 1));
        Finding right = AT_MOST.judge(new Sides(1, 3, 0, 1));

        assertThat(wrong.severity()).isCloseTo((3 + 1) / 4.0, within(1e-12));
        assertThat(right.severity()).isCloseTo((1 - 3) / 4.0, within(1e-12));
        assertThat(AT_MOST.judge(new Sides(3, -1, 0.5, 1)).severity()).isCloseTo((3 + 1 - 0.5) / 4.0, within(1e-12));
        assertThat(EQUAL.judge(new Sides(1, 3, 0, 1)).severity()).isCloseTo(0.5, within(1e-12));
    }

    /** Positive exactly where wrong: rounding alone is not wrong, and where every term is 0 there is no scale to measure it in. */
    @Test
    void nothingWithinItsRoundingIsNotSevere() {
        assertThat(AT_MOST.judge(new Sides(0, 0, 0.25, 1e9)).severity()).isEqualTo(-0.25);
        assertThat(EQUAL.judge(new Sides(0, 0, 0.25, 1e9)).verdict()).isEqualTo(Verdict.HOLDS);
    }

    /** The smallest normal number is the least budget that any arithmetic has. */
    @Test
    void aBudgetOfTheSmallestNormalNumberDecidesWhateverTheMagnitude() {
        assertThat(EQUAL.judge(new Sides(0, 0, Double.MIN_NORMAL, 0)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(EQUAL.judge(new Sides(0, 0, Math.nextUp(Double.MIN_NORMAL), 0))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void theAssemblyOfTheTermsIsPartOfTheBudget() {
        Finding finding = AT_MOST.judge(new Sides(1, 3, 0.5, 1));

        // two terms and two sides: four roundings u of 1 + 3
        assertThat(finding.budget()).isCloseTo(0.5 + 16 * 0x1p-53, within(0x1p-52));
        assertThat(finding.budget()).isGreaterThan(0.5);
    }

    @Test
    void coefficientsCount() {
        Compare<Sides> weighted = Compare.<Sides>compare(term("left", 2, "L", Sides::left))
                .atMost(term("right", 0.5, "R", Sides::right), term("back", -1, "L", Sides::left))
                .within(1e-9, "none", Sides::rounding, Sides::magnitude);

        Finding finding = weighted.judge(new Sides(1, 8, 0, 1));

        assertThat(finding.measured()).isEqualTo(2);
        assertThat(finding.bound()).isEqualTo(3);
        assertThat(finding.slack()).isEqualTo(1);
        assertThat(finding.severity()).isCloseTo(-1.0 / (2 + 4 + 1), within(1e-12));
    }

    @Test
    void theRatioNeedsAPositiveBoundFarAboveTheBudget() {
        assertThat(AT_MOST.judge(new Sides(1, 4, 0, 1)).ratio()).isEqualTo(0.25);
        assertThat(AT_MOST.judge(new Sides(-1, 0, 0, 1)).ratio()).isNaN();
        assertThat(AT_MOST.judge(new Sides(-2, -1, 0, 1)).ratio()).isNaN();
        assertThat(AT_MOST.judge(new Sides(1, 4, 1e-5, 1)).ratio()).isNaN();
    }

    @Test
    void aReasonIsGivenWhereTheVerdictIsNotAMatterOfNumbers() {
        assertThat(AT_MOST.judge(new Sides(1, Double.POSITIVE_INFINITY, 0, 1)).reason())
                .isEqualTo("the bound is infinite");
        assertThat(AT_MOST.judge(new Sides(Double.NaN, 1, 0, 1)).reason()).isEqualTo("a term is not a finite number");
        assertThat(AT_MOST.judge(new Sides(2, 1, 0, 1)).reason()).isEmpty();
    }

    @Test
    void exactTermsConfirmAViolationBeyondItsBudget() {
        Map<String, Enclosure> exact = Map.of("left", Enclosure.of(3), "right", Enclosure.of(2));

        assertThat(AT_MOST.confirms(exact, 0.5)).isTrue();
        assertThat(AT_MOST.confirms(exact, 1)).isFalse();
        assertThat(EQUAL.confirms(exact, 0.5)).isTrue();
    }

    @Test
    void aTermThatIsDroppedIsGoneHoweverLarge() {
        Compare<Sides> dropped = AT_MOST.replacing("right", old -> old.with(0));

        assertThat(dropped.judge(new Sides(1, Double.POSITIVE_INFINITY, 0, 1)).verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void severityIsFiniteHoweverSmallTheTerms() {
        assertThat(AT_MOST.judge(new Sides(1e-320, 0, 1, 1)).severity()).isFinite();
    }

    @Test
    void aMissingQuantityIsAViolationOfAnEqualityOnly() {
        Map<String, Enclosure> exact = Map.of("left", Enclosure.of(2), "right", Enclosure.of(3));

        assertThat(AT_MOST.confirms(exact, 0)).isFalse();
        assertThat(EQUAL.confirms(exact, 0.5)).isTrue();
        assertThat(EQUAL.confirms(exact, 1)).isFalse();
    }

    @Test
    void coefficientsAreDecimalNumbersInExactArithmetic() {
        Compare<Sides> almost = AT_MOST.replacing("right", old -> old.with(0.98));
        Enclosure share = new Enclosure(new BigDecimal("0.98"), new BigDecimal("0.98"));

        // 0.98 ≤ 0.98 · 1 holds, though the double 0.98 is below 0.98.
        assertThat(almost.confirms(Map.of("left", share, "right", Enclosure.ONE), 0))
                .isFalse();
    }

    @Test
    void wideEnclosuresConfirmNothing() {
        Enclosure wide = new Enclosure(BigDecimal.ONE, BigDecimal.TEN);

        assertThat(AT_MOST.confirms(Map.of("left", wide, "right", Enclosure.of(2)), 0))
                .isFalse();
    }

    @Test
    void anExactEvaluationWithoutATermIsAMistake() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AT_MOST.confirms(Map.of("left", Enclosure.ONE), 0))
                .withMessage("the exact evaluation has no term 'right'");
    }

    @Test
    void anUnknownTermIsRefusedAndTheKnownOnesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AT_MOST.replacing("middle", old -> old))
                .withMessage("no term 'middle', expected one of left, right");
    }

    @Test
    void aComparisonReadsAsAFormula() {
        Compare<Sides> formula = Compare.<Sides>compare(term("regret", "Σ⟨g, x − u⟩", Sides::left))
                .atMost(
                        term("path", 0.5, "ηP", Sides::right),
                        term("negative", -0.25, "N", Sides::right),
                        term("whole", 3, "W", Sides::right),
                        term("gone", 0, "Z", Sides::right),
                        term("tiny", 1e-9, "ε", Sides::right))
                .within(1e-9, "γ of the sums", Sides::rounding, Sides::magnitude);

        assertThat(formula.text()).isEqualTo("Σ⟨g, x − u⟩ ≤ ½ ηP − 0.25 N + 3 W + 1e-9 ε");
        assertThat(EQUAL.text()).isEqualTo("L = R");
        assertThat(EQUAL.replacing("right", old -> old.with(1e10)).text()).isEqualTo("L = 1e10 R");
        assertThat(AT_MOST.replacing("right", old -> old.with(0)).text()).isEqualTo("L ≤ 0");
        assertThat(formula.tolerance()).isEqualTo("γ of the sums; decided where that is at most 1e-9 of the magnitude");
    }

    @Test
    void termsAreListedTheMeasuredSideFirst() {
        assertThat(AT_MOST.terms()).extracting(Term::name).containsExactly("left", "right");
        assertThat(compare(AT_MOST.terms().get(1)).atMost().left())
                .extracting(Term::name)
                .containsExactly("right");
    }
}
