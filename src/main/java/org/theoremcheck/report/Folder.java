package org.theoremcheck.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.theoremcheck.audit.Audit;
import org.theoremcheck.audit.Witness;
import org.theoremcheck.claim.Figure;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.gradients.Diagnosis;

/**
 * A folder with a report: ledger.json, witnesses, and the page or the tables. A file is replaced whole or not at all.
 *
 * @param path of the folder
 */
public record Folder(Path path) {

    /**
     * Makes the folder, with its parents.
     *
     * @throws IllegalArgumentException if it cannot be written to
     */
    public static Folder open(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".theoremcheck", ""));
            return new Folder(path);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(
                    path + ": cannot be written to, expected a folder for the report", unwritable);
        }
    }

    /**
     * Writes the ledger, the witnesses and the page.
     *
     * @param papers those that the claims are from, for titles and figures
     * @param selection which claims were asked for
     */
    public void write(Audit.Result result, List<Paper> papers, Selection selection) throws IOException {
        keep(result);
        replace(path.resolve("index.html"), Page.html(result.ledger(), result.witnesses(), papers, selection));
    }

    /** Writes the ledger, the witnesses and the tables: what is committed. */
    public void accept(Audit.Result result) throws IOException {
        keep(result);
        replace(path.resolve("README.md"), Tables.markdown(result.ledger()));
    }

    /** Writes the page of diagnoses and returns where it is. */
    public Path write(List<Diagnosis> diagnoses) throws IOException {
        Path page = path.resolve("index.html");
        replace(page, DiagnosisPage.html(diagnoses));
        return page;
    }

    /** Writes a page of figures and returns where it is. */
    public Path write(String title, String lead, List<Figure> figures) throws IOException {
        Path page = path.resolve("index.html");
        replace(page, FiguresPage.html(title, lead, figures));
        return page;
    }

    private void keep(Audit.Result result) throws IOException {
        Path folder = Files.createDirectories(path.resolve("witnesses"));
        try (DirectoryStream<Path> stale = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : stale) {
                String id = file.getFileName().toString().replaceFirst("\\.json$", "");
                if (!result.witnesses().containsKey(id)) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, Witness> witness : result.witnesses().entrySet()) {
            replace(
                    folder.resolve(witness.getKey() + ".json"),
                    witness.getValue().text());
        }
        replace(path.resolve("ledger.json"), result.ledger().text());
    }

    private static void replace(Path file, String text) throws IOException {
        Path written = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
