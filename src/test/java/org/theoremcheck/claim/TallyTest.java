package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static Finding finding(Verdict verdict, double measured, double bound, double severity) {
        return new Finding(verdict, measured, bound, 0, severity, "");
    }

    private static Tally tally(List<Verdict> verdicts) {
        Tally.Counter counter = new Tally.Counter("family", 0);
        for (int i = 0; i < verdicts.size(); i++) {
            counter.add(i, Finding.without(verdicts.get(i), ""));
        }
        return counter.tally();
    }

    @ParameterizedTest
    @CsvSource({
        "HOLDS VIOLATED INCONCLUSIVE UNDECIDED KNOWN_DEVIATION NOT_APPLICABLE VACUOUS, VIOLATED",
        "HOLDS INCONCLUSIVE UNDECIDED KNOWN_DEVIATION NOT_APPLICABLE VACUOUS, INCONCLUSIVE",
        "HOLDS UNDECIDED KNOWN_DEVIATION NOT_APPLICABLE VACUOUS, UNDECIDED",
        "HOLDS KNOWN_DEVIATION NOT_APPLICABLE VACUOUS, KNOWN_DEVIATION",
        "HOLDS NOT_APPLICABLE VACUOUS, HOLDS",
        "NOT_APPLICABLE VACUOUS, NOT_APPLICABLE",
        "VACUOUS, VACUOUS"
    })
    void theWorstThatOccurredIsTheVerdictOnTheWhole(String verdicts, Verdict whole) {
        List<Verdict> occurred =
                List.of(verdicts.split(" ")).stream().map(Verdict::valueOf).toList();

        assertThat(tally(occurred).verdict()).isEqualTo(whole);
        assertThat(tally(occurred).total()).isEqualTo(occurred.size());
        assertThat(occurred).allMatch(verdict -> tally(occurred).count(verdict) == 1);
    }

    @Test
    void nothingSaysNothing() {
        Tally empty = Tally.empty(2);

        assertThat(empty.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(empty.total()).isZero();
        assertThat(empty.margins()).containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(empty.ratio()).isEqualTo(Extreme.NONE);
    }

    @Test
    void theLargestRatioAndSeverityAreKeptWithTheirPlace() {
        Tally.Counter counter = new Tally.Counter("family", 0);
        counter.add(3, finding(Verdict.HOLDS, 1, 2, -0.5));
        counter.add(4, finding(Verdict.HOLDS, 3, 4, -0.1));
        counter.add(5, finding(Verdict.HOLDS, 3, 4, -0.1));
        counter.add(6, finding(Verdict.HOLDS, -1, 0, -0.3));
        Tally tally = counter.tally();

        assertThat(tally.ratio()).isEqualTo(new Extreme(0.75, "family", 4, finding(Verdict.HOLDS, 3, 4, -0.1)));
        assertThat(tally.severity()).isEqualTo(new Extreme(-0.1, "family", 4, finding(Verdict.HOLDS, 3, 4, -0.1)));
        assertThat(tally.violation()).isEqualTo(Extreme.NONE);
    }

    @Test
    void violationsHaveAnExtremeOfTheirOwn() {
        Tally.Counter counter = new Tally.Counter("family", 0);
        counter.add(0, finding(Verdict.VIOLATED, 3, 2, 0.2));
        counter.add(1, finding(Verdict.KNOWN_DEVIATION, 9, 2, 0.7));
        counter.add(2, finding(Verdict.VIOLATED, 4, 2, 0.3));
        Tally tally = counter.tally();

        assertThat(tally.violation()).isEqualTo(new Extreme(0.3, "family", 2, finding(Verdict.VIOLATED, 4, 2, 0.3)));
        assertThat(tally.severity())
                .isEqualTo(new Extreme(0.7, "family", 1, finding(Verdict.KNOWN_DEVIATION, 9, 2, 0.7)));
    }

    @Test
    void onlyWhatHoldsOrIsViolatedHasARatio() {
        Tally.Counter counter = new Tally.Counter("family", 0);
        counter.add(0, finding(Verdict.HOLDS, 1, 2, -0.5));
        counter.add(1, finding(Verdict.INCONCLUSIVE, Double.POSITIVE_INFINITY, 2, -1));
        counter.add(2, finding(Verdict.UNDECIDED, 1.5, 2, -0.2));
        Tally tally = counter.tally();

        assertThat(tally.ratio()).isEqualTo(new Extreme(0.5, "family", 0, finding(Verdict.HOLDS, 1, 2, -0.5)));
        assertThat(tally.histogram()[10]).isEqualTo(1);
        assertThat(tally.histogram()[19]).isZero();
    }

    @Test
    void theHistogramCountsRatiosInTwentiethsOfTheUnitInterval() {
        Tally.Counter counter = new Tally.Counter("family", 0);
        double[] ratios = {-3, 0, 0.049, 0.05, 0.5, 0.999, 1, 7};
        for (int i = 0; i < ratios.length; i++) {
            counter.add(i, finding(Verdict.HOLDS, ratios[i], 1, -1));
        }
        counter.add(100, finding(Verdict.HOLDS, 1, -1, -1));
        long[] histogram = counter.tally().histogram();

        assertThat(histogram).hasSize(Tally.BINS);
        assertThat(histogram[0]).isEqualTo(3);
        assertThat(histogram[1]).isEqualTo(1);
        assertThat(histogram[10]).isEqualTo(1);
        assertThat(histogram[19]).isEqualTo(3);
    }

    @Test
    void vacuousFindingsAreCountedAndNoMore() {
        Tally.Counter counter = new Tally.Counter("family", 0);
        counter.add(0, finding(Verdict.VACUOUS, 1, 2, 0.9));
        Tally tally = counter.tally();

        assertThat(tally.count(Verdict.VACUOUS)).isEqualTo(1);
        assertThat(tally.ratio()).isEqualTo(Extreme.NONE);
        assertThat(tally.severity()).isEqualTo(Extreme.NONE);
        assertThat(tally.histogram()).containsOnly(0);
    }

    @Test
    void theLargestBudgetAndTheSmallestMarginsAreKept() {
        Tally.Counter counter = new Tally.Counter("family", 2);
        counter.add(0, new Finding(Verdict.HOLDS, 1, 2, 1e-9, -0.5, ""));
        counter.add(1, new Finding(Verdict.HOLDS, 1, 2, 1e-10, -0.5, ""));
        counter.margin(0, 3);
        counter.margin(0, 2);
        counter.margin(0, 5);

        assertThat(counter.tally().budget()).isEqualTo(1e-9);
        assertThat(counter.tally().margins()).containsExactly(2, Double.POSITIVE_INFINITY);
    }

    @Test
    void aTallyIsNotChangedByCountingOn() {
        Tally.Counter counter = new Tally.Counter("family", 1);
        counter.add(0, finding(Verdict.HOLDS, 1, 2, -0.5));
        Tally before = counter.tally();
        counter.add(1, finding(Verdict.HOLDS, 1, 2, -0.5));
        counter.margin(0, 1);

        assertThat(before.total()).isEqualTo(1);
        assertThat(before.histogram()[10]).isEqualTo(1);
        assertThat(before.margins()).containsExactly(Double.POSITIVE_INFINITY);
    }
}
