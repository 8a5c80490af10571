package org.theoremcheck.gradients;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.gradients.log.BadLog;
import org.theoremcheck.gradients.log.GradientLog;

/** Neighbouring coordinates of a log, read from the first gradient to the last. */
final class Panel {

    private final GradientLog log;
    private final int from;
    private final int width;
    private final int windows;
    private final Workers workers;
    private final int height;
    private final double[] tile;
    private final int part;
    private final List<Coordinates> parts = new ArrayList<>();
    private final SparseSigns.@Nullable Targets targets;

    Panel(GradientLog log, Plan plan, int from, int windows, Workers workers) {
        this.log = log;
        this.from = from;
        this.width = Math.min(plan.panel(), log.columns() - from);
        this.windows = windows;
        this.workers = workers;
        this.height = plan.tile();
        this.tile = new double[height * width];
        this.targets = plan.projection().map(map -> map.targets(from, width)).orElse(null);
        // A narrow log makes two parts, for two threads.
        this.part = Math.min(Coordinates.MOST, (width + 1) / 2);
        for (int start = 0; start < width; start += part) {
            parts.add(new Coordinates(Math.min(part, width - start), windows));
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
        for (int row = 0; row < log.rows(); row += height) {
            int count = Math.min(height, log.rows() - row);
            load(row, count);
            follow(row, count, energies);
            keep(row, count, kept);
            if (increments != null) {
                pass(count, increments);
            }
            progress.accept((long) count * width);
        }
    }

    private void load(int row, int count) throws IOException {
        // Threads read different rows: the file hands them out in parallel.
        int pieces = Math.min(count, 8);
        IOException[] failures = new IOException[pieces];
        workers.share(pieces, piece -> {
            int first = piece * count / pieces;
            int end = (piece + 1) * count / pieces;
            try {
                log.read(row + first, end - first, from, width, tile, first * width);
            } catch (IOException failed) {
                failures[piece] = failed;
            }
        });
        for (IOException failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void follow(int row, int count, double[] energies) throws BadLog {
        double[][] squares = new double[parts.size()][count];
        workers.share(parts.size(), index -> {
            Coordinates coordinates = parts.get(index);
            for (int r = 0; r < count; ) {
                int window = Reading.window(row + r, log.rows(), windows);
                int end = Reading.firstRow(window + 1, log.rows(), windows);
                int some = Math.min(count - r, end - row - r);
                coordinates.observe(tile, r * width + index * part, width, some, squares[index], r);
                r += some;
                if (row + r == end) {
                    coordinates.close(window);
                }
            }
        });
        for (int r = 0; r < count; r++) {
            double sum = 0;
            for (double[] some : squares) {
                sum += some[r];
            }
            if (!Double.isFinite(sum)) {
                throw notFinite(row, r);
            }
            energies[row + r] += sum;
        }
    }

    private BadLog notFinite(int row, int r) {
        for (int i = 0; i < width; i++) {
            double number = tile[r * width + i];
            if (!Double.isFinite(number)) {
                return new BadLog(
                        log.name(),
                        "row %d, column %d holds %s, expected finite numbers".formatted(row + r, from + i, number));
            }
        }
        return new BadLog(
                log.name(),
                "the squares of row %d overflow, expected gradients of a norm below 1e154".formatted(row + r));
    }

    /** Adds this panel's part of the rows that stay. */
    private void keep(int row, int count, Kept kept) {
        int begin = kept.position(row);
        int end = kept.position(row + count);
        workers.share(end - begin, i -> {
            int offset = (kept.rows()[begin + i] - row) * width;
            double[] gradient = kept.gradients()[begin + i];
            if (targets == null) {
                System.arraycopy(tile, offset, gradient, from, width);
            } else {
                targets.add(tile, offset, gradient, 0);
            }
        });
    }

    /** Hands on each row of the tile, whole or projected. */
    private void pass(int count, Increments increments) {
        if (targets == null) {
            for (int r = 0; r < count; r++) {
                increments.add(tile, r * width);
            }
            return;
        }
        double[] images = new double[count * targets.places()];
        workers.share(count, r -> targets.add(tile, r * width, images, r * targets.places()));
        for (int r = 0; r < count; r++) {
            increments.add(images, r * targets.places());
        }
    }

    /** Adds what the predictors did on these coordinates. */
    void addTo(Totals totals) {
        for (Coordinates part : parts) {
            totals.add(part);
        }
    }
}
