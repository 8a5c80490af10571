package org.theoremcheck.gradients;

import org.theoremcheck.numeric.RandomStream;

/**
 * A fixed random map from coordinates to k numbers: each coordinate goes to one place in each of {@link #BLOCKS} blocks of k/4 places, with
 * a sign, all divided by √4 (Kane and Nelson, Sparser Johnson–Lindenstrauss transforms, J. ACM 61(1), 2014, the block construction). It
 * is linear, the same for every gradient, and a function of the seed alone.
 *
 * <p>A column has unit norm, so that ‖Rx‖² is off by collisions only: E‖Rx‖² = ‖x‖², and for A = Σₜ xₜxₜᵀ,
 * Var Σₜ‖Rxₜ‖² = (2/k)(‖A‖²_F − ΣAᵢᵢ²), never more than a Gaussian map's 2‖A‖²_F/k.
 *
 * @param seed of the map
 * @param places k, a multiple of 4
 */
record SparseSigns(long seed, int places) {

    static final int BLOCKS = 4;

    SparseSigns {
        if (places < BLOCKS || places % BLOCKS != 0) {
            throw new IllegalArgumentException(
                    "a projection to %d numbers, expected a positive multiple of %d".formatted(places, BLOCKS));
        }
    }

    /** Where the coordinates first, …, first + count − 1 go. */
    Targets targets(int first, int count) {
        int size = places / BLOCKS;
        int[] targets = new int[BLOCKS * count];
        for (int block = 0; block < BLOCKS; block++) {
            long key = RandomStream.key(seed, "block", block);
            for (int i = 0; i < count; i++) {
                long bits = RandomStream.bits(key, first + i);
                int place = block * size + (int) (((bits >>> 32) * size) >>> 32);
                targets[BLOCKS * i + block] = (bits & 1) == 0 ? place : places + place;
            }
        }
        return new Targets(places, targets);
    }

    /**
     * The part of the map that belongs to some coordinates.
     *
     * @param places k
     * @param targets of each coordinate, in turn, its places; from k on those with a minus sign
     */
    record Targets(int places, int[] targets) {

        /**
         * Adds the image of these coordinates of a gradient.
         *
         * @param image what is added to
         */
        void add(double[] numbers, double[] image) {
            // A place for either sign, so that no branch waits for a random sign.
            double[] signed = new double[2 * places];
            for (int i = 0; i < targets.length; i += BLOCKS) {
                double number = numbers[i / BLOCKS];
                signed[targets[i]] += number;
                signed[targets[i + 1]] += number;
                signed[targets[i + 2]] += number;
                signed[targets[i + 3]] += number;
            }
            for (int place = 0; place < places; place++) {
                image[place] += (signed[place] - signed[places + place]) / 2;
            }
        }
    }
}
