package org.theoremcheck.claim;

/**
 * The address of a draw within its family: a name, and a row for draws that come in rows (a gradient per round).
 *
 * @param name name of the parameter
 * @param row row, 0 for a single draw
 */
public record Slot(String name, int row) implements Comparable<Slot> {

    @Override
    public int compareTo(Slot other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Integer.compare(row, other.row);
    }

    /** name, or name/row. */
    @Override
    public String toString() {
        return row == 0 ? name : name + "/" + row;
    }
}
