package org.theoremcheck.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Verdict;

/** A violation that counts. */
final class Violation {

    private Violation() {}

    /** Plays the instance with the claim's own subject: a violation, if there is one that exact arithmetic does not deny where there is such. */
    static <I, S, E> Optional<Finding> of(Claim<I, S, E> claim, I instance) {
        List<List<double[]>> reel = new ArrayList<>();
        Finding finding = claim.judge(
                instance, Tape.recording(claim.setting().role(), claim.setting().reference(), reel));
        return finding.verdict() == Verdict.VIOLATED
                        && claim.confirms(instance, new Tape(reel), finding).orElse(true)
                ? Optional.of(finding)
                : Optional.empty();
    }
}
