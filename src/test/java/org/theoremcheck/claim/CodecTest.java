package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {

    record Plan(int rounds, double step, double[] start, double[][] gradients) {}

    sealed interface Shape {
        record Disc(double radius) implements Shape {}

        record TwoPoints(double[] at) implements Shape {}

        record Nothing() implements Shape {}
    }

    record Scene(String name, Shape shape, List<Shape> more, boolean big) {}

    @Test
    void aRecordIsItsComponentsInTheirOrder() {
        Plan plan = new Plan(2, 0.1, new double[] {1, -0.0}, new double[][] {{1e-9}, {}});

        assertThat(Codec.write(plan))
                .isEqualTo("{\"rounds\":2,\"step\":0.1,\"start\":[1.0,-0.0],\"gradients\":[[1.0E-9],[]]}");
    }

    @Test
    void linesPutEachFieldOnALineAndKeepNumbersTogether() {
        Plan plan = new Plan(2, 0.1, new double[] {1, 2}, new double[][] {{1}});

        assertThat(Codec.lines(plan)).isEqualTo("""
                        {
                          "rounds" : 2,
                          "step" : 0.1,
                          "start" : [ 1.0, 2.0 ],
                          "gradients" : [ [ 1.0 ] ]
                        }
                        """);
    }

    @Test
    void aRecordReadsBackAsItself() {
        Plan plan = new Plan(2, 0.1, new double[] {1, -0.0}, new double[][] {{1e-9}, {}});

        assertThat(Codec.read(Codec.write(plan), Plan.class))
                .usingRecursiveComparison()
                .isEqualTo(plan);
        assertThat(Codec.read(Codec.lines(plan), Plan.class))
                .usingRecursiveComparison()
                .isEqualTo(plan);
        assertThat(Codec.read(Codec.tree(plan), Plan.class))
                .usingRecursiveComparison()
                .isEqualTo(plan);
    }

    @Test
    void whatIsNotFiniteIsWrittenAsNullAndReadAsNotANumber() {
        Plan plan = new Plan(1, Double.NEGATIVE_INFINITY, new double[0], new double[0][]);
        String json = Codec.write(plan);

        assertThat(json).isEqualTo("{\"rounds\":1,\"step\":null,\"start\":[],\"gradients\":[]}");
        assertThat(Codec.read(json, Plan.class).step()).isNaN();
    }

    @Test
    void entriesOfAVectorThatAreNotFiniteReadBackAsThemselves() {
        double[] entries = {Double.NaN, Double.NEGATIVE_INFINITY, 1};
        String json = Codec.write(entries);

        assertThat(json).isEqualTo("[\"NaN\",\"-Infinity\",1.0]");
        assertThat(Codec.read(json, double[].class)).containsExactly(entries);
    }

    @Test
    void fieldsMayComeInAnyOrder() {
        Plan plan = Codec.read("{\"gradients\":[],\"start\":[0.5],\"step\":1,\"rounds\":3}", Plan.class);

        assertThat(plan.rounds()).isEqualTo(3);
        assertThat(plan.start()).containsExactly(0.5);
    }

    @Test
    void membersOfASealedInterfaceCarryTheirKind() {
        Scene scene = new Scene(
                "a", new Shape.Disc(2), List.of(new Shape.TwoPoints(new double[] {1}), new Shape.Nothing()), true);
        String json = Codec.write(scene);

        assertThat(json)
                .isEqualTo("{\"name\":\"a\",\"shape\":{\"kind\":\"disc\",\"radius\":2.0},"
                        + "\"more\":[{\"kind\":\"two-points\",\"at\":[1.0]},{\"kind\":\"nothing\"}],\"big\":true}");
        assertThat(Codec.read(json, Scene.class)).usingRecursiveComparison().isEqualTo(scene);
    }

    @Test
    void aSealedInterfaceIsReadByItself() {
        assertThat(Codec.read("{\"kind\":\"disc\",\"radius\":0.5}", Shape.class))
                .isEqualTo(new Shape.Disc(0.5));
    }

    @Test
    void aValueIsReadInTheMiddleOfAText() throws IOException {
        try (JsonParser parser = Codec.parser("[{\"kind\":\"disc\",\"radius\":0.5},7]")) {
            parser.nextToken();
            parser.nextToken();

            assertThat(Codec.read(parser, Shape.class)).isEqualTo(new Shape.Disc(0.5));
            assertThat(parser.nextToken()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
        }
    }

    /** On JDK 17 Double.toString writes the last two but one with a digit too many. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0, 0",
        "-0.0, -0",
        "0.98, 0.98",
        "0.4995, 0.4995",
        "1e-9, 1e-9",
        "0.001, 0.001",
        "1e22, 1e22",
        "100, 100",
        "1234567.5, 1234567.5",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "4.9e-324, 4.9e-324",
        "2e23, 2e23",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "2.2250738585072014e-308, 2.2250738585072014e-308"
    })
    void numbersAreTheirShortestDecimals(double value, String text) {
        assertThat(Codec.number(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    @Test
    void jsonHasTheSameShortestDecimals() {
        double[] awkward = {0x1p-44, 0x1p-1074, 9.5e22};

        assertThat(Codec.write(awkward)).isEqualTo("[5.684341886080802E-14,4.9E-324,9.5E22]");
    }
}
