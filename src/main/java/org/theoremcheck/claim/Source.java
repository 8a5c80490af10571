package org.theoremcheck.claim;

import java.util.List;

/**
 * Where a claim comes from.
 *
 * @param papers identifiers, such as {@code arXiv:2601.04270}
 * @param place theorem or equation in the paper, and what had to be pinned down to state it
 * @param reading for a published reading: whose sentence is read, how, and what holds instead; else empty
 * @param references where the proof and the constant can be looked up
 */
public record Source(List<String> papers, String place, String reading, List<String> references) {

    public Source {
        papers = List.copyOf(papers);
        references = List.copyOf(references);
    }

    /** This source at another place of the paper. */
    public Source at(String otherPlace) {
        return new Source(papers, otherPlace, reading, references);
    }

    /** This source, read as a sentence of the paper. */
    public Source readAs(String sentence) {
        return new Source(papers, place, sentence, references);
    }

    /**
     * How a refuted reading is fair: papers are read by their abstracts and reviews.
     *
     * @param sentence the reading that is refuted
     * @param instead id of the claim that holds
     */
    public static String literally(String sentence, String instead) {
        return literally("Refuted", sentence, "With the missing hypothesis the claim holds, see " + instead);
    }

    /**
     * How a reading is fair, whatever became of it.
     *
     * @param outcome what became of it
     * @param sentence the reading
     * @param why a sentence without its period; which claim says more
     */
    public static String literally(String outcome, String sentence, String why) {
        return "Read: abstract and reviews of v1, not the body. %s is this literal reading: '%s'. %s."
                .formatted(outcome, sentence, why);
    }
}
