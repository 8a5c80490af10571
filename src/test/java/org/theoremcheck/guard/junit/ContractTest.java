package org.theoremcheck.guard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.predictable.stationarity.Descender;
import org.theoremcheck.predictable.stationarity.Problem;

/** What the tests of a contract say. */
class ContractTest {

    private static final String[] CLAIMS = {
        "stationarity", "stationarity-sharp", "stationarity-extended-step", "stationarity-delayed"
    };

    private static final Subject<Problem, Descender> SOUND = problem -> descent(problem, 1);

    /** Climbs. */
    private static final Subject<Problem, Descender> WRONG = problem -> descent(problem, -1);

    private static Descender descent(Problem problem, double factor) {
        double[] point = problem.start().clone();
        return proxy -> {
            for (int i = 0; i < point.length; i++) {
                point[i] -= factor * problem.step() * proxy[i];
            }
            return point.clone();
        };
    }

    private static Charter<Problem, Descender> held(Subject<Problem, Descender> subject) {
        return Charter.of(Problem.class, Descender.class, subject).sampling(100, 7);
    }

    /** What each test says; empty where it passes, and a question mark where it is skipped. */
    private static Map<String, String> outcomes(Charter<?, ?> charter) {
        Contract contract = () -> charter;
        Map<String, String> outcomes = new LinkedHashMap<>();
        contract.claims().forEach(test -> outcomes.put(test.getDisplayName(), outcome(test.getExecutable())));
        return outcomes;
    }

    private static String outcome(Executable test) {
        try {
            test.execute();
            return "";
        } catch (TestAbortedException skipped) {
            return "? " + skipped.getMessage();
        } catch (Throwable failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    @Test
    void aSoundSubjectPassesATestForEachClaimAndOneForTheirCount() {
        Map<String, String> outcomes = outcomes(held(SOUND).counting(4, 400));

        assertThat(outcomes).containsOnlyKeys(List.of(CLAIMS[0], CLAIMS[1], CLAIMS[2], CLAIMS[3], "count"));
        assertThat(outcomes.values()).allMatch(String::isEmpty);
    }

    @Test
    void aWrongSubjectFailsWithItsCounterexample() {
        Map<String, String> outcomes = outcomes(held(WRONG).counting(4, 400));

        assertThat(outcomes.get("count")).isEmpty();
        assertThat(outcomes.get("stationarity"))
                .startsWith("stationarity VIOLATED on ")
                .contains("instance  {", "answers   [", "confirmed in exact arithmetic");
    }

    @Test
    void whatItIsNotHeldToIsSkippedWithItsReasonAndMissedInTheCount() {
        Charter<Problem, Descender> charter = held(SOUND).counting(4, 400);

        Map<String, String> outcomes = outcomes(charter.notApplicable("stationarity-sharp", "no end in sight"));

        assertThat(outcomes.get("stationarity-sharp")).isEqualTo("? NOT_APPLICABLE: no end in sight");
        assertThat(outcomes.get("count"))
                .isEqualTo("judged were 3 claims on 300 instances, expected at least 4 on 400");
    }

    @Test
    void aKnownDeviationIsSkippedAndFailsOnceItIsNone() {
        assertThat(outcomes(held(WRONG).knownDeviation("stationarity", "climbs"))
                        .get("stationarity"))
                .isEqualTo("? KNOWN_DEVIATION: climbs");
        assertThat(outcomes(held(SOUND).knownDeviation("stationarity", "climbs"))
                        .get("stationarity"))
                .contains("declared to deviate (climbs), and it does not");
    }

    @Test
    void aReasonForAClaimThatIsNotThereFails() {
        assertThat(outcome(() -> outcomes(held(SOUND).notApplicable("stationarity-sharper", "?"))))
                .startsWith("no claim 'stationarity-sharper' about a Descender, expected one of [");
    }
}
