package org.theoremcheck.gradients;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.numeric.Vectors;

/**
 * What one reading of a log leaves.
 *
 * @param energies ‖gₜ‖²
 * @param energy S = Σ‖gₜ‖²
 * @param errors Σ‖gₜ − mₜ‖² by predictor and window; a window is an equal share of the rows
 * @param firstStep ‖g₁ − g₀‖²
 * @param lastStep ‖g_T − g_T₋₁‖²
 * @param totalSquared ‖Σ gₜ‖²
 * @param kept rows that stay in memory, projected if there is a projection; none where no rank is asked for
 * @param increments Σ hₜhₜᵀ of the same rows, where only some of them are kept; else null
 */
record Reading(
        double[] energies,
        double energy,
        WindowErrors errors,
        double firstStep,
        double lastStep,
        double totalSquared,
        Kept kept,
        @Nullable Gram increments) {

    private static final int MOST_WINDOWS = 64;

    /** Fewer would tell of chance more than of κ. */
    private static final int LEAST_ROWS = 16;

    /** Reads a log from end to end, each number once. */
    static Reading of(GradientLog log, Plan plan, Workers workers, LongConsumer progress) throws IOException {
        int rows = log.rows();
        int windows = windows(rows);
        int width = plan.keptWidth(log);
        Kept kept = plan.ranked() ? Kept.room(rows, width) : Kept.nothing();
        Increments increments = plan.ranked() && kept.count() < rows ? new Increments(width, workers) : null;
        double[] energies = new double[rows];
        Totals totals = new Totals(windows);
        Buffers buffers = new Buffers(plan);
        for (int from = 0; from < log.columns(); from += plan.panel()) {
            Panel panel = new Panel(log, plan, from, from, windows, buffers, workers);
            panel.read(energies, kept, increments, progress);
            panel.sums().forEach(totals::add);
        }
        return of(energies, totals, kept, increments == null ? null : increments.gram());
    }

    /**
     * Has several panels read elsewhere, and adds them in their order: the same additions as here, and the same bytes. Such a log has no
     * rows that do not stay.
     */
    static Reading of(GradientLog log, Plan plan, Panels elsewhere, LongConsumer progress) throws IOException {
        int rows = log.rows();
        Kept kept = plan.ranked() ? Kept.room(rows, plan.keptWidth(log)) : Kept.nothing();
        double[] energies = new double[rows];
        Totals totals = new Totals(windows(rows));
        int from = 0;
        for (Iterator<double[]> panels = elsewhere.read(plan.panels(log)); panels.hasNext(); from += plan.panel()) {
            PanelNumbers.of(log, plan, from, panels.next()).addTo(energies, totals, kept);
            progress.accept((long) rows * Math.min(plan.panel(), log.columns() - from));
        }
        if (from < log.columns()) {
            throw new IOException(log.name() + ": only the first " + from + " coordinates were read");
        }
        return of(energies, totals, kept, null);
    }

    private static Reading of(double[] energies, Totals totals, Kept kept, @Nullable Gram increments) {
        int rows = energies.length;
        double[] zero = totals.errors().of(HistoryPredictor.ZERO);
        for (int t = 0; t < rows; t++) {
            zero[window(t, rows, zero.length)] += energies[t];
        }
        return new Reading(
                energies,
                Vectors.sum(energies),
                totals.errors(),
                totals.firstStep(),
                totals.lastStep(),
                totals.totalSquared(),
                kept,
                increments);
    }

    /** Windows that so many rows are cut into. */
    static int windows(int rows) {
        return Math.max(1, Math.min(rows / LEAST_ROWS, MOST_WINDOWS));
    }

    /** The window of a row. */
    static int window(int row, int rows, int windows) {
        return (int) ((long) row * windows / rows);
    }

    /** The first row of a window; of the window behind the last, the number of rows. */
    static int firstRow(int window, int rows, int windows) {
        return (int) (((long) window * rows + windows - 1) / windows);
    }

    int rows() {
        return energies.length;
    }

    /** P = Σ‖gₜ − mₜ‖². */
    double pathLength(HistoryPredictor predictor) {
        return Vectors.sum(errors.of(predictor));
    }

    /** κ = P/S in each window; NaN where all gradients are zero. */
    double[] kappas(HistoryPredictor predictor) {
        double[] kappas = errors.of(predictor).clone();
        for (int window = 0; window < kappas.length; window++) {
            kappas[window] /= errors.of(HistoryPredictor.ZERO)[window];
        }
        return kappas;
    }

    /** Σ_{t≥1} ‖gₜ‖². */
    private double later() {
        return energy - energies[0];
    }

    /** Σ_{t<T} ‖gₜ‖². */
    private double earlier() {
        return energy - energies[rows() - 1];
    }

    /** Σ_{t≥1} ‖gₜ − gₜ₋₁‖². */
    private double steps() {
        return pathLength(HistoryPredictor.ONE_STEP) - energies[0];
    }

    /** C₁ = Σ_{t≥1} ⟨gₜ, gₜ₋₁⟩. */
    double lagOne() {
        return (later() + earlier() - steps()) / 2;
    }

    /**
     * C₂ = Σ_{t≥2} ⟨gₜ, gₜ₋₂⟩, from ‖gₜ − 2gₜ₋₁ + gₜ₋₂‖² = 2‖hₜ‖² + 2‖hₜ₋₁‖² − ‖gₜ − gₜ₋₂‖².
     */
    double lagTwo() {
        int last = rows() - 1;
        double bends = pathLength(HistoryPredictor.TREND) - energies[0] - firstStep;
        double twoSteps = 2 * (2 * steps() - firstStep - lastStep) - bends;
        double ends = later() - energies[1] + earlier() - energies[last - 1];
        return (ends - twoSteps) / 2;
    }

    /** ρ₁ = C₁/√(Σ_{t≥1}‖gₜ‖² Σ_{t<T}‖gₜ‖²). */
    double correlationOne() {
        return lagOne() / Math.sqrt(later() * earlier());
    }

    /** ρ₂, likewise; NaN for two rows. */
    double correlationTwo() {
        int last = rows() - 1;
        return lagTwo() / Math.sqrt((later() - energies[1]) * (earlier() - energies[last - 1]));
    }

    /** a = C₁/Σ_{t<T}‖gₜ‖², which makes Σ‖gₜ − a gₜ₋₁‖² least; 0 where all but the last gradient are zero. */
    double autoregression() {
        return earlier() > 0 ? lagOne() / earlier() : 0;
    }

    /** P of mₜ = a gₜ₋₁, from ‖x − ay‖² = a‖x − y‖² + (1 − a)(‖x‖² − a‖y‖²), which cancels nothing for a near 1. */
    double autoregressionPathLength() {
        double a = autoregression();
        return energies[0] + a * steps() + (1 - a) * (later() - a * earlier());
    }

    /** S²/Σ‖gₜ‖⁴: how many rows of equal energy would weigh as these do. */
    double effectiveRows() {
        return energy * energy / Vectors.squaredNorm(energies);
    }
}
