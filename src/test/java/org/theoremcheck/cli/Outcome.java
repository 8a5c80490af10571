package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** What a command leaves on the screen. */
record Outcome(int code, String out, String err) {

    static Outcome of(String... arguments) {
        return of(Optional.empty(), arguments);
    }

    static Outcome of(Optional<Cluster> cluster, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(cluster, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }

    List<String> complaints() {
        return err.lines().toList();
    }

    /** Exit code 2, nothing said but one plain sentence, and in it all that it has to name. */
    void assertComplaint(String... named) {
        assertThat(code).as(err).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(complaints())
                .singleElement()
                .asString()
                .startsWith("theoremcheck: ")
                .contains(named)
                .hasSizeLessThan(1100)
                .doesNotContain("Exception", "java.", "org.theoremcheck", "`")
                .doesNotContainPattern("\\p{Cntrl}");
    }
}
