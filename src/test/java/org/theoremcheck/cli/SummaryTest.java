package org.theoremcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.claim.Codec;

class SummaryTest {

    @TempDir
    private Path folder;

    @Test
    void aControlThatIsBlindSomewhereIsNamedWithThePlace() throws IOException {
        Outcome.of("audit", "--out", folder.toString(), "--only", "a-nc18", "--instances", "1");
        ObjectNode tree = Codec.read(Files.readString(folder.resolve("ledger.json")), ObjectNode.class);
        assertThat(printed(tree)).contains("1 of 1 controls refuted").contains("all as expected");

        ((ArrayNode) tree.get("claims").get(0).get("unrefuted")).add("ball").add("entropy");

        assertThat(printed(tree))
                .containsPattern("! a-nc18 +VIOLATED +[\\d,]+ checks.*, but not in ball, entropy\\R")
                .contains("NOT as expected");
    }

    private static String printed(ObjectNode ledger) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Summary.print(writer, Ledger.read(ledger.toString()));
        writer.flush();
        return out.toString();
    }
}
