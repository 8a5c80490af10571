package org.theoremcheck.report;

import java.util.List;
import org.theoremcheck.audit.Ledger.Entry;
import org.theoremcheck.audit.Ledger.Needed;

/**
 * The theorems of a paper by the hypotheses that they have, and which of these are needed.
 *
 * @param hypotheses the columns, in the order in which the theorems name them
 * @param rows the theorems that have any
 */
record NecessityMatrix(List<String> hypotheses, List<Row> rows) {

    /**
     * A theorem.
     *
     * @param id of the theorem
     * @param cells one for each column
     */
    record Row(String id, List<Cell> cells) {}

    /**
     * A theorem and a hypothesis.
     *
     * @param symbol to be seen at a glance; empty if the theorem does not have the hypothesis
     * @param word the same in words
     */
    record Cell(String symbol, String word) {

        private static final Cell NONE = new Cell("", "");

        static Cell of(Entry theorem, String hypothesis) {
            return Entries.needed(theorem, hypothesis)
                    .map(needed -> needed.instance() == null ? new Cell("?", "not found") : new Cell("✗", "needed"))
                    .orElse(NONE);
        }
    }

    /** The matrix of some theorems; none if none has a hypothesis. */
    static List<NecessityMatrix> of(List<Entry> entries) {
        List<Entry> theorems =
                entries.stream().filter(entry -> !entry.needed().isEmpty()).toList();
        List<String> hypotheses = theorems.stream()
                .flatMap(theorem -> theorem.needed().stream())
                .map(Needed::hypothesis)
                .distinct()
                .toList();
        return theorems.isEmpty()
                ? List.of()
                : List.of(new NecessityMatrix(
                        hypotheses,
                        theorems.stream()
                                .map(theorem -> new Row(
                                        theorem.id(),
                                        hypotheses.stream()
                                                .map(hypothesis -> Cell.of(theorem, hypothesis))
                                                .toList()))
                                .toList()));
    }
}
