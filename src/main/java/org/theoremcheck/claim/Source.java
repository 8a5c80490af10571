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
     * How a published reading is fair: papers are read by their abstracts and reviews.
     *
     * @param sentence the reading that is refuted
     * @param instead id of the claim that holds
     */
    public static String literally(String sentence, String instead) {
        return "Read: abstract and reviews of v1, not the body. Refuted is this literal reading: '%s'. With the missing hypothesis the claim holds, see %s."
                .formatted(sentence, instead);
    }
}
