package org.theoremcheck.dualspace.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.dualspace.DualSpacePreconditioning;
import org.theoremcheck.dualspace.Fractions;
import org.theoremcheck.dualspace.model.DualSpaceDescent;
import org.theoremcheck.dualspace.model.Problem;
import org.theoremcheck.dualspace.model.Rollout;

/** The small counterexamples, with both sides known. */
class WitnessNumbersTest {

    private static final Map<String, Claim<?, ?, ?>> CLAIMS = claims();

    @ParameterizedTest
    @CsvSource({"1, 5, 38, 125, 87, 250", "1, 10, 183, 625, 221, 625"})
    void clippedEntriesEndWhereFractionsSayToTheLastBits(int p, int q, int a, int b, int c, int d) {
        BigFraction[] limit = Fractions.limit(new BigFraction(p, q));
        double[] end = end(BiasSetting.clipped((double) p / q).lasting(120));

        assertThat(limit).containsExactly(new BigFraction(a, b), new BigFraction(c, d));
        assertThat(end[0]).isCloseTo(limit[0].doubleValue(), within(4e-16));
        assertThat(end[1]).isCloseTo(limit[1].doubleValue(), within(4e-16));
    }

    @Test
    void normalizedRowsEndWhereThePrototypeDid() {
        double[] end = end(BiasSetting.rowNormalized().lasting(300));

        assertThat(end[0]).isCloseTo(0.2715, within(5e-5));
        assertThat(end[1]).isCloseTo(0.3642, within(5e-5));
    }

    private static double[] end(Problem problem) {
        double[][] last = new double[1][];
        Rollout.play(problem, DualSpaceDescent::new, problem, step -> {
            last[0] = step.after().point().data;
            return true;
        });
        return last[0];
    }

    @ParameterizedTest
    @CsvSource({"2, 1.25", "10, 5.05", "100, 50.005"})
    void theRatioOfAFixedPreconditionerIsKantorovichs(double root, double ratio) {
        Problem problem = QuadraticPreconditioner.attained(root);
        double[] end = end(problem);
        double nearest = 1 / Math.sqrt(root * root + 1);

        assertThat(Math.hypot(end[0], end[1]) / nearest).isCloseTo(ratio, within(1e-9 * ratio));
        Finding finding = QuadraticPreconditioner.DISTANCE.claim().judge(problem, DualSpaceDescent::new);
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.ratio()).isCloseTo(1, within(1e-6));
    }

    /** Each control on the first member of its first family: where it has a witness, that is the witness. */
    @ParameterizedTest
    @CsvSource({
        "ds-n1, 0.03125, 0",
        "ds-n2, 0.015625, 0",
        "ds-n3, 1, 0",
        "ds-n8, 0.5590169943749475, 0.4472135954999579",
        "ds-n9, 0.500024999375, 0.09999500037496876",
        "ds-n11, 0.816496580927726, 0",
        "ds-n13, 1, 0",
    })
    void bothSidesAreTheNumbersKnown(String id, double measured, double bound) {
        Finding finding = first(CLAIMS.get(id));

        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(finding.measured()).isCloseTo(measured, within(1e-9));
        assertThat(finding.bound()).isCloseTo(bound, within(1e-9));
    }

    @Test
    void theBregmanExcessAtThetaOfOnePointNineIsMinusThreeAndAQuarterTimesTheLoss() {
        Finding finding = first(CLAIMS.get("ds-n14"));

        assertThat((finding.bound() - finding.measured()) / finding.bound()).isCloseTo(-3.249, within(1e-12));
    }

    private static <I, S, E> Finding first(Claim<I, S, E> claim) {
        I instance = claim.setting().families().get(0).draw(0, 0);
        return claim.judge(instance, claim.setting().reference());
    }

    @Test
    void everyControlOfTheIssueIsThereAndEveryReadingIsAsExpected() {
        for (int n = 1; n <= 14; n++) {
            assertThat(CLAIMS).containsKey("ds-n" + n);
        }
        assertThat(CLAIMS)
                .containsKeys(
                        "only-isotropic-keeps-bias",
                        "universal-distance-constant",
                        "always-converges",
                        "learning-rate-always-matters",
                        "memoryless-adam-is-adam");
        assertThat(CLAIMS.values())
                .filteredOn(claim -> claim.kind() == Kind.PUBLISHED)
                .allSatisfy(claim -> assertThat(claim.source().reading()).startsWith("Read: abstract"));
    }

    private static Map<String, Claim<?, ?, ?>> claims() {
        Map<String, Claim<?, ?, ?>> claims = new TreeMap<>();
        for (Theorem<?, ?, ?> theorem : new DualSpacePreconditioning().theorems()) {
            theorem.claims().forEach(claim -> claims.put(claim.id(), claim));
        }
        return claims;
    }
}
