package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Codec;

class PartTest {

    @Test
    void aSmallObjectIsALine() {
        assertThat(parts("{'domain': {'kind': 'box', 'low': -1.0, 'high': 1.0}}"))
                .containsExactly(new Part("domain", "box: low −1; high 1", List.of()));
    }

    @Test
    void anObjectWithinAnObjectHasALineOfItsOwn() {
        assertThat(parts("{'geometry': {'kind': 'euclidean', 'domain': {'kind': 'ball', 'radius': 2}, 'weight': 0.5}}"))
                .containsExactly(new Part(
                        "geometry",
                        "euclidean",
                        List.of(
                                new Part("domain", "ball: radius 2", List.of()),
                                new Part("weight", "0.5", List.of()))));
    }

    @Test
    void aWholeNumberIsWholeHoweverLong() {
        assertThat(parts("{'seed': -3779250001234567890, 'step': 3779250001.5}"))
                .containsExactly(
                        new Part("seed", "−3779250001234567890", List.of()),
                        new Part("step", "3.77925… × 10⁹", List.of()));
    }

    @Test
    void namesAreWords() {
        assertThat(parts("{'lastStep': 'TWO_STEP', 'adversary': {'kind': 'sign-of-point'}}"))
                .containsExactly(
                        new Part("last step", "two step", List.of()),
                        new Part("adversary", "sign of point", List.of()));
    }

    @Test
    void rowsOfAMatrixStandSideBySide() {
        assertThat(parts("{'gradients': [[1.0, 0.0], [-1.0, 0.5]]}"))
                .containsExactly(new Part("gradients", "(1, 0), (−1, 0.5)", List.of()));
    }

    @Test
    void objectsInAListAreNumbered() {
        assertThat(parts("{'layers': [{'width': 3}, {'width': 4}]}"))
                .containsExactly(new Part(
                        "layers",
                        "",
                        List.of(new Part("1", "width 3", List.of()), new Part("2", "width 4", List.of()))));
    }

    @Test
    void anythingElseIsAnInstanceToo() {
        assertThat(parts("[1, 2]")).containsExactly(new Part("instance", "(1, 2)", List.of()));
        assertThat(parts("{'x': null, 'empty': []}"))
                .containsExactly(new Part("x", "null", List.of()), new Part("empty", "()", List.of()));
    }

    private static List<Part> parts(String json) {
        return Part.of(Codec.read(json.replace('\'', '"'), JsonNode.class));
    }
}
