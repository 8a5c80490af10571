package org.theoremcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremcheck.audit.Audit;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Witness;

class FolderTest {

    private static final Ledger LEDGER = Ledgers.green();
    private static final Witness WITNESS = Ledgers.witness("wrong", "seed 1, index 3", Map.of("rounds", 2));
    private static final Audit.Result RESULT = new Audit.Result(LEDGER, Map.of("wrong", WITNESS));

    @TempDir
    private Path root;

    @Test
    void aFolderIsMadeWithItsParents() throws IOException {
        Folder folder = Folder.open(root.resolve("a/b/c"));

        assertThat(folder.path()).isEqualTo(root.resolve("a/b/c")).isEmptyDirectory();
    }

    @Test
    void aFolderThatExistsKeepsWhatItHas() throws IOException {
        Path note = Files.writeString(root.resolve("note.txt"), "mine");

        Folder.open(root).write(RESULT, List.of(), Selection.ALL);

        assertThat(note).hasContent("mine");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "mine");

        for (Path path : List.of(file, file.resolve("below"))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Folder.open(path))
                    .withMessage("%s: cannot be written to, expected a folder for the report", path);
        }
        assertThat(file).hasContent("mine");
    }

    @Test
    void aReportIsLedgerWitnessesAndPage() throws IOException {
        Folder.open(root).write(RESULT, List.of(), Selection.ALL);

        assertThat(files()).containsExactlyInAnyOrder("index.html", "ledger.json", "witnesses", "witnesses/wrong.json");
        assertThat(root.resolve("ledger.json")).content().isEqualTo(LEDGER.text());
        assertThat(root.resolve("witnesses/wrong.json")).content().isEqualTo(WITNESS.text());
        assertThat(root.resolve("index.html"))
                .content()
                .isEqualTo(Page.html(LEDGER, RESULT.witnesses(), List.of(), Selection.ALL));
    }

    @Test
    void whatIsCommittedHasTablesInPlaceOfThePage() throws IOException {
        Folder.open(root).accept(RESULT);

        assertThat(files()).containsExactlyInAnyOrder("README.md", "ledger.json", "witnesses", "witnesses/wrong.json");
        assertThat(root.resolve("README.md")).content().isEqualTo(Tables.markdown(LEDGER));
    }

    @Test
    void witnessesOfAnEarlierAuditGo() throws IOException {
        Folder.open(root).write(RESULT, List.of(), Selection.ALL);
        Path note = Files.writeString(root.resolve("witnesses/note.txt"), "mine");

        Folder.open(root).write(new Audit.Result(LEDGER, Map.of("other", WITNESS)), List.of(), Selection.ALL);

        assertThat(root.resolve("witnesses/wrong.json")).doesNotExist();
        assertThat(root.resolve("witnesses/other.json")).exists();
        assertThat(note).hasContent("mine");
    }

    @Test
    void theSameAuditWritesTheSameBytes() throws IOException {
        Folder.open(root).write(RESULT, List.of(), Selection.ALL);
        byte[] before = Files.readAllBytes(root.resolve("index.html"));

        Folder.open(root).write(RESULT, List.of(), Selection.ALL);

        assertThat(root.resolve("index.html")).hasBinaryContent(before);
        assertThat(files()).hasSize(4);
    }

    @Test
    void aFileThatCannotBeReplacedStaysAndNothingHalfWrittenStaysBesideIt() throws IOException {
        Path obstacle = Files.createDirectories(root.resolve("ledger.json"));
        Files.writeString(obstacle.resolve("inside"), "mine");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Folder.open(root).write(RESULT, List.of(), Selection.ALL));
        assertThat(obstacle.resolve("inside")).hasContent("mine");
        assertThat(files()).noneMatch(file -> file.endsWith(".part"));
    }

    private List<String> files() throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(file -> !file.equals(root))
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
