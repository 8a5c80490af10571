package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Toy.Halved;
import org.theoremcheck.claim.Toy.Halver;
import org.theoremcheck.claim.Toy.Whole;

class AlterationTest {

    private static final Claim<Whole, Halver, Halved> CLAIM = Toy.CLAIM;

    private static Claim<Whole, Halver, Halved> altered(Alteration<Whole, Halver, Halved> alteration) {
        return alteration.apply(CLAIM);
    }

    @Test
    void aSourceOrASettingIsAlteredInOnePlace() {
        Source seen = new Source(List.of("toy"), "equation 7", "", List.of());
        Referee<Whole, Halver, Halved> other = (number, subject) -> new Halved(0, 0);

        assertThat(Toy.SOURCE.at("equation 7")).isEqualTo(seen);
        assertThat(Toy.SETTING.refereedBy(other).referee()).isSameAs(other);
        assertThat(Toy.SETTING.refereedBy(other).refereedBy(Toy.SETTING.referee()))
                .isEqualTo(Toy.SETTING);
    }

    @Test
    void theTheoremItselfHolds() {
        assertThat(Toy.judge(CLAIM, 8).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(CLAIM.statement().text()).isEqualTo("h ≤ ½ n");
    }

    @Test
    void aScaledTermHasItsCoefficientTimesTheFactor() {
        Claim<Whole, Halver, Halved> scaled = altered(Alteration.scale("whole", 0.98));

        assertThat(scaled.statement().text()).isEqualTo("h ≤ 0.49 n");
        assertThat(Toy.judge(scaled, 8).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(Toy.judge(scaled, 8).bound()).isEqualTo(3.92);
    }

    @Test
    void aDroppedTermIsGone() {
        Claim<Whole, Halver, Halved> dropped = altered(Alteration.drop("whole"));

        assertThat(dropped.statement().text()).isEqualTo("h ≤ 0");
        assertThat(Toy.judge(dropped, 8).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aSwappedTermKeepsTheCoefficient() {
        Term<Halved> root = Term.term("root", 77, "√n", halved -> Math.sqrt(halved.whole()));
        Claim<Whole, Halver, Halved> swapped = altered(Alteration.swap("whole", root));

        assertThat(swapped.statement().text()).isEqualTo("h ≤ ½ √n");
        assertThat(Toy.judge(swapped, 64).bound()).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Alteration.<Whole, Halver, Halved>scale("whole", 2).apply(swapped))
                .withMessage("no term 'whole', expected one of half, root");
    }

    @Test
    void anotherSubjectPlaysTheSameReferee() {
        Claim<Whole, Halver, Halved> greedy = altered(Alteration.subject(number -> whole -> 0.6 * whole));

        assertThat(Toy.judge(greedy, 10).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(Toy.judge(greedy, 10).measured()).isEqualTo(6);
        assertThat(greedy.setting().referee()).isSameAs(CLAIM.setting().referee());
    }

    @Test
    void withoutAHypothesisAllFamiliesThatBreakItComeFirstInTheirGroups() {
        Family<Whole> other = Family.of("negative, too", "elsewhere", new Whole(-1));
        Hypothesis<Whole> positive = new Hypothesis<>(
                "positive", Whole::value, List.of(Toy.POSITIVE.broken().get(0), other));
        Setting<Whole, Halver, Halved> setting = CLAIM.setting();
        Claim<Whole, Halver, Halved> bold = Alteration.<Whole, Halver, Halved>everywhere()
                .apply(CLAIM.in(new Setting<>(
                                setting.id(),
                                setting.text(),
                                setting.instance(),
                                setting.role(),
                                setting.families(),
                                List.of(positive),
                                setting.reference(),
                                setting.referee(),
                                setting.exact())
                        .without("positive")));

        assertThat(bold.setting().families())
                .containsExactly(Toy.POSITIVE.broken().get(0), other, Toy.NUMBERS);
        assertThat(bold.everywhere()).containsExactly("toy", "elsewhere");
    }

    @Test
    void aHypothesisThatNothingBreaksIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hypothesis<>("positive", Whole::value, List.<Family<Whole>>of()))
                .withMessage("no family breaks the hypothesis 'positive'");
    }

    @Test
    void withoutAHypothesisItsBrokenFamilyComesFirstAndTheOthersStay() {
        Claim<Whole, Halver, Halved> bold = altered(Alteration.without("positive"));

        assertThat(bold.setting().families())
                .containsExactly(Toy.POSITIVE.broken().get(0), Toy.NUMBERS);
        assertThat(bold.setting().hypotheses()).containsExactly(Toy.SMALL);
        assertThat(Toy.judge(CLAIM, -3).verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(Toy.judge(bold, -3).verdict()).isNotEqualTo(Verdict.VACUOUS);
        assertThat(Toy.judge(bold, 1000).verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void onlyTheFamiliesGivenAreLeft() {
        Family<Whole> few = Family.of("few", "toy", new Whole(1), new Whole(2));

        assertThat(altered(Alteration.on(few)).setting().families()).containsExactly(few);
    }

    @Test
    void witnessesAreTriedFirst() {
        Claim<Whole, Halver, Halved> told = altered(Alteration.witness(new Whole(5), new Whole(6)));

        List<Family<Whole>> families = told.setting().families();
        assertThat(families).hasSize(2).endsWith(Toy.NUMBERS);
        assertThat(families.get(0).name()).isEqualTo("half-at-most/witness");
        assertThat(families.get(0).size()).isEqualTo(2);
        assertThat(families.get(0).draw(1, 1)).isEqualTo(new Whole(6));
    }

    @Test
    void aTermOfOnesOwnHasExactlyThatCoefficient() {
        assertThat(CLAIM.with("whole", 0.4995).statement().text()).isEqualTo("h ≤ 0.4995 n");
    }

    @Test
    void unknownTermsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> altered(Alteration.scale("hole", 2)))
                .withMessage("no term 'hole', expected one of half, whole");
        assertThatIllegalArgumentException().isThrownBy(() -> altered(Alteration.drop("hole")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> altered(Alteration.swap("hole", Term.term("n", "n", Halved::whole))));
        assertThatIllegalArgumentException().isThrownBy(() -> CLAIM.with("hole", 1));
    }

    @Test
    void unknownHypothesesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> altered(Alteration.without("convex")))
                .withMessage("no hypothesis 'convex', expected one of [positive, small]");
    }

    @Test
    void aClaimToBeRefutedEverywhereKnowsTheGroupsThatThereAreThen() {
        Claim<Whole, Halver, Halved> everywhere = altered(Alteration.everywhere());
        Claim<Whole, Halver, Halved> told =
                Alteration.<Whole, Halver, Halved>witness(new Whole(5)).apply(everywhere);

        assertThat(CLAIM.everywhere()).isEmpty();
        assertThat(everywhere.everywhere()).containsExactly("toy");
        assertThat(told.everywhere()).containsExactly("toy");
        assertThat(altered(Alteration.everywhere("toy")).everywhere()).isEmpty();
    }

    @Test
    void unknownGroupsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> altered(Alteration.everywhere("toys")))
                .withMessage("no such groups: [toys], expected some of [toy]");
    }

