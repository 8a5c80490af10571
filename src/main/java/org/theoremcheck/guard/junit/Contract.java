package org.theoremcheck.guard.junit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.Account;
import org.theoremcheck.guard.Guard;
import org.theoremcheck.guard.Judgement;
import org.theoremcheck.guard.SubjectDoor;
import org.theoremcheck.guard.steprule.StepRules;

/**
 * A test class of an implementation: one test for each claim about its role, named by the claim's id, and one for their count. A violated
 * claim fails with its smallest counterexample; a claim that the subject is not held to is skipped with its reason.
 *
 * <pre>
 *   class HeavyBallTest implements Contract {
 *       public Charter&lt;?, ?&gt; charter() {
 *           return Charter.of(Problem.class, Descender.class, HeavyBall::new).counting(4, 4000);
 *       }
 *   }
 * </pre>
 */
public interface Contract {

    /** What the subject is and what it is held to. */
    Charter<?, ?> charter();

    /** A test for each claim, and one for their count. */
    @TestFactory
    default Stream<DynamicTest> claims() {
        return tests(charter());
    }

    private static <I, S> Stream<DynamicTest> tests(Charter<I, S> charter) {
        Catalogue catalogue = Catalogue.load(Contract.class.getClassLoader()).and(StepRules.theorems());
        SubjectDoor<I, S> door = new SubjectDoor<>(
                charter.instance(), charter.role(), charter.subject(), charter.capabilities(), charter.limit());
        List<Claim<?, ?, ?>> applicable = catalogue.claims().values().stream()
                .filter(claim -> Guard.judgeable(claim) && door.plays(claim))
                .collect(Collectors.toList());
        requireKnown(charter, applicable);
        Guard guard = new Guard(catalogue, charter.seed(), charter.each(), Guard.SEARCH);
        AtomicInteger claims = new AtomicInteger();
        AtomicLong instances = new AtomicLong();
        Stream<DynamicTest> judged = applicable.stream()
                .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
                    Judgement judgement = guard.judge(claim, door, Guard.Observer.NONE);
                    if (judgement.judged() > 0) {
                        claims.incrementAndGet();
                        instances.addAndGet(violated(judgement) ? charter.each() : judgement.judged());
                    }
                    tell(judgement);
                }));
        DynamicTest count = DynamicTest.dynamicTest("count", () -> {
            if (claims.get() < charter.claims() || instances.get() < charter.instances()) {
                Assertions.fail("judged were %d claims on %,d instances, expected at least %d on %,d"
                        .formatted(claims.get(), instances.get(), charter.claims(), charter.instances()));
            }
        });
        return Stream.concat(judged, Stream.of(count));
    }

    /** Then sampling has ended early, on purpose. */
    private static boolean violated(Judgement judgement) {
        return judgement.verdict() == Verdict.VIOLATED || judgement.verdict() == Verdict.KNOWN_DEVIATION;
    }

    /** A reason for a claim that is not there would never be read. */
    private static void requireKnown(Charter<?, ?> charter, List<Claim<?, ?, ?>> applicable) {
        List<String> ids = applicable.stream().map(Claim::id).collect(Collectors.toList());
        Stream.of(charter.capabilities().notApplicable(), charter.capabilities().knownDeviation())
                .flatMap(reasons -> reasons.keySet().stream())
                .filter(id -> !ids.contains(id))
                .findFirst()
                .ifPresent(id -> Assertions.fail("no claim '%s' about a %s, expected one of %s"
                        .formatted(id, charter.role().getSimpleName(), ids)));
    }

    private static void tell(Judgement judgement) {
        if (!judgement.expected()) {
            Assertions.fail(Account.message(judgement));
        }
        switch (judgement.verdict()) {
            case NOT_APPLICABLE, KNOWN_DEVIATION -> Assumptions.abort(judgement.verdict() + ": " + judgement.reason());
            default -> {}
        }
    }
}
