package org.theoremcheck.guard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.theoremcheck.audit.Options;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.Account;
import org.theoremcheck.guard.Guard;
import org.theoremcheck.guard.Judgement;
import org.theoremcheck.guard.steprule.StepRules;

/** The reference subjects, in a process of their own, keep every theorem: nothing is lost on the way. */
@Execution(ExecutionMode.CONCURRENT)
class EveryRoleTest {

    private static final Catalogue CATALOGUE =
            Catalogue.load(EveryRoleTest.class.getClassLoader()).and(StepRules.theorems());

    @Test
    void isPlayedByAProcess() {
        Map<Class<?>, Claim<?, ?, ?>> one = new LinkedHashMap<>();
        theorems().forEach(claim -> one.putIfAbsent(claim.setting().role(), claim));

        assertThat(one).hasSizeGreaterThanOrEqualTo(11);
        assertKept(one.values(), 5);
    }

    @Tag("published")
    @Test
    void isPlayedByAProcessForEveryTheorem() {
        assertKept(theorems(), 100);
    }

    private static List<Claim<?, ?, ?>> theorems() {
        return CATALOGUE.claims().values().stream()
                .filter(claim -> claim.kind() == Kind.THEOREM)
                // Ensembles of long runs are too much to be told as text.
                .filter(claim -> claim.setting().families().stream()
                        .noneMatch(family -> family.name().matches("flow/(?!linear).*")))
                .collect(Collectors.toList());
    }

    private static void assertKept(Collection<Claim<?, ?, ?>> claims, long instances) {
        assertThat(claims).allMatch(Guard::judgeable);
        String command = "'%s/bin/java' -cp '%s' %s"
                .formatted(
                        System.getProperty("java.home"),
                        // Surefire's own class path is one jar that names the others.
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReferenceProcess.class.getName());
        Limits limits = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(5));
        try (ProcessDoor door = new ProcessDoor(command, limits)) {
            List<Judgement> judgements = new Guard(CATALOGUE, Options.SEED, instances, 0)
                    .judge(List.copyOf(claims), door, Guard.Observer.NONE);

            assertThat(judgements)
                    .allSatisfy(judgement -> assertThat(judgement.verdict())
                            .as(Account.message(judgement) + door.aside())
                            .isEqualTo(Verdict.HOLDS));
        }
    }
}
