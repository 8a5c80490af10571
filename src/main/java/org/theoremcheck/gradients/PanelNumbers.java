package org.theoremcheck.gradients;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import org.theoremcheck.gradients.log.GradientLog;

/**
 * What reading one panel leaves, for whoever adds up panels that others read.
 *
 * @param energies ‖gₜ‖² of its coordinates
 * @param parts what the predictors did, part by part
 * @param kept the rows that stay: their images, or where there is no projection these coordinates of them
 * @param column the column of the whole rows that {@code kept} begins at
 */
record PanelNumbers(double[] energies, List<Coordinates.Sums> parts, Kept kept, int column) {

    private static final List<HistoryPredictor> PREDICTORS = List.of(HistoryPredictor.values());

    /** Reads a panel. */
    static PanelNumbers read(GradientLog log, Plan plan, int from, Workers workers) throws IOException {
        PanelNumbers room = room(log, plan, from);
        int windows = Reading.windows(log.rows());
        Panel panel = new Panel(log, plan, from, 0, windows, new Buffers(plan), workers);
        panel.read(room.energies, room.kept, null, numbers -> {});
        return new PanelNumbers(room.energies, panel.sums(), room.kept, room.column);
    }

    private static PanelNumbers room(GradientLog log, Plan plan, int from) {
        int width = plan.keptWidth(log);
        boolean projected = plan.projection().isPresent();
        int some = projected ? width : width(log, plan, from);
        return new PanelNumbers(
                new double[log.rows()],
                List.of(),
                plan.ranked() ? Kept.room(log.rows(), width, some) : Kept.nothing(),
                projected ? 0 : from);
    }

    private static int width(GradientLog log, Plan plan, int from) {
        return Math.min(plan.panel(), log.columns() - from);
    }

    /** All of it, number after number. */
    double[] flat() {
        int windows = parts.get(0).errors().of(HistoryPredictor.ZERO).length;
        int ofPart = PREDICTORS.size() * windows + 3;
        int ofKept = kept.count() == 0 ? 0 : kept.count() * kept.width();
        DoubleBuffer flat = DoubleBuffer.allocate(energies.length + parts.size() * ofPart + ofKept);
        flat.put(energies);
        for (Coordinates.Sums part : parts) {
            PREDICTORS.forEach(predictor -> flat.put(part.errors().of(predictor)));
            flat.put(part.firstStep()).put(part.lastStep()).put(part.totalSquared());
        }
        for (double[] row : kept.gradients()) {
            flat.put(row);
        }
        return flat.array();
    }

    /** The same again from its numbers. */
    static PanelNumbers of(GradientLog log, Plan plan, int from, double[] numbers) {
        DoubleBuffer flat = DoubleBuffer.wrap(numbers);
        PanelNumbers room = room(log, plan, from);
        flat.get(room.energies);
        List<Coordinates.Sums> parts = new ArrayList<>();
        for (int start = 0; start < width(log, plan, from); start += plan.part()) {
            WindowErrors errors = new WindowErrors(Reading.windows(log.rows()));
            PREDICTORS.forEach(predictor -> flat.get(errors.of(predictor)));
            parts.add(new Coordinates.Sums(errors, flat.get(), flat.get(), flat.get()));
        }
        for (double[] row : room.kept.gradients()) {
            flat.get(row);
        }
        return new PanelNumbers(room.energies, parts, room.kept, room.column);
    }

    /** Adds this panel to those before it. */
    void addTo(double[] sums, Totals totals, Kept rows) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += energies[t];
        }
        parts.forEach(totals::add);
        for (int i = 0; i < kept.count(); i++) {
            rows.add(kept.rows()[i], kept.gradients()[i], column, kept.width());
        }
    }
}
