package org.theoremcheck.guard.steprule;

/** A rule that looks at one coordinate at a time. */
interface Coordinatewise extends Method {

    /** Numbers remembered for each coordinate at most. */
    int MEMORY = 4;

    /**
     * The move of a coordinate.
     *
     * @param t the step, from 1
     * @param x where it is
     * @param g its gradient
     * @param memory what is remembered of it, at first 0
     */
    Move next(int t, double x, double g, double[] memory);

    @Override
    default Memory begin(int dimension) {
        double[][] memory = new double[dimension][MEMORY];
        int[] step = {0};
        return (point, gradient) -> {
            step[0]++;
            Move[] moves = new Move[dimension];
            for (int i = 0; i < dimension; i++) {
                moves[i] = next(step[0], point[i], gradient[i], memory[i]);
            }
            return moves;
        };
    }
}
