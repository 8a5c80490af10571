package org.theoremcheck.gradients;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gradients of a log, whole or projected, that stay in memory for questions that need them more than once: all of them where they fit,
 * else evenly spaced ones.
 *
 * @param rows which rows, rising
 * @param gradients those rows
 */
record Kept(int[] rows, double[][] gradients) {

    /** Numbers that fit: 128 MiB. */
    static final int MOST = 1 << 24;

    /** Room for as many of the rows as fit, at least two. */
    static Kept room(int rows, int width) {
        return room(rows, width, width);
    }

    /** Room for some of the numbers of those rows for which there would be room for all. */
    static Kept room(int rows, int width, int some) {
        int count = Math.min(rows, Math.max(2, MOST / width));
        return new Kept(
                IntStream.range(0, count)
                        .map(i -> (int) ((long) i * rows / count))
                        .toArray(),
                new double[count][some]);
    }

    /** No row at all. */
    static Kept nothing() {
        return new Kept(new int[0], new double[0][]);
    }

    int count() {
        return rows.length;
    }

    /** Numbers a row. */
    int width() {
        return gradients[0].length;
    }

    /**
     * Adds to a row, if it is one of those that stay.
     *
     * @param part holds what is added from a column on
     * @param count how many numbers of it
     */
    void add(int row, double[] part, int column, int count) {
        int position = Arrays.binarySearch(rows, row);
        if (position >= 0) {
            double[] gradient = gradients[position];
            for (int i = 0; i < count; i++) {
                gradient[column + i] += part[i];
            }
        }
    }
}
