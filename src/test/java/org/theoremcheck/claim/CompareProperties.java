package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.theoremcheck.claim.Term.term;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.theoremcheck.numeric.RandomStream;

/** Terms of all sizes, with gaps of all sizes around the budget. */
class CompareProperties {

    private static Compare<double[]> comparison(boolean equality) {
        var left = Compare.<double[]>compare(term("left", "L", terms -> terms[0]));
        var sides = equality
                ? left.equalTo(term("right", "R", terms -> terms[1]))
                : left.atMost(term("right", "R", terms -> terms[1]));
        return sides.within(1e-6, "given", terms -> terms[2], terms -> terms[3]);
    }

    @Property(tries = 1000)
    void severityIsFiniteAndPositiveExactlyWhereViolated(
            @ForAll long seed, @ForAll @IntRange(min = -250, max = 250) int exponent, @ForAll boolean equality) {
        double size = Math.pow(10, exponent);
        double left = size * RandomStream.gaussian(seed, 0);
        double gap = size * Math.pow(10, -16 * RandomStream.uniform(seed, 1)) * RandomStream.gaussian(seed, 2);
        double rounding = Math.abs(gap) * 2 * RandomStream.uniform(seed, 3);

        Finding finding = comparison(equality).judge(new double[] {left, left - gap, rounding, size});

        assertThat(finding.severity()).isFinite().isLessThanOrEqualTo(1);
        assertThat(finding.severity() > 0).isEqualTo(finding.verdict() == Verdict.VIOLATED);
    }

    @Property(tries = 1000)
    void severityDoesNotDependOnTheUnit(@ForAll long seed, @ForAll @IntRange(min = -200, max = 200) int exponent) {
        double left = RandomStream.gaussian(seed, 0);
        double right = RandomStream.gaussian(seed, 1);
        double unit = Math.scalb(1.0, exponent);

        Finding plain = comparison(false).judge(new double[] {left, right, 0, 1});
        Finding scaled = comparison(false).judge(new double[] {unit * left, unit * right, 0, unit});

        assertThat(scaled.verdict()).isEqualTo(plain.verdict());
        assertThat(scaled.severity()).isCloseTo(plain.severity(), within(1e-14));
    }
}
