package org.theoremcheck.dualspace;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.theoremcheck.audit.Cases;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Verdict;

/** Every theorem of the paper on instances of all its families. */
class DualSpaceProperties {

    @Property(tries = 600)
    void everyTheoremHolds(@ForAll("judged") Cases.Case<?> judged) {
        assertThat(judged.finding().verdict()).isIn(Verdict.HOLDS, Verdict.VACUOUS);
    }

    /** All theorems as likely; the longest runs are left to the audit. */
    @Provide
    Arbitrary<Cases.Case<?>> judged() {
        return Arbitraries.of(new DualSpacePreconditioning()
                        .theorems().stream()
                                .map(Theorem::claim)
                                .map(DualSpaceProperties::cases)
                                .toList())
                .flatMap(cases -> cases);
    }

    private static <I, S, E> Arbitrary<Cases.Case<?>> cases(Claim<I, S, E> claim) {
        Claim<I, S, E> brief = claim.in(claim.setting()
                .on(claim.setting().families().stream()
                        .filter(family -> !family.name().endsWith("/longest"))
                        .toList()));
        return Cases.of(brief).map(judged -> judged);
    }
}
