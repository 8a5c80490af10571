package org.theoremcheck.gradients;

/** Sums over all coordinates of what the predictors did. */
final class Totals {

    private final WindowErrors errors;
    private double firstStep;
    private double lastStep;
    private double totalSquared;

    Totals(int windows) {
        this.errors = new WindowErrors(windows);
    }

    /** Adds some coordinates that have passed. */
    void add(Coordinates.Sums part) {
        errors.add(part.errors());
        firstStep += part.firstStep();
        lastStep += part.lastStep();
        totalSquared += part.totalSquared();
    }

    /** Σ‖gₜ − mₜ‖² by predictor and window; without the zero predictor. */
    WindowErrors errors() {
        return errors;
    }

    /** ‖g₁ − g₀‖². */
    double firstStep() {
        return firstStep;
    }

    /** ‖g_T − g_T₋₁‖². */
    double lastStep() {
        return lastStep;
    }

    /** ‖Σ gₜ‖². */
    double totalSquared() {
        return totalSquared;
    }
}
