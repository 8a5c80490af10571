package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void withoutArgumentsTheCommandsAreShown() {
        Outcome outcome = Outcome.of();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("list", "explain", "audit", "replay");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void everyCommandHelps() {
        for (String command : new String[] {"list", "explain", "audit", "replay"}) {
            Outcome outcome = Outcome.of(command, "--help");

            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("theoremcheck " + command);
            assertThat(outcome.err()).isEmpty();
        }
    }

    @Test
    void theVersionIsShown() {
        assertThat(Outcome.of("--version").out()).startsWith("TheoremCheck ");
    }
}
