package org.theoremcheck.predictable.stationarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Family;
import org.theoremcheck.numeric.Enclosure;

/** The referee in doubles against the one in enclosed arithmetic, which shares none of its code. */
class ExactDescentTest {

    @Test
    void sumsInDoublesAreWithinTheirBudgetOfTheExactOnes() {
        for (Family<Problem> family : families()) {
            assertWithin(family.name(), few(family));
        }
    }

    /** The first problem of two to six rounds. */
    private static Problem few(Family<Problem> family) {
        return IntStream.range(0, family.size())
                .mapToObj(index -> family.draw(23, index))
                .filter(problem -> problem.rounds() > 1 && problem.rounds() <= 6)
                .findFirst()
                .orElseThrow();
    }

    private static void assertWithin(String name, Problem problem) {
        Trace trace = new DescentReferee().play(problem, ProxyDescent::new);
        Map<String, Enclosure> exact = new ExactDescent().play(problem, ProxyDescent::new);
        Comparison comparison = new Comparison(name, exact, trace.rounding());

        comparison.assertWithin("gradients", trace.gradients());
        comparison.assertWithin("optimization", trace.initial());
        comparison.assertWithin("end", trace.end());
        comparison.assertWithin("proxy", trace.path());
        comparison.assertWithin("proxy-before-last", trace.pathBeforeLast());
        comparison.assertWithin("first", trace.firstError());
        comparison.assertWithin("last", 2 * trace.beforeLast() - trace.lastGradient());
        comparison.assertWithin("steps", trace.shortfall());
        comparison.assertWithin("steps-before-last", trace.shortfallBeforeLast());
        comparison.assertWithin("absorbed", trace.shortfall() - trace.path() + trace.firstError());
        comparison.assertWithin("proxy-ahead", trace.variants().ahead());
        comparison.assertWithin("proxy-behind", trace.variants().behind());
        comparison.assertWithin("proxy-earlier", trace.variants().earlier());
        comparison.assertWithin("proxy-logged", trace.variants().logged());
        comparison.assertWithin("decrease", trace.initial() - trace.end());

        Comparison weighted = new Comparison(name, exact, trace.weightedRounding());
        weighted.assertWithin("weighted-gradients", trace.gradientWeight() * trace.gradients());
        weighted.assertWithin("weighted-proxy", trace.pathWeight() * trace.path());
        weighted.assertWithin("young", trace.youngGap());
    }

    private record Comparison(String name, Map<String, Enclosure> exact, double budget) {

        void assertWithin(String term, double value) {
            Enclosure number = exact.get(term);
            assertThat(number).as(term).isNotNull();
            assertThat(number.minus(Enclosure.of(value)).abs().high())
                    .as(name + " " + term)
                    .isLessThanOrEqualTo(new BigDecimal(budget));
        }
    }

    /** All but those that run long in any case. */
    private static List<Family<Problem>> families() {
        List<Family<Problem>> families = new ArrayList<>(Problems.everywhere());
        families.addAll(Problems.extended());
        families.addAll(Problems.delayed());
        families.removeIf(family -> family.name().matches(".*(extended|delayed)-.*"));
        return families;
    }
}
