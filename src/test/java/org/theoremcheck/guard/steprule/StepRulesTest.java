package org.theoremcheck.guard.steprule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.audit.Options;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.Account;
import org.theoremcheck.guard.Capabilities;
import org.theoremcheck.guard.Explanation;
import org.theoremcheck.guard.Guard;
import org.theoremcheck.guard.Judgement;
import org.theoremcheck.guard.SubjectDoor;

/** Every rule is kept by its reference, and every slip is found, shrunk and recognized for what it is. */
class StepRulesTest {

    private static final Catalogue CATALOGUE = Catalogue.of(List.of()).and(StepRules.theorems());

    private static final long INSTANCES = 300;

    static Stream<Claim<?, ?, ?>> rules() {
        return CATALOGUE.claims().values().stream().filter(claim -> claim.kind() == Kind.THEOREM);
    }

    static Stream<Claim<?, ?, ?>> slips() {
        return CATALOGUE.claims().values().stream().filter(claim -> claim.kind() == Kind.CONTROL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theReferenceKeepsItsRule(Claim<Course, Stepper, Step> rule) {
        Judgement judgement = judge(rule, rule.setting().reference());

        assertThat(judgement.verdict()).as(Account.message(judgement)).isEqualTo(Verdict.HOLDS);
        assertThat(judgement.judged()).isEqualTo(INSTANCES);
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aSlipIsFoundAndNamed(Claim<Course, Stepper, Step> slip) {
        Claim<?, ?, ?> rule = CATALOGUE.find(slip.of().orElseThrow()).orElseThrow();

        Judgement judgement = judge(rule, slip.setting().reference());

        assertThat(judgement.verdict()).as(Account.message(judgement)).isEqualTo(Verdict.VIOLATED);
        assertThat(judgement.explanation().flatMap(Explanation::slip).map(Explanation.Slip::id))
                .as(Account.message(judgement))
                .contains(slip.id());
    }

    private static Judgement judge(Claim<?, ?, ?> rule, Subject<Course, Stepper> subject) {
        return new Guard(CATALOGUE, Options.SEED, INSTANCES, Guard.SEARCH)
                .judge(
                        rule,
                        new SubjectDoor<>(
                                Course.class, Stepper.class, subject, Capabilities.ALL, Duration.ofMinutes(1)),
                        Guard.Observer.NONE);
    }
}
