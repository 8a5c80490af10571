package org.theoremcheck.guard.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tape;
import org.theoremcheck.guard.steprule.StepRules;
import org.theoremcheck.guard.vectors.VectorSet.Call;
import org.theoremcheck.guard.vectors.VectorSet.Vector;

/** Vectors say what a judge finds, and hunt every slip. */
class SelectionTest {

    private static final Catalogue CATALOGUE =
            Catalogue.load(SelectionTest.class.getClassLoader()).and(StepRules.theorems());

    @ParameterizedTest
    @ValueSource(strings = {"step-adam", "step-muon", "stationarity"})
    void areJudgedAsTheySay(String id) {
        Claim<?, ?, ?> claim = CATALOGUE.find(id).orElseThrow();
        VectorSet set = VectorSet.read(new Selection(CATALOGUE, 11).of(claim).text());

        Set<String> hunted = new HashSet<>();
        for (Vector vector : set.vectors()) {
            Finding finding = judge(claim, vector);
            assertThat(finding.verdict().name())
                    .isEqualTo(vector.finding().verdict())
                    .isEqualTo("HOLDS");
            assertThat(finding.measured()).isEqualTo(vector.finding().measured());
            assertThat(vector.slips().keySet()).containsExactlyInAnyOrderElementsOf(vector.flags());
            hunted.addAll(vector.flags());
        }
        assertThat(hunted).isEqualTo(set.notes().keySet()).isNotEmpty();
    }

    /** The answers of the calls, played back. */
    private static <I, S, E> Finding judge(Claim<I, S, E> claim, Vector vector) {
        List<List<double[]>> episodes = new ArrayList<>();
        for (List<Call> calls : vector.episodes()) {
            List<double[]> answers = new ArrayList<>();
            for (Call call : calls) {
                if (call.answer().isArray()) {
                    answers.add(Codec.read(call.answer(), double[].class));
                } else if (call.answer().isNumber()) {
                    answers.add(new double[] {call.answer().doubleValue()});
                }
            }
            episodes.add(answers);
        }
        I instance = Codec.read(vector.instance(), claim.setting().instance());
        return claim.judge(
                instance, new Tape(episodes).replaying(claim.setting().role()));
    }

    @Test
    void everyNumberStandsThereTwice() {
        VectorSet set =
                new Selection(CATALOGUE, 11).of(CATALOGUE.find("step-adamw").orElseThrow());

        int[] numbers = {0};
        for (Vector vector : set.vectors()) {
            assertSame(vector.instance(), vector.instanceHex(), numbers);
            vector.episodes().stream().flatMap(List::stream).forEach(call -> {
                assertSame(call.with(), call.withHex(), numbers);
                assertSame(call.answer(), call.answerHex(), numbers);
            });
        }
        assertThat(numbers[0]).isPositive();
    }

    private static void assertSame(JsonNode decimal, JsonNode hexadecimal, int[] numbers) {
        if (decimal.isFloatingPointNumber()) {
            assertThat(Double.parseDouble(hexadecimal.textValue())).isEqualTo(decimal.doubleValue());
            numbers[0]++;
        } else if (decimal.isContainerNode()) {
            assertThat(hexadecimal.size()).isEqualTo(decimal.size());
            for (int i = 0; i < decimal.size() && decimal.isArray(); i++) {
                assertSame(decimal.get(i), hexadecimal.get(i), numbers);
            }
            decimal.properties()
                    .forEach(field -> assertSame(field.getValue(), hexadecimal.get(field.getKey()), numbers));
        } else {
            assertThat(hexadecimal).isEqualTo(decimal);
        }
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> VectorSet.read("{\"version\": 2}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field version: expected 1, got 2");
    }
}
