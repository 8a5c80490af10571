package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.theoremcheck.numeric.RandomStream;

class DrawProperties {

    /** Makes draws of every law. */
    private static SortedMap<Slot, Parameter> made(Draw in) {
        in.integer("rounds", 1, 50);
        in.preset("dimension", 3, 1, 20);
        in.oneOf("adversary", List.of("constant", "switching", "adaptive"));
        in.uniform("share", 0, 1);
        in.logUniform("step", 1e-3, 1e3);
        for (int row = 0; row < 3; row++) {
            in.gaussians("gradient", row, 4);
            in.uniforms("start", row, 2, -1, 1);
            in.signs("sign", row, 3);
        }
        return in.made();
    }

    @Property(tries = 150)
    void editingOneDrawLeavesAllOthersBitForBitAsTheyWere(@ForAll long seed) {
        Draw draw = new Draw(seed, "family", 3);
        SortedMap<Slot, Parameter> before = made(draw.edited(Map.of()));
        List<Slot> slots = List.copyOf(before.keySet());
        Slot slot = slots.get(RandomStream.below(seed, 0, slots.size()));
        double[] edit = {1000 * RandomStream.gaussian(seed, 1), 1000 * RandomStream.gaussian(seed, 2)};

        SortedMap<Slot, Parameter> after = made(draw.edited(Map.of(slot, edit)));

        assertThat(after.keySet()).containsExactlyElementsOf(slots);
        after.forEach((other, parameter) -> {
            if (!other.equals(slot)) {
                assertThat(parameter.values()).containsExactly(before.get(other).values());
            }
            for (double value : parameter.values()) {
                assertThat(value).isBetween(parameter.low(), parameter.high());
            }
        });
    }

    @Property(tries = 150)
    void repeatingWhatWasMadeRepeatsTheInstance(@ForAll long seed) {
        SortedMap<Slot, Parameter> original = made(new Draw(seed, "family", 3).edited(Map.of()));
        Map<Slot, double[]> edits = new HashMap<>();
        original.forEach((slot, parameter) -> edits.put(slot, parameter.values()));

        SortedMap<Slot, Parameter> again = made(new Draw(~seed, "another", 5).edited(edits));

        again.forEach((slot, parameter) -> assertThat(parameter.values())
                .containsExactly(original.get(slot).values()));
    }
}
