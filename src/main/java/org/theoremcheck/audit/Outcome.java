package org.theoremcheck.audit;

import java.util.List;
import org.theoremcheck.claim.Tally;

/** What came of an {@link Order}. */
sealed interface Outcome {

    /** A tally for each claim of the run, in their order. */
    record Sampled(List<Tally> tallies) implements Outcome {}

    /** What is known about the claim. */
    record Concluded(Conclusion conclusion) implements Outcome {}

    /** The claim itself is broken: following it up ended in an exception, for this reason. */
    record Failed(String reason) implements Outcome {}
}
