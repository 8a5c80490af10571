package org.theoremcheck.gradients.log;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of an array, the outermost first.
 *
 * @param sizes none of them negative
 */
record Shape(List<Long> sizes) {

    Shape {
        sizes = List.copyOf(sizes);
    }

    int dimensions() {
        return sizes.size();
    }

    /**
     * Bytes of such an array.
     *
     * @param where names the array where there are too many to count
     */
    long bytes(String where, FloatType type) throws BadLog {
        // A zero makes the array empty, wherever it stands.
        return sizes.contains(0L) ? 0 : times(where, type.bytes(), 0);
    }

    /**
     * Numbers of each element along the first dimension.
     *
     * @param where names the array where there are too many to count
     */
    long width(String where) throws BadLog {
        return times(where, 1, 1);
    }

    private long times(String where, long factor, int from) throws BadLog {
        long product = factor;
        for (long size : sizes.subList(from, sizes.size())) {
            if (size > 0 && product > Long.MAX_VALUE / size) {
                throw new BadLog(where, "its shape " + this + " is more than any file can hold");
            }
            product *= size;
        }
        return product;
    }

    /** As Python prints it. */
    @Override
    public String toString() {
        String list = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return dimensions() == 1 ? "(" + list + ",)" : "(" + list + ")";
    }
}
