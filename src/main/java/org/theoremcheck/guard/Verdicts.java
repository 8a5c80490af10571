package org.theoremcheck.guard;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Trial;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Verdict;

/** From what a trial found to a judgement. */
final class Verdicts {

    private Verdicts() {}

    private record Sentence(Verdict verdict, boolean expected, String reason) {}

    /** The judgement on a claim that the subject has declined. */
    static Judgement declined(Claim<?, ?, ?> claim, String excuse) {
        return judgement(
                claim,
                new Sentence(Verdict.NOT_APPLICABLE, true, excuse),
                new Trial.Outcome(Tally.empty(0), null),
                Optional.empty(),
                "",
                0);
    }

    /**
     * The judgement on a claim that was tried.
     *
     * @param reasons the first reason given with each verdict
     * @param unsettled why the subject is not to be trusted after all, or null
     * @param deviation why it is known to violate the claim, if it is
     */
    static Judgement of(
            Claim<?, ?, ?> claim,
            Trial.Outcome outcome,
            Map<Verdict, String> reasons,
            @Nullable String unsettled,
            Optional<String> deviation,
            Optional<Explanation> explanation,
            String aside,
            double seconds) {
        Sentence plain = sentence(outcome, reasons, unsettled);
        Sentence sentence = deviation
                .map(why -> switch (plain.verdict()) {
                    case VIOLATED -> new Sentence(Verdict.KNOWN_DEVIATION, true, why);
                    case HOLDS ->
                        new Sentence(Verdict.HOLDS, false, "declared to deviate (%s), and it does not".formatted(why));
                    default -> plain;
                })
                .orElse(plain);
        return judgement(claim, sentence, outcome, explanation, aside, seconds);
    }

    private static Sentence sentence(Trial.Outcome outcome, Map<Verdict, String> reasons, @Nullable String unsettled) {
        Witness witness = outcome.witness();
        if (unsettled != null) {
            return new Sentence(Verdict.INCONCLUSIVE, false, unsettled);
        }
        if (witness != null && !Boolean.FALSE.equals(witness.certified())) {
            return new Sentence(Verdict.VIOLATED, false, "");
        }
        Tally tally = outcome.tally();
        Verdict verdict = tally.verdict();
        if (witness != null) {
            return new Sentence(Verdict.UNDECIDED, false, "exact arithmetic does not confirm the violation");
        }
        if (verdict == Verdict.VIOLATED) {
            String broken = reasons.getOrDefault(Verdict.INCONCLUSIVE, "");
            return new Sentence(
                    Verdict.INCONCLUSIVE,
                    false,
                    broken.isEmpty()
                            ? "violated once, but not when the same instance was played again"
                            : "violated once, and then: " + broken);
        }
        boolean right = verdict == Verdict.HOLDS || verdict == Verdict.NOT_APPLICABLE;
        return tally.total() == 0
                ? new Sentence(Verdict.INCONCLUSIVE, false, "no time was left to judge an instance")
                : new Sentence(verdict, right, reasons.getOrDefault(verdict, ""));
    }

    private static Judgement judgement(
            Claim<?, ?, ?> claim,
            Sentence sentence,
            Trial.Outcome outcome,
            Optional<Explanation> explanation,
            String aside,
            double seconds) {
        return new Judgement(
                claim.id(),
                claim.title(),
                claim.statement().text(),
                sentence.verdict(),
                sentence.expected(),
                sentence.reason(),
                Trial.judged(outcome.tally()),
                outcome.tally(),
                outcome.witness(),
                explanation,
                aside,
                seconds);
    }
}
