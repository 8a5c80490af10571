package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.claim.Verdict;

class WitnessTest {

    private static final Witness WITNESS = Witness.of(
            "sums",
            Map.of("one", 0.5),
            new Finding(Verdict.VIOLATED, 1.25, 0.5, 0, 0.375, ""),
            true,
            "seed 1, family toy, index 3, shrunk",
            Toy.numbers(1, 0.25, -3e-7),
            new Tape(List.of(List.of(new double[] {1.25, 2}), List.of(new double[] {-0.0}))));

    private static final String TEXT = WITNESS.text();

    @Test
    void whatWasWrittenIsRead() {
        Witness read = Witness.read(TEXT);

        assertThat(read.claim()).isEqualTo("sums");
        assertThat(read.set()).isEqualTo(Map.of("one", 0.5));
        assertThat(read.verdict()).isEqualTo("VIOLATED");
        assertThat(new double[] {read.measured(), read.bound(), read.severity()})
                .containsExactly(1.25, 0.5, 0.375);
        assertThat(read.certified()).isTrue();
        assertThat(read.origin()).isEqualTo("seed 1, family toy, index 3, shrunk");
        assertThat(read.tape().episodes().get(0)).containsExactly(new double[] {1.25, 2});
        assertThat(read.instance()).hasToString("{\"values\":[1.0,0.25,-3.0E-7]}");
        assertThat(read.text()).isEqualTo(TEXT);
    }

    @Test
    void answersThatAreNoNumbersAreKept() {
        double[] answers = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Witness written = Witness.of(
                "sums",
                Map.of(),
                Finding.without(Verdict.VIOLATED, "no number"),
                null,
                "",
                Toy.numbers(1),
                new Tape(List.of(List.of(answers))));

        Witness read = Witness.read(written.text());

        assertThat(read.tape().episodes().get(0).get(0)).isEqualTo(answers);
        assertThat(read.measured()).isNaN();
        assertThat(read.certified()).isNull();
    }

    @Test
    void everyChangedDigitIsNoticed() {
        for (int at = 0; at < TEXT.length(); at++) {
            if (Character.isDigit(TEXT.charAt(at))) {
                for (char other : new char[] {'0', '1', '7'}) {
                    assertRefusedUnlessEqual(TEXT.substring(0, at) + other + TEXT.substring(at + 1));
                }
            }
        }
    }

    @Test
    void everyChangedLetterIsNoticed() {
        for (int at = 0; at < TEXT.length(); at++) {
            if (Character.isLetter(TEXT.charAt(at))) {
                assertRefusedUnlessEqual(TEXT.substring(0, at) + "x" + TEXT.substring(at + 1));
            }
        }
    }

    @Test
    void aChangedSignIsNoticed() {
        assertRefusedUnlessEqual(TEXT.replace("-3.0E-7", "3.0E-7"));
        assertRefusedUnlessEqual(TEXT.replace("-3.0E-7", "-3.0E7"));
        assertRefusedUnlessEqual(TEXT.replace("-0.0", "0.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"verdict\" : \"VIOLATED\"', '\"verdict\" : \"HOLDS\"'",
        "'\"certified\" : true', '\"certified\" : null'",
        "'\"claim\" : \"sums\"', '\"claim\" : \"other\"'",
        "'\"one\" : 0.5', ''",
        "'\"measured\" : 1.25', '\"measured\" : null'"
    })
    void everyChangedFieldIsNoticed(String before, String after) {
        assertThat(TEXT).contains(before);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Witness.read(TEXT.replace(before, after)))
                .withMessageContaining("field digest")
                .withMessageContaining("altered");
    }

    @Test
    void anAlteredFileIsToldFromAMalformedOne() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Witness.read(TEXT.replace("0.25", "0.26")))
                .withMessage(
                        "field digest: the file was altered since it was written, expected the digest of its other fields");
    }

    @Test
    void anotherVersionIsRefusedBeforeAnythingElseIsLookedAt() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Witness.read(TEXT.replace("\"version\" : 1", "\"version\" : 2")))
                .withMessage("field version: expected 1, got 2");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Witness.read("{\"version\" : 3, \"anything\" : \"else\"}"))
                .withMessage("field version: expected 1, got 3");
    }

    @ParameterizedTest
    @CsvSource({
        "'{', 'line 1, column 2'",
        "'', 'line 1'",
        "'{\n\"version\" : 1,\n\"claim\" = 2}', 'line 3, column 9'",
        "'{\"version\" : 1}', 'claim'",
        "'{\"version\" : 1, \"version\" : 1}', 'version'",
        "'null', 'null'",
        "'[]', 'line 1'"
    })
    void unreadableTextIsRefusedSayingWhere(String text, String where) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Witness.read(text))
                .withMessageContaining(where)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"measured\" : 1.25', '\"measured\" : \"much\"', 'field measured'",
        "'\"one\" : 0.5', '\"one\" : \"half\"', 'field set'",
        "'\"episodes\" : [ [ [ 1.25', '\"episodes\" : [ [ [ {}', 'field tape'",
        "'\"origin\"', '\"place\"', 'field origin'"
    })
    void aFieldOfTheWrongSortIsNamed(String before, String after, String where) {
        assertThat(TEXT).contains(before);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Witness.read(TEXT.replace(before, after)))
                .withMessageContaining("line ")
                .withMessageContaining(where);
    }

    @Test
    void aMissingDigestIsNoticed() {
        String without = TEXT.replaceAll("\"digest\" : \"\\w+\"", "\"digest\" : null");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Witness.read(without))
                .withMessageContaining("field digest");
    }

    private static void assertRefusedUnlessEqual(String changed) {
        if (changed.equals(TEXT)) {
            return;
        }
        assertThatExceptionOfType(IllegalArgumentException.class).as(changed).isThrownBy(() -> Witness.read(changed));
    }
}
