package org.theoremcheck.gradients;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Σ‖gₜ − mₜ‖² by predictor and window; a window is an equal share of the rows. */
final class WindowErrors {

    private final int windows;
    private final Map<HistoryPredictor, double[]> errors = new EnumMap<>(HistoryPredictor.class);

    WindowErrors(int windows) {
        this.windows = windows;
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            errors.put(predictor, new double[windows]);
        }
    }

    /** Those of a predictor, to be added to. */
    double[] of(HistoryPredictor predictor) {
        return Objects.requireNonNull(errors.get(predictor));
    }

    /** Adds those of other coordinates. */
    void add(WindowErrors others) {
        for (HistoryPredictor predictor : HistoryPredictor.values()) {
            for (int window = 0; window < windows; window++) {
                of(predictor)[window] += others.of(predictor)[window];
            }
        }
    }
}
