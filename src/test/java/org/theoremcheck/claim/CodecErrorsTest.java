package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Malformed input is refused in a sentence that names the place, the field and what is wrong with it. */
class CodecErrorsTest {

    record Plan(int rounds, double step, double[] start) {
        Plan {
            if (rounds < 0) {
                throw new IllegalArgumentException("a plan has no negative rounds");
            }
        }
    }

    sealed interface Shape {
        record Disc(double radius) implements Shape {}

        record Square(double side) implements Shape {}
    }

    record Scene(List<Shape> shapes) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rounds":1,"step":2,,                    | line 1, column 22: Unexpected character (',' (code 44))
            {"rounds":1,"step":2,"start":[            | Unexpected end-of-input
            {"rounds":1,"step":2,"start":[]} 4        | line 1, column 34: Trailing token
            {"rounds":1,"rounds":2,"step":2,"start":[]} | line 1, column 21: Duplicate field 'rounds'
            {"rounds":1,"step":2,"start":[],"stop":1} | field stop: Unrecognized field "stop"
            {"rounds":1,"start":[]}                   | field step: Missing creator property 'step'
            {"rounds":1,"step":"big","start":[]}      | field step: Cannot coerce String value ("big") to 'double'
            {"rounds":1,"step":true,"start":[]}       | field step: Cannot deserialize value of type 'double'
            {"rounds":1,"step":2,"start":7}           | field start: Cannot deserialize value of type 'double[]'
            {"rounds":1,"step":2,"start":[1,"a"]}     | field start[1]: Cannot coerce String value ("a")
            {"rounds":{},"step":2,"start":[]}         | field rounds: Cannot deserialize value of type 'int'
            {"rounds":99999999999,"step":2,"start":[]} | field rounds: Numeric value (99999999999) out of range
            {"rounds":1.7,"step":2,"start":[]}        | field rounds: Cannot coerce Floating-point value (1.7)
            {"rounds":"3","step":2,"start":[]}        | field rounds: Cannot coerce String value ("3")
            {"rounds":null,"step":2,"start":[]}       | field rounds: Cannot map 'null' into type 'int'
            {"rounds":1,"step":"","start":[]}         | field step: Cannot coerce empty String ("")
            {"rounds":1,"step":2,"start":[1,null]}    | field start[1]: Cannot coerce 'null'
            {"rounds":1,"step":2,"start":null}        | field start: expected a value, got null
            {"rounds":1,"step":NaN,"start":[]}        | line 1, column 23: Non-standard token 'NaN'
            {"rounds":-1,"step":2,"start":[]}         | a plan has no negative rounds
            [1,2]                                     | line 1, column 1: Cannot deserialize value
            null                                      | expected an object, got null
            """)
    void malformedRecordsAreRefused(String json, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.read(json, Plan.class))
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"shapes":[{"kind":"disk","radius":1}]}   | Could not resolve type id 'disk'
            {"shapes":[{"kind":"disk","radius":1}]}   | known type ids = [disc, square]
            {"shapes":[{"radius":1}]}                 | missing type id property 'kind'
            {"shapes":[{"kind":"disc","side":1}]}     | field shapes
            {"shapes":[null]}                         | field shapes[0]: expected a value, got null
            """)
    void unknownKindsAreRefusedAndTheKnownOnesNamed(String json, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.read(json, Scene.class))
                .withMessageContaining(sentence);
    }

    @Test
    void aSentenceHasNoAdviceForProgrammers() {
        for (String json : new String[] {
            "{\"rounds\":1,\"step\":2,\"start\":[",
            "{\"rounds\":1,\"step\":2}",
            "{\"x\":1}",
            "[]",
            "{\"rounds\":{}}",
            "{} 4",
            "{\"rounds\":NaN}",
            "{\"rounds\":-1,\"step\":2,\"start\":[]}",
            "[".repeat(2000)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Codec.read(json, Plan.class))
                    .withMessageNotContainingAny("Feature", "JsonToken", "REDACTED", "index 2", "(class", "`", "org.");
        }
    }

    @Test
    void theLineIsCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.read("{\n  \"rounds\": 1,\n  \"step\": x\n}", Plan.class))
                .withMessageStartingWith("line 3, column 11: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version":2,"rounds":1}  | field version: expected 1, got 2
            {"version":"1"}           | field version: expected 1, got "1"
            {"rounds":1}              | field version: expected 1, got none
            """)
    void anotherVersionIsRefused(String json, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codec.requireVersion(json, 1))
                .withMessage(sentence);
    }

    @Test
    void theVersionExpectedIsNotRefused() {
        assertThatNoException().isThrownBy(() -> Codec.requireVersion("{\"version\":1}", 1));
    }

    @Test
    void nothingIsNotARecord() {
        assertThatIllegalArgumentException().isThrownBy(() -> Codec.read("", Plan.class));
    }
}
