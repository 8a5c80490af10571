package org.theoremcheck.guard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Verdict;

/**
 * What was found about one claim.
 *
 * @param claim its id
 * @param title the claim in a few words
 * @param statement the claim as a formula
 * @param verdict what was found
 * @param expected whether that is as it should be: kept, or declared beforehand
 * @param reason why the verdict is not a matter of numbers; else empty
 * @param judged instances on which something was decided, or could not be
 * @param tally of all instances, those included of which the claim says nothing or to which the subject does not apply
 * @param witness the smallest counterexample, if the claim is violated
 * @param explanation where the counterexample leaves the reference, and which slip accounts for it
 * @param aside what the subject said besides its answers
 * @param seconds how long it took
 */
public record Judgement(
        String claim,
        String title,
        String statement,
        Verdict verdict,
        boolean expected,
        String reason,
        long judged,
        Tally tally,
        @Nullable Witness witness,
        Optional<Explanation> explanation,
        String aside,
        double seconds) {}
