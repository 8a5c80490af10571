package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Toy.Halved;
import org.theoremcheck.claim.Toy.Halver;
import org.theoremcheck.claim.Toy.Whole;

class ClaimTest {

    @Test
    void aHypothesisThatIsNotMetMakesTheClaimVacuous() {
        Finding finding = Toy.judge(Toy.CLAIM, -1);

        assertThat(finding.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(finding.reason()).isEqualTo("hypothesis 'positive' is not met");
    }

    @Test
    void aHypothesisIsMetWithNothingToSpareButNotWithAMarginThatIsNotANumber() {
        assertThat(Toy.judge(Toy.CLAIM, 100).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(Toy.judge(Toy.CLAIM, 0).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(Toy.judge(Toy.CLAIM, Double.NaN).verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void nothingIsPlayedWhereAHypothesisIsNotMet() {
        Finding finding = Toy.CLAIM.judge(new Whole(-1), number -> {
            throw new Misplay("half of a debt");
        });

        assertThat(finding.verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aTapeThatEndsConfirmsNothing() {
        Finding misplay = Claim.failed(new Misplay("no half"));

        assertThat(Toy.CLAIM.confirms(new Whole(8), new Tape(List.of()), misplay))
                .contains(false);
    }

    @Test
    void aSubjectThatBreaksTheRulesHasViolatedTheClaim() {
        Finding finding = playedBy(number -> {
            throw new Misplay("the half has no end");
        });

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.reason()).isEqualTo("the half has no end");
        assertThat(finding.severity()).isEqualTo(1);
        assertThat(finding.measured()).isNaN();
    }

    @Test
    void aSubjectThatCannotDoItIsNotJudged() {
        Finding finding = playedBy(number -> {
            throw new NotApplicable("odd numbers are not halved here");
        });

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(finding.reason()).isEqualTo("odd numbers are not halved here");
    }

    @Test
    void evidenceOfARunIsJudgedLikeTheRunItself() {
        assertThat(Toy.CLAIM.judge(new Whole(8), new Halved(8, 4))).isEqualTo(Toy.judge(Toy.CLAIM, 8));
        assertThat(Toy.CLAIM.judge(new Whole(8), new Halved(8, 5)).verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(Toy.CLAIM.judge(new Whole(-8), new Halved(8, 5)).verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void aGroupIsRefutedOnceAFamilyOfItIs() {
        Claim<Whole, Halver, Halved> claim = Toy.CLAIM
                .in(Toy.SETTING.on(List.of(family("a/first", "a"), family("a/second", "a"), family("b/only", "b"))))
                .refutedIn(List.of("a", "b"));

        assertThat(claim.unrefuted(Map.of())).containsExactly("a", "b");
        assertThat(claim.unrefuted(Map.of("a/first", tally(Verdict.HOLDS), "a/second", tally(Verdict.VIOLATED))))
                .containsExactly("b");
        assertThat(claim.unrefuted(Map.of("a/first", tally(Verdict.UNDECIDED), "b/only", tally(Verdict.VIOLATED))))
                .containsExactly("a");
        assertThat(Toy.CLAIM.unrefuted(Map.of())).isEmpty();
    }

    private static Family<Whole> family(String name, String group) {
        return Family.of(name, group, new Whole(1));
    }

    private static Tally tally(Verdict verdict) {
        Tally.Counter counter = new Tally.Counter("family", 0);
        counter.add(0, Finding.without(verdict, ""));
        return counter.tally();
    }

    @Test
    void aSubjectThatCrashesDecidesNothing() {
        Finding finding = playedBy(number -> whole -> {
            throw new ArithmeticException("half of what?");
        });

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo("ArithmeticException: half of what?");
        assertThat(finding.severity()).isEqualTo(-1);
    }

    @Test
    void anErrorOfTheSubjectDecidesNothingEither() {
        assertThat(Claim.failed(new StackOverflowError()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Claim.failed(new NoSuchMethodError("half")).reason()).isEqualTo("NoSuchMethodError: half");
    }

    @Test
    void aMachineOutOfMemoryIsNotTheSubjectsFault() {
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> Claim.failed(new OutOfMemoryError()));
    }

    @Test
    void aCrashWithoutAMessageHasAName() {
        assertThat(Claim.failed(new IllegalStateException()).reason()).isEqualTo("IllegalStateException");
    }

    @Test
    void exactArithmeticConfirmsAViolation() {
        Claim<Whole, Halver, Halved> greedy = Alteration.<Whole, Halver, Halved>subject(number -> whole -> 0.6 * whole)
                .apply(Toy.CLAIM);

        assertThat(confirmed(greedy, 10)).contains(true);
    }

    @Test
    void exactArithmeticDoesNotConfirmWhatHolds() {
        assertThat(confirmed(Toy.CLAIM, 10)).contains(false);
    }

    @Test
    void aMisplayIsConfirmedByPlayingItAgain() {
        Claim<Whole, Halver, Halved> lost = Toy.CLAIM.in(new Setting<>(
                "lost",
                "",
                Whole.class,
                Halver.class,
                List.of(),
                List.of(),
                Toy.SETTING.reference(),
                Toy.SETTING.referee(),
                Optional.of((number, subject) -> {
                    throw new Misplay("outside");
                })));
        Finding misplay = Claim.failed(new Misplay("outside"));

        assertThat(lost.confirms(new Whole(1), new Tape(List.of()), misplay)).contains(true);
    }

    @Test
    void whatHasNoExactEvaluationIsNotConfirmed() {
        Claim<Whole, Halver, Halved> yesOrNo = Toy.CLAIM.saying(new Criterion<>("yes", halved -> -1));

        assertThat(confirmed(yesOrNo, 10)).isEmpty();
    }

    private static Finding playedBy(Subject<Whole, Halver> subject) {
        return Toy.CLAIM.judge(new Whole(8), subject);
    }

    /** Records the claim's own subject, and evaluates its answers again. */
    private static Optional<Boolean> confirmed(Claim<Whole, Halver, Halved> claim, double number) {
        List<List<double[]>> reel = new ArrayList<>();
        Finding finding = claim.judge(
                new Whole(number), Tape.recording(Halver.class, claim.setting().reference(), reel));
        return claim.confirms(new Whole(number), new Tape(reel), finding);
    }
}
