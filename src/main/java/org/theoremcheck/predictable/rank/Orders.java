package org.theoremcheck.predictable.rank;

/**
 * What the referee of a reordering sees.
 *
 * @param tails largest difference of a tail between the orders, as a share of ‖H‖²_F
 * @param ranks |r*(H) − r*(Hπ)|, less one where the tail between them is a tie
 * @param kappas |κ − κ'| of the one-step predictor with m₀ = 0; NaN where a log is all zero
 * @param rounding bound on the rounding of tails, the predictor's own included
 * @param kappaRounding bound on the rounding of kappas
 * @param magnitude Σ‖gₜ‖²/‖H‖², at least 1
 */
record Orders(double tails, double ranks, double kappas, double rounding, double kappaRounding, double magnitude) {}
