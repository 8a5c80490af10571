package org.theoremcheck.gradients;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.gradients.log.BadLog;
import org.theoremcheck.gradients.log.GradientLog;

/**
 * Neighbouring coordinates of a log, read from the first gradient to the last. Threads share out its parts: each is read in blocks that
 * a core's cache holds until all is done that there is to do with them.
 */
final class Panel {

    private final GradientLog log;
    private final Plan plan;
    private final int from;
    private final int place;
    private final int width;
    private final int windows;
    private final Workers workers;
    private final List<Coordinates> parts = new ArrayList<>();
    private final Buffers buffers;
    private final SparseSigns.@Nullable Targets targets;

    /**
     * A panel.
     *
     * @param from its first coordinate
     * @param place the column of the rows that stay that this coordinate goes to, where they are not projected
     */
    Panel(GradientLog log, Plan plan, int from, int place, int windows, Buffers buffers, Workers workers) {
        this.log = log;
        this.plan = plan;
        this.from = from;
        this.place = place;
        this.width = Math.min(plan.panel(), log.columns() - from);
        this.windows = windows;
        this.workers = workers;
        this.buffers = buffers;
        this.targets = plan.projection().map(map -> map.targets(from, width)).orElse(null);
        for (int start = 0; start < width; start += plan.part()) {
            parts.add(new Coordinates(Math.min(plan.part(), width - start), windows));
        }
    }

    /**
     * Reads all rows.
     *
     * @param energies what the squares of this panel are added to, row by row
     * @param kept what the rows are added to that stay
     * @param increments where the rows pass whole and only some stay, what learns of all of them
     */
    void read(double[] energies, Kept kept, @Nullable Increments increments, LongConsumer progress) throws IOException {
        for (int row = 0; row < log.rows(); row += plan.tile()) {
            int count = Math.min(plan.tile(), log.rows() - row);
            follow(row, count, energies);
            if (plan.ranked()) {
                handOn(row, count, kept, increments);
            }
            progress.accept((long) count * width);
        }
    }

    private void follow(int row, int count, double[] energies) throws IOException {
        double[][] squares = new double[parts.size()][count];
        IOException[] failures = new IOException[parts.size()];
        workers.share(parts.size(), part -> {
            double[][] block = buffers.lend();
            try {
                for (int r = 0; r < count; r += plan.block()) {
                    follow(part, row, r, Math.min(plan.block(), count - r), block, squares[part]);
                }
            } catch (IOException failed) {
                failures[part] = failed;
            }
            buffers.giveBack(block);
        });
        for (IOException failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
        for (int r = 0; r < count; r++) {
            double sum = 0;
            for (double[] some : squares) {
                sum += some[r];
            }
            if (!Double.isFinite(sum)) {
                throw notFinite(row + r);
            }
            energies[row + r] += sum;
        }
    }

    /** Reads a part of the rows first, …, first + count − 1 of the tile that begins with a row of the log. */
    private void follow(int part, int row, int first, int count, double[][] block, double[] squares)
            throws IOException {
        Coordinates coordinates = parts.get(part);
        int start = part * plan.part();
        log.read(row + first, count, from + start, coordinates.width(), block);
        for (int r = 0; r < count; ) {
            int window = Reading.window(row + first + r, log.rows(), windows);
            int end = Reading.firstRow(window + 1, log.rows(), windows) - row - first;
            int next = Math.min(count, end);
            coordinates.observe(block, r, next, squares, first + r);
            if (next == end) {
                coordinates.close(window);
            }
            r = next;
        }
        for (int r = 0; r < count && plan.ranked(); r++) {
            System.arraycopy(block[r], 0, buffers.tile()[first + r], start, coordinates.width());
        }
    }

    private BadLog notFinite(int row) throws IOException {
        double[][] gradient = new double[1][width];
        log.read(row, 1, from, width, gradient);
        for (int i = 0; i < width; i++) {
            double number = gradient[0][i];
            if (!Double.isFinite(number)) {
                return new BadLog(
                        log.name(),
                        "row %d, column %d holds %s, expected finite numbers".formatted(row, from + i, number));
            }
        }
        return new BadLog(
                log.name(), "the squares of row %d overflow, expected gradients of a norm below 1e154".formatted(row));
    }

    /** Hands on the rows of the tile, projected if there is a projection. */
    private void handOn(int row, int count, Kept kept, @Nullable Increments increments) {
        double[][] tile = buffers.tile();
        double[][] images = targets == null ? tile : new double[count][targets.places()];
        if (targets != null) {
            workers.share(count, r -> targets.add(tile[r], images[r]));
        }
        for (int r = 0; r < count; r++) {
            if (targets == null) {
                kept.add(row + r, images[r], place, width);
            } else {
                kept.add(row + r, images[r], 0, targets.places());
            }
            if (increments != null) {
                increments.add(images[r]);
            }
        }
    }

    /** What the predictors did on these coordinates, part by part. */
    List<Coordinates.Sums> sums() {
        return parts.stream().map(Coordinates::sums).toList();
    }
}
