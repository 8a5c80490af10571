package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;

class StationarityExtendedStepProperties {

    @Property(tries = 2000)
    void holdsOnEveryProblem(@ForAll("problems") Case<Problem> problem) {
        assertThat(problem.finding().verdict()).as(problem::toString).isEqualTo(Verdict.HOLDS);
    }

    @Property(tries = 1000)
    void holdsWithAllThatIsLeftOver(@ForAll("problems") Case<Problem> problem) {
        Finding whole = StationarityExtendedStep.THEOREM
                .claim()
                .with("end", 1)
                .with("young", 1)
                .judge(problem.instance(), ProxyDescent::new);

        assertThat(whole.verdict()).as(problem::toString).isEqualTo(Verdict.HOLDS);
        assertThat(whole.measured()).isGreaterThanOrEqualTo(problem.finding().measured() - 2 * whole.budget());
    }

    @Property(tries = 500)
    void isTheBoundForShortStepsAtOneOverL(@ForAll("problems") Case<Problem> problem) {
        Problem drawn = problem.instance();
        Problem at = new Problem(
                drawn.objective(),
                drawn.infimum(),
                drawn.start(),
                Problems.step(1, drawn.objective().smoothness()),
                drawn.proxy(),
                drawn.rounds(),
                drawn.balance());
        Finding extended = StationarityExtendedStep.THEOREM.claim().judge(at, ProxyDescent::new);
        Finding plain = StationarityBound.THEOREM.claim().judge(at, ProxyDescent::new);

        assertThat(extended.measured()).isCloseTo(plain.measured(), within(extended.budget()));
        assertThat(extended.bound()).isCloseTo(plain.bound(), within(extended.budget()));
    }

    @Provide
    Arbitrary<Case<Problem>> problems() {
        return Cases.of(StationarityExtendedStep.THEOREM.claim());
    }
}
