package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.audit.Cases.Case;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Verdict;

class StationarityBoundProperties {

    @Property(tries = 2000)
    void holdsOnEveryProblem(@ForAll("problems") Case<Problem> problem) {
        assertThat(problem.finding().verdict()).as(problem::toString).isEqualTo(Verdict.HOLDS);
    }

    @Property(tries = 1000)
    void holdsWithAllThatIsLeftOver(@ForAll("problems") Case<Problem> problem) {
        Finding whole = StationarityBound.THEOREM
                .claim()
                .with("end", 1)
                .with("steps", 1)
                .judge(problem.instance(), ProxyDescent::new);

        assertThat(whole.verdict()).as(problem::toString).isEqualTo(Verdict.HOLDS);
        assertThat(whole.measured()).isGreaterThanOrEqualTo(problem.finding().measured() - 2 * whole.budget());
    }

    /** (c g, c m, η/c) leaves the points as they are and multiplies both sides by c². */
    @Property(tries = 1000)
    void isTheSameForAMultiple(
            @ForAll("problems") Case<Problem> problem, @ForAll @IntRange(min = -60, max = 60) int power) {
        double factor = Math.scalb(1.0, power);
        Problem other = Scaled.by(problem.instance(), factor);
        Finding scaled = StationarityBound.THEOREM.claim().judge(other, ProxyDescent::new);
        double both = factor * problem.instance().unit() / other.unit();

        assertThat(scaled.measured()).isEqualTo(both * both * problem.finding().measured());
        assertThat(scaled.bound()).isEqualTo(both * both * problem.finding().bound());
    }

    @Provide
    Arbitrary<Case<Problem>> problems() {
        return Cases.of(StationarityBound.THEOREM.claim());
    }
}
