package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamilyTest {

    @Test
    void listedMembersComeInTurn() {
        Family<String> members = Family.of("members", "group", "a", "b", "c");

        assertThat(members.size()).isEqualTo(3);
        assertThat(members.draw(1, 0)).isEqualTo("a");
        assertThat(members.draw(2, 1)).isEqualTo("b");
        assertThat(members.draw(3, 2)).isEqualTo("c");
        assertThat(members.draw(4, 3)).isEqualTo("a");
        assertThat(members.draw(4, 3_000_000_001L)).isEqualTo("b");
    }

    @Test
    void aRandomFamilyIsAFunctionOfSeedNameAndIndex() {
        Family<Double> family = Family.drawn("first", "group", in -> in.uniform("u", 0, 1));
        Family<Double> namesake = Family.drawn("first", "another group", in -> in.uniform("u", 0, 1));
        Family<Double> other = Family.drawn("second", "group", in -> in.uniform("u", 0, 1));

        assertThat(family.size()).isEqualTo(Family.UNBOUNDED);
        assertThat(family.draw(1, 5)).isEqualTo(namesake.draw(1, 5));
        assertThat(family.draw(1, 5))
                .isNotEqualTo(other.draw(1, 5))
                .isNotEqualTo(family.draw(1, 6))
                .isNotEqualTo(family.draw(2, 5));
        assertThat(family.draw(1, 5)).isEqualTo(new Draw(1, "first", 5).uniform("u", 0, 1));
    }
}
