package org.theoremcheck.gradients;

import java.util.Optional;
import org.theoremcheck.gradients.log.GradientLog;

/**
 * How a log is read: in panels of coordinates, each from the first gradient to the last in tiles of some rows, so that memory is bounded
 * and each number is read once. Threads share out the parts of a panel, and meet at the end of each tile.
 *
 * @param panel coordinates of a panel
 * @param part coordinates of a part of a panel; the last part may have fewer
 * @param tile rows of a tile
 * @param projection of the rows whose rank is asked for, if they are projected
 * @param ranked whether there is to be a rank
 */
record Plan(int panel, int part, int tile, Optional<SparseSigns> projection, boolean ranked) {

    /** Numbers of a tile: 16 MiB, where it is kept for a rank. */
    private static final int TILE = 1 << 21;

    /** Numbers of a block, which a thread reads at once: 512 KiB, so that it stays in a core's own cache. */
    private static final int BLOCK = 1 << 16;

    /** Parts of a panel: all predictors' state is then below 5 MiB. */
    private static final int PARTS = 1 << 4;

    /**
     * Coordinates of a part where the numbers of a gradient lie together, so that no read is short. No power of two: the same index of
     * all arrays of such a length falls into the same place of a cache.
     */
    private static final int WIDE = 4000;

    /** Rows of a block where the numbers of a coordinate do. */
    private static final int TALL = 1 << 10;

    /** A log that is narrower has no larger tiles, as each row costs beside its numbers. */
    private static final int NARROW = 1 << 5;

    /** The largest order of a matrix whose eigenvalues are found in seconds. */
    static final int LARGEST_ORDER = 1 << 10;

    /** The seed of the map, so that two logs are projected alike. */
    private static final long MAP = 260104270;

    /**
     * The plan for a log.
     *
     * @param places numbers to project to; 0 for no projection; absent for one to 256 numbers only where the rank of the whole is out of reach
     * @param ranked whether a rank is asked for at all
     */
    static Plan of(GradientLog log, Optional<Integer> places, boolean ranked) {
        int widest = log.byColumn() ? BLOCK / TALL : WIDE;
        // A narrow log makes two parts, for two threads.
        int part = Math.min(widest, (log.columns() + 1) / 2);
        int panel = Math.min(log.columns(), PARTS * part);
        int tile = Math.max(1, Math.min(log.rows(), TILE / Math.max(panel, NARROW)));
        boolean exact = exact(log.rows(), log.columns());
        int projected = places.orElse(exact ? 0 : 256);
        if (!ranked || projected == 0 || projected >= log.columns()) {
            return new Plan(panel, part, tile, Optional.empty(), ranked && exact);
        }
        if (panel < log.columns() && (long) log.rows() * projected > Kept.MOST) {
            throw new IllegalArgumentException(
                    "%s: %,d rows projected to %,d numbers do not fit into memory, expected --project %d or less"
                            .formatted(
                                    log.name(),
                                    log.rows(),
                                    projected,
                                    Kept.MOST / log.rows() / SparseSigns.BLOCKS * SparseSigns.BLOCKS));
        }
        if (projected > LARGEST_ORDER && log.rows() > LARGEST_ORDER) {
            throw new IllegalArgumentException(
                    "--project: expected at most %d for a log of %,d rows".formatted(LARGEST_ORDER, log.rows()));
        }
        return new Plan(panel, part, tile, Optional.of(new SparseSigns(MAP, projected)), true);
    }

    /** How many panels a log has. */
    int panels(GradientLog log) {
        return (int) (((long) log.columns() + panel - 1) / panel);
    }

    /** Numbers of a row that stays. */
    int keptWidth(GradientLog log) {
        return projection.map(SparseSigns::places).orElse(log.columns());
    }

    /** Rows of a block. */
    int block() {
        return Math.max(1, Math.min(tile, BLOCK / part));
    }

    /** Whether the singular values of the increments can be had without a projection. */
    private static boolean exact(int rows, int columns) {
        return Math.min(rows, columns) <= LARGEST_ORDER
                && (columns <= LARGEST_ORDER || (long) rows * columns <= Kept.MOST);
    }
}
