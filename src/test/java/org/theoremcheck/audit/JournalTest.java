package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.claim.Codec;

class JournalTest {

    private record Work(double value, long[] counts) {}

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() {
        file = folder.resolve("audit.journal");
    }

    @Test
    void whatWasKeptIsFoundAfterwards() throws IOException {
        try (Journal journal = Journal.open(file, "this audit", false)) {
            journal.keep("first", Codec.write(new Work(0.1, new long[] {1, 2})));
            journal.keep("\"second\"\n", Codec.write(new Work(Double.NaN, new long[0])));
        }
        try (Journal journal = Journal.open(file, "this audit", true)) {
            assertThat(journal.find("first", Work.class))
                    .hasValueSatisfying(work -> assertThat(work.value()).isEqualTo(0.1))
                    .hasValueSatisfying(work -> assertThat(work.counts()).containsExactly(1, 2));
            assertThat(journal.find("\"second\"\n", Work.class))
                    .hasValueSatisfying(work -> assertThat(work.value()).isNaN());
            assertThat(journal.find("third", Work.class)).isEmpty();
        }
    }

    @Test
    void whatIsKeptIsOnDiskAtOnce() throws IOException {
        try (Journal journal = Journal.open(file, "this audit", false)) {
            journal.keep("first", Codec.write(new Work(1, new long[0])));

            assertThat(file).hasContent("this audit\n{\"work\":\"first\",\"result\":{\"value\":1.0,\"counts\":[]}}\n");
        }
    }

    @Test
    void aLastLineThatWasCutOffIsIgnoredAndOverwritten() throws IOException {
        Files.writeString(
                file, "this audit\n{\"work\":\"first\",\"result\":{\"value\":1.0,\"counts\":[]}}\n{\"work\":\"sec");
        try (Journal journal = Journal.open(file, "this audit", true)) {
            assertThat(journal.find("first", Work.class)).isPresent();
            journal.keep("third", Codec.write(3));
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "this audit",
                        "{\"work\":\"first\",\"result\":{\"value\":1.0,\"counts\":[]}}",
                        "{\"work\":\"third\",\"result\":3}");
    }

    @Test
    void aJournalWhoseFirstLineWasCutOffIsBegunAgain() throws IOException {
        Files.writeString(file, "this aud");
        try (Journal journal = Journal.open(file, "this audit", true)) {
            journal.keep("first", Codec.write(1));
        }
        assertThat(Files.readAllLines(file)).containsExactly("this audit", "{\"work\":\"first\",\"result\":1}");
    }

    @Test
    void aDiscardedJournalIsGone() throws IOException {
        try (Journal journal = Journal.open(file, "this audit", false)) {
            journal.discard();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void anotherAuditIsRefusedInASentence() throws IOException {
        Files.writeString(file, "that audit\n");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Journal.open(file, "this audit", true))
                .withMessage(
                        file + ": cannot resume, it was begun with another version, other options or other claims");
        assertThat(file).hasContent("that audit\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{\"work\":\"second\"}",
                "{\"result\":1}",
                "{\"work\":null,\"result\":1}",
                "{\"work\":\"second\",\"result\":null}",
                "{\"work\":\"second\",\"result\":1,\"more\":2}",
                "[]",
                "null",
                ""
            })
    void aDamagedLineIsRefusedNamingFileAndLine(String damaged) throws IOException {
        Files.writeString(file, "this audit\n{\"work\":\"first\",\"result\":1}\n" + damaged + "\n");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Journal.open(file, "this audit", true))
                .withMessage(file + ", line 3: expected finished work; without --resume the audit starts anew");
    }

    @Test
    void aResultOfAnotherSortIsRefusedNamingFileAndWork() throws IOException {
        Files.writeString(file, "this audit\n{\"work\":\"first\",\"result\":{\"value\":\"high\",\"counts\":[]}}\n");
        try (Journal journal = Journal.open(file, "this audit", true)) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> journal.find("first", Work.class))
                    .withMessageStartingWith(file + ", 'first': ")
                    .withMessageContaining("value");
        }
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Journal.open(file, "this audit", true))
                .withMessageStartingWith(file + ": not UTF-8 text");
    }
}
