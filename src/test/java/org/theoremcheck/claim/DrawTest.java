package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Parameter.Law;

class DrawTest {

    private static Draw draw() {
        return new Draw(20261101, "family", 7);
    }

    private static Draw edited(String name, int row, double... values) {
        return draw().edited(Map.of(new Slot(name, row), values));
    }

    @Test
    void drawsArePinned() {
        assertThat(draw().integer("n", 1, 100)).isEqualTo(8);
        assertThat(draw().uniform("u", -1, 1)).isEqualTo(0.22821167944804843);
        assertThat(draw().logUniform("eta", 0.01, 10)).isEqualTo(0.9745601601691795);
        assertThat(draw().gaussians("g", 2, 2)).containsExactly(1.1608280089358551, -0.6249508301174411);
        assertThat(draw().signs("s", 0, 6)).containsExactly(1, 1, -1, 1, -1, 1);
    }

    @Test
    void theOrderOfTheCallsDoesNotMatter() {
        Draw forward = draw();
        int n = forward.integer("n", 1, 100);
        double[] g = forward.gaussians("g", 3, 5);

        Draw backward = draw();
        assertThat(backward.gaussians("g", 3, 5)).isEqualTo(g);
        assertThat(backward.integer("n", 1, 100)).isEqualTo(n);
        assertThat(backward.integer("n", 1, 100)).isEqualTo(n);
    }

    @Test
    void fixedDrawsAreTheSameAndOutOfReachOfEdits() {
        Draw edited = edited("u", 0, 0.5);

        assertThat(edited.fixed().uniform("u", -1, 1)).isEqualTo(draw().uniform("u", -1, 1));
        assertThat(edited.made()).isEmpty();
    }

    @Test
    void aLongerRowBeginsWithTheShorterOne() {
        assertThat(draw().gaussians("g", 0, 9)).startsWith(draw().gaussians("g", 0, 4));
    }

    @ParameterizedTest
    @CsvSource({"1, family, 7", "20261101, other, 7", "20261101, family, 8"})
    void seedFamilyAndIndexAllMatter(long seed, String family, long index) {
        assertThat(new Draw(seed, family, index).gaussians("g", 0, 3)).doesNotContain(draw().gaussians("g", 0, 3));
    }

    @Test
    void namesAndRowsAllMatter() {
        Set<Double> seen = new HashSet<>();
        for (String name : List.of("g", "h", "start")) {
            for (int row = 0; row < 50; row++) {
                seen.add(draw().gaussians(name, row, 1)[0]);
            }
        }

        assertThat(seen).hasSize(3 * 50);
    }

    @Test
    void aThousandInstancesDifferAndFillTheirRange() {
        Set<Double> seen = new HashSet<>();
        int low = 0;
        for (int index = 0; index < 1000; index++) {
            double u = new Draw(1, "family", index).uniform("u", 2, 4);
            assertThat(u).isBetween(2.0, 4.0);
            low += u < 2.5 ? 1 : 0;
            seen.add(u);
        }

        assertThat(seen).hasSize(1000);
        // a quarter, by six standard errors of 13.7
        assertThat(low).isBetween(250 - 82, 250 + 82);
    }

    @Test
    void wholeNumbersReachBothEndsOfTheirRange() {
        Set<Integer> seen = new HashSet<>();
        for (int index = 0; index < 200; index++) {
            seen.add(new Draw(1, "family", index).integer("n", -2, 3));
        }

        assertThat(seen).containsExactlyInAnyOrder(-2, -1, 0, 1, 2, 3);
    }

    @Test
    void rangesMayBeAsWideAsTheirType() {
        for (int index = 0; index < 100; index++) {
            Draw draw = new Draw(1, "family", index);
            assertThat(draw.integer("n", 0, Integer.MAX_VALUE)).isNotNegative();
            assertThat(draw.integer("m", Integer.MIN_VALUE, -1)).isNegative();
        }
        assertThat(new Draw(1, "family", 0).logUniform("scale", 1e-200, 1e200)).isBetween(1e-199, 1e199);
    }

    @Test
    void everyOptionIsTaken() {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < 100; index++) {
            seen.add(new Draw(1, "family", index).oneOf("colour", List.of("red", "green", "blue")));
        }

