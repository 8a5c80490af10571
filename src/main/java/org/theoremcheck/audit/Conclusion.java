package org.theoremcheck.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What search and shrinking found out about a claim.
 *
 * @param spots the worst instance of each family searched
 * @param witness the smallest counterexample, if the claim is violated
 * @param needed what breaks with each hypothesis of a theorem
 * @param spread how far independent searches got, where the supremum is unknown
 * @param mutants what became of systematic alterations of a theorem
 */
record Conclusion(
        List<Spot> spots,
        @Nullable Witness witness,
        List<Ledger.Needed> needed,
        Ledger.@Nullable Spread spread,
        Ledger.@Nullable Mutants mutants) {

    /**
     * A place that the search reached.
     *
     * @param group group of the family
     * @param ratio measured/bound there
     * @param severity how wrong
     * @param violated whether the claim is violated there
     */
    record Spot(String group, double ratio, double severity, boolean violated) {}
}