    @Test
    void aStatementWithoutTermsCannotBeScaled() {
        Claim<Whole, Halver, Halved> yesOrNo = CLAIM.saying(new Criterion<>("yes", halved -> 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Alteration.<Whole, Halver, Halved>scale("whole", 2).apply(yesOrNo))
                .withMessage("the statement of 'half-at-most' has no terms");
    }

    @Test
    void controlsAndReadingsKnowTheirTheorem() {
        Theorem<Whole, Halver, Halved> theorem = Toy.THEOREM
                .control("a-control", "less than half", Alteration.scale("whole", 0.98))
                .refuted("a-reading", "as printed", "'at most a third'", Alteration.scale("whole", 2.0 / 3));

        assertThat(theorem.claims()).extracting(Claim::id).containsExactly("half-at-most", "a-control", "a-reading");
        assertThat(theorem.claims())
                .extracting(Claim::kind)
                .containsExactly(Kind.THEOREM, Kind.CONTROL, Kind.PUBLISHED);
        assertThat(theorem.claims())
                .extracting(Claim::expected)
                .containsExactly(Verdict.HOLDS, Verdict.VIOLATED, Verdict.VIOLATED);
        assertThat(theorem.derived()).allMatch(claim -> claim.of().orElse("").equals("half-at-most"));
        assertThat(theorem.derived().get(0).source().reading()).isEmpty();
        assertThat(theorem.derived().get(1).source().reading()).isEqualTo("'at most a third'");
        assertThat(Toy.THEOREM.derived()).isEmpty();
    }
}
