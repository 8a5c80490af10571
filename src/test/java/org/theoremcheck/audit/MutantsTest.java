package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremcheck.claim.Compare.compare;
import static org.theoremcheck.claim.Term.term;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.audit.Toy.Adder;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Statement;
import org.theoremcheck.claim.Term;

class MutantsTest {

    private static final Term<Double> SUM = term("sum", "Σ x", sum -> sum);
    private static final Term<Double> ONE = term("one", "1", sum -> 1);
    private static final Family<Numbers> ATTAINED = Family.of("attained", "toy", Toy.numbers(1), Toy.numbers(0.25));

    @Test
    void whatAsksMoreOfAnAttainedBoundIsRefutedAndWhatAsksLessIsImplied() {
        assertThat(mutants(Toy.AT_MOST_ONE, ATTAINED)).isEqualTo(new Ledger.Mutants(15, 8, 7, List.of()));
    }

    @Test
    void whatABoundThatIsNotAttainedCannotTellSurvives() {
        assertThat(mutants(Toy.AT_MOST_ONE, Family.of("near", "toy", Toy.numbers(0.995)))
                        .survived())
                .containsExactly("sum × 1.001", "one × 0.999");
    }

    /** A negative sum asks more when it shrinks, but never too much of a bound that is not negative. */
    @Test
    void aSmallerShareOfTheOnlyMeasuredTermStaysBelowABoundThatIsNotNegative() {
        Ledger.Mutants mutants = mutants(Toy.AT_MOST_ONE, Family.of("signs", "toy", Toy.numbers(1), Toy.numbers(-0.5)));

        assertThat(mutants.survived()).isEmpty();
        assertThat(mutants.implied()).isEqualTo(7);
    }

    @Test
    void anEqualityIsToldFromEverythingButItself() {
        Compare<Double> same =
                compare(SUM).equalTo(term("again", "Σ x", sum -> sum)).within(1e-9, "", sum -> 0, sum -> 1);

        assertThat(mutants(same, ATTAINED)).isEqualTo(new Ledger.Mutants(14, 14, 0, List.of()));
    }

    @Test
    void multiplesOfNothingAreNothing() {
        Compare<Double> nothing =
                compare(SUM).equalTo(term("none", "0", sum -> 0)).within(1e-9, "", sum -> 0, sum -> 1);

        assertThat(mutants(nothing, Family.of("zero", "toy", Toy.numbers(0))))
                .isEqualTo(new Ledger.Mutants(14, 0, 14, List.of()));
    }

    @Test
    void aSumOfTermsThatAreNotNegativeIsAtMostNothingOnlyIfItIsNothing() {
        Compare<Double> nothing = compare(SUM, term("more", "Σ x", sum -> sum))
                .atMost(term("none", "0", sum -> 0))
                .within(1e-9, "", sum -> 0, sum -> 1);

        assertThat(mutants(nothing, Family.of("zero", "toy", Toy.numbers(0))))
                .isEqualTo(new Ledger.Mutants(22, 0, 22, List.of()));
    }

    @Test
    void aTermThatNoInstanceSeesSurvivesInWholeAndInPart() {
        Compare<Double> blind =
                compare(SUM).atMost(ONE, term("unseen", "0", sum -> 0)).within(1e-9, "", sum -> 0, sum -> 1);

        assertThat(mutants(blind, ATTAINED).survived()).hasSize(7).allMatch(name -> name.contains("unseen"));
    }

    @Test
    void theSearchRefutesWhatNoDrawDoes() {
        Family<Numbers> drawn = Family.drawn("drawn", "toy", in -> Toy.numbers(in.uniforms("value", 0, 1, -1, 1)));
        Claim<Numbers, Adder, Double> claim = claim(Toy.AT_MOST_ONE, drawn);
        Candidate<Numbers> start = Candidate.of(claim, drawn, 1, 0);

        assertThat(new Mutants(1).of(claim, List.of(), List.of()).survived()).isNotEmpty();
        assertThat(new Mutants(1).of(claim, List.of(start), List.of()).survived())
                .isEmpty();
    }

    @Test
    void aHypothesisThatWasNotSeenToBeNeededSurvives() {
        Ledger.Needed seen = new Ledger.Needed("seen", "family, index 0", 2, "{}");
        Ledger.Needed unseen = new Ledger.Needed("unseen", null, Double.NaN, null);

        assertThat(new Mutants(1).of(claim(Toy.AT_MOST_ONE, ATTAINED), List.of(), List.of(seen, unseen)))
                .isEqualTo(new Ledger.Mutants(17, 9, 7, List.of("without 'unseen'")));
    }

    private static Ledger.Mutants mutants(Statement<Double> statement, Family<Numbers> family) {
        return new Mutants(1).of(claim(statement, family), List.of(), List.of());
    }

    private static Claim<Numbers, Adder, Double> claim(Statement<Double> statement, Family<Numbers> family) {
        return Toy.theorem("sums", Toy.inexact(Toy.setting(family))).claim().saying(statement);
    }
}