        assertThat(seen).containsExactlyInAnyOrder("red", "green", "blue");
    }

    @Test
    void logUniformNumbersAreAsOftenInEachDecade() {
        int[] decades = new int[4];
        for (int index = 0; index < 4000; index++) {
            double value = new Draw(1, "family", index).logUniform("eta", 0.01, 100);
            assertThat(value).isBetween(0.01, 100.0);
            decades[(int) Math.floor(Math.log10(value)) + 2]++;
        }

        // 1000 each, by six standard errors of 27.4
        for (int count : decades) {
            assertThat(count).isBetween(1000 - 165, 1000 + 165);
        }
    }

    @Test
    void aRowOfUniformNumbersBeginsWithTheSingleOneAndStaysInItsRange() {
        double[] row = draw().uniforms("x", 0, 1000, -3, 5);

        assertThat(row[0]).isEqualTo(draw().uniform("x", -3, 5));
        assertThat(Arrays.stream(row).summaryStatistics().getMin()).isBetween(-3.0, -2.9);
        assertThat(Arrays.stream(row).summaryStatistics().getMax()).isBetween(4.9, 5.0);
    }

    @Test
    void signsAreFair() {
        double[] signs = draw().signs("s", 0, 10_000);

        assertThat(signs).containsOnly(-1, 1);
        assertThat(Math.abs(Arrays.stream(signs).sum())).isLessThan(600);
    }

    @Test
    void anEditReplacesTheDrawAndNoOther() {
        Draw edited = edited("g", 1, 5, 6, 7);

        assertThat(edited.gaussians("g", 1, 3)).containsExactly(5, 6, 7);
        assertThat(edited.gaussians("g", 0, 3)).isEqualTo(draw().gaussians("g", 0, 3));
        assertThat(edited.gaussians("g", 2, 3)).isEqualTo(draw().gaussians("g", 2, 3));
        assertThat(edited.gaussians("h", 1, 3)).isEqualTo(draw().gaussians("h", 1, 3));
        assertThat(edited.index()).isEqualTo(7);
    }

    @Test
    void aShorterEditLeavesTheRestOfTheRow() {
        double[] drawn = draw().gaussians("g", 0, 4);

        assertThat(edited("g", 0, 1, 2).gaussians("g", 0, 4)).containsExactly(1, 2, drawn[2], drawn[3]);
    }

    @Test
    void aLongerEditIsReadInItsLeadingPart() {
        assertThat(edited("g", 0, 1, 2, 3).gaussians("g", 0, 2)).containsExactly(1, 2);
    }

    @Test
    void anEditIsBroughtIntoTheRangeOfItsParameter() {
        assertThat(edited("n", 0, 99).integer("n", 1, 10)).isEqualTo(10);
        assertThat(edited("n", 0, -99).integer("n", 1, 10)).isEqualTo(1);
        assertThat(edited("n", 0, 3.4).integer("n", 1, 10)).isEqualTo(3);
        assertThat(edited("u", 0, 1e9).uniform("u", 0, 2)).isEqualTo(2);
        assertThat(edited("eta", 0, 0).logUniform("eta", 0.5, 2)).isEqualTo(0.5);
        assertThat(edited("s", 0, -0.2, 7).signs("s", 0, 2)).containsExactly(-1, 1);
        assertThat(edited("c", 0, 8).oneOf("c", List.of("a", "b"))).isEqualTo("b");
        assertThat(edited("g", 0, Double.POSITIVE_INFINITY).gaussians("g", 0, 1))
                .containsExactly(Double.MAX_VALUE);
    }

    @Test
    void theArrayOfAnEditIsNotHandedOut() {
        double[] edit = {1, 2};
        Draw edited = edited("g", 0, edit);
        edited.gaussians("g", 0, 2)[0] = 99;

        assertThat(edit).containsExactly(1, 2);
        assertThat(edited.gaussians("g", 0, 2)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void aPresetIsItselfUnlessItIsEdited(int preset) {
        assertThat(draw().preset("n", preset, 1, 10)).isEqualTo(preset);
        assertThat(draw().edited(Map.of()).preset("n", preset, 1, 10)).isEqualTo(preset);
        assertThat(edited("n", 0, 4).preset("n", preset, 1, 10)).isEqualTo(4);
        assertThat(edited("n", 0, 400).preset("n", preset, 1, 10)).isEqualTo(10);
    }

    @Test
    void drawsAreRememberedInTheOrderOfTheirSlots() {
        Draw recording = draw().edited(Map.of(new Slot("n", 0), new double[] {4}));
        recording.uniforms("v", 10, 2, -1, 1);
        recording.uniforms("v", 9, 2, -1, 1);
        recording.integer("n", 1, 10);

        assertThat(recording.made().keySet()).containsExactly(new Slot("n", 0), new Slot("v", 9), new Slot("v", 10));
        Parameter n = recording.made().get(new Slot("n", 0));
        assertThat(n.law()).isEqualTo(Law.INTEGER);
        assertThat(n.low()).isEqualTo(1);
        assertThat(n.high()).isEqualTo(10);
        assertThat(n.values()).containsExactly(4);
    }

    @Test
    void whatIsRememberedIsNotChangedByWhoeverGotTheDraw() {
        Draw recording = draw().edited(Map.of());
        double[] row = recording.gaussians("g", 0, 2);
        double first = row[0];
        row[0] = 99;

        assertThat(recording.made().get(new Slot("g", 0)).values()[0]).isEqualTo(first);
    }

    @Test
    void nothingIsRememberedUnlessAsked() {
        Draw plain = draw();
        plain.integer("n", 1, 10);

        assertThat(plain.made()).isEmpty();
    }

    @Test
    void aSlotIsNamedWithItsRowWhereItHasOne() {
        assertThat(new Slot("gradient", 0)).hasToString("gradient");
        assertThat(new Slot("gradient", 12)).hasToString("gradient/12");
    }
}
