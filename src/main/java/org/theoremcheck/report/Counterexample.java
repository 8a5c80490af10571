package org.theoremcheck.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Tape;

/**
 * A witness in numbers that can be checked by hand.
 *
 * @param comparison measured against bound; empty where the verdict is not a matter of numbers
 * @param severity how wrong on this instance
 * @param certified what exact arithmetic says
 * @param origin where it was found
 * @param instance the instance
 * @param answers of the subject
 * @param folded whether the answers are too long to stand there unasked
 * @param file of the witness, beside the page
 */
record Counterexample(
        String comparison,
        String severity,
        String certified,
        String origin,
        List<Part> instance,
        List<Part> answers,
        boolean folded,
        String file) {

    /** Characters of answers that are read at a glance. */
    private static final int LONGEST_ANSWERS = 240;

    static Counterexample of(Witness witness, boolean equality) {
        List<Part> answers = answers(witness.tape());
        boolean numbers = Double.isFinite(witness.measured()) && Double.isFinite(witness.bound());
        return new Counterexample(
                numbers
                        ? "%s %s %s"
                                .formatted(
                                        Numbers.cut(witness.measured()),
                                        equality ? "≠" : ">",
                                        Numbers.cut(witness.bound()))
                        : "",
                Numbers.percent(witness.severity()),
                certified(witness.certified()),
                witness.origin(),
                Part.of(witness.instance()),
                answers,
                answers.stream().mapToInt(part -> part.text().length()).sum() > LONGEST_ANSWERS,
                file(witness.claim()));
    }

    /** The file of the witness of a claim, relative to the ledger. */
    static String file(String claim) {
        return "witnesses/" + claim + ".json";
    }

    private static String certified(@Nullable Boolean certified) {
        return certified == null
                ? "not re-evaluated: this claim has no exact evaluation"
                : certified
                        ? "confirmed in exact or enclosed arithmetic"
                        : "not confirmed in exact or enclosed arithmetic";
    }

    private static List<Part> answers(@Nullable Tape tape) {
        List<Part> answers = new ArrayList<>();
        List<List<double[]>> episodes = tape == null ? List.of() : tape.episodes();
        for (List<double[]> episode : episodes) {
            String name = episodes.size() == 1 ? "answers" : "answers, episode " + (answers.size() + 1);
            answers.add(new Part(
                    name, Sequence.of(episode.stream().map(Sequence::vector).toList()), List.of()));
        }
        return answers;
    }
}
