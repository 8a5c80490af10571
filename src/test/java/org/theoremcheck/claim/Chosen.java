package org.theoremcheck.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Instances of which some draws are chosen by hand. */
public final class Chosen {

    private final Map<Slot, double[]> edits = new HashMap<>();

    /** A single draw, or the first row of several; of options the place. */
    public Chosen with(String name, double... values) {
        return row(name, 0, values);
    }

    /** One row of several. */
    public Chosen row(String name, int row, double... values) {
        edits.put(new Slot(name, row), values);
        return this;
    }

    public Draw draw() {
        return new Draw(1, "chosen", 0).edited(edits);
    }

    public <I> I of(Family<I> family) {
        return family.sampler().apply(draw());
    }

    /** The instance of the family with that name. */
    public <I> I of(List<Family<I>> families, String name) {
        return of(families.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow());
    }
}
