package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremcheck.audit.Toy.Numbers;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Setting;

class ResumeTest {

    private static final String JOURNAL = "audit.journal";

    /** Adders begun by a claim that counts them. */
    private static final AtomicLong PLAYS = new AtomicLong();

    private static final List<Claim<?, ?, ?>> CLAIMS = claimsOfEverySort();

    private static String undisturbed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void anAuditThatNothingDisturbs() {
        undisturbed = Whole.text(Whole.audit(CLAIMS, options(1, 1500, Map.of())));
    }

    private static List<Claim<?, ?, ?>> claimsOfEverySort() {
        Family<Numbers> normal = Toy.normal("normal", "normal");
        Setting<Numbers, Toy.Adder, Double> counted = Toy.setting(
                        Toy.tiny("tiny/first", "tiny"), Toy.tiny("tiny/second", "tiny"), Toy.tiny("alone", "alone"))
                .playedBy(numbers -> {
                    PLAYS.incrementAndGet();
                    return Toy.HONEST.begin(numbers);
                });
        Hypothesis<Numbers> never = new Hypothesis<>("never met", numbers -> Double.NaN, normal);
        Setting<Numbers, Toy.Adder, Double> vacuous = new Setting<>(
                "vacuous",
                "Nothing is to be added",
                Numbers.class,
                Toy.Adder.class,
                List.of(normal),
                List.of(never),
                Toy.HONEST,
                counted.referee(),
                Optional.empty());
        List<Claim<?, ?, ?>> claims = new ArrayList<>(Toy.theorem("sums", counted)
                .control("sums-scaled", "a twentieth of the bound", scale("one", 0.05))
                .control("sums-greedy", "three too many", subject(Toy.GREEDY))
                .control("sums-normal", "on larger numbers", on(normal))
                .and(Toy.theorem("sums-vacuous", vacuous).claim())
                .claims());
        Whole.catalogue().find("regret-best-predictor-online").ifPresent(claims::add);
        return claims;
    }

    @ParameterizedTest
    @CsvSource({"sampling, 0", "sampling, 3", "searching, 0", "searching, 2"})
    void anAuditThatDiedIsTakenUpWhereItWas(String phase, int units) throws IOException {
        assertThatExceptionOfType(Death.class).isThrownBy(() -> audit(2, new Mortal(phase, units), false));
        assertThat(folder.resolve(JOURNAL)).exists();

        assertThat(Whole.text(audit(2, Progress.SILENT, true))).isEqualTo(undisturbed);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.3, 0.6, 0.999, 1})
    void aJournalMayEndAnywhere(double share) throws IOException {
        byte[] whole = journalOfAFinishedAudit();

        Files.write(folder.resolve(JOURNAL), Arrays.copyOf(whole, (int) (share * whole.length)));

        assertThat(Whole.text(audit(1, Progress.SILENT, true))).isEqualTo(undisturbed);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAuditMayDieTwice() throws IOException {
        byte[] whole = journalOfAFinishedAudit();

        Files.write(folder.resolve(JOURNAL), Arrays.copyOf(whole, whole.length / 3));
        assertThatExceptionOfType(Death.class).isThrownBy(() -> audit(1, new Mortal("sampling", 0), true));

        assertThat(Whole.text(audit(1, Progress.SILENT, true))).isEqualTo(undisturbed);
    }

    @Test
    void finishedWorkIsNotDoneAgain() throws IOException {
        assertThatExceptionOfType(Death.class).isThrownBy(() -> audit(1, new Mortal("searching", 0), false));
        PLAYS.set(0);

        assertThat(Whole.text(audit(1, Progress.SILENT, true))).isEqualTo(undisturbed);

        assertThat(PLAYS).hasValue(0);
    }

    @Test
    void withoutResumingAnAuditBeginsAfresh() throws IOException {
        Files.writeString(folder.resolve(JOURNAL), "work of somebody else\n");

        assertThat(Whole.text(audit(1, Progress.SILENT, false))).isEqualTo(undisturbed);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theJournalOfAnotherAuditIsRefusedAndKept() throws IOException {
        assertThatExceptionOfType(Death.class).isThrownBy(() -> audit(1, new Mortal("sampling", 0), false));
        byte[] before = Files.readAllBytes(folder.resolve(JOURNAL));

        for (Options other :
                List.of(options(7, 1500, Map.of()), options(1, 1501, Map.of()), options(1, 1500, Map.of("one", 2.0)))) {
            List<Claim<?, ?, ?>> sums = CLAIMS.subList(0, 4);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new Audit(sums, other, Progress.SILENT).run(folder, true))
                    .withMessageContaining(JOURNAL)
                    .withMessageContaining("cannot resume");
        }
        assertThat(folder.resolve(JOURNAL)).hasBinaryContent(before);
    }

    @Test
    void theJournalOfOtherClaimsIsRefused() {
        assertThatExceptionOfType(Death.class).isThrownBy(() -> audit(1, new Mortal("sampling", 0), false));
        List<Claim<?, ?, ?>> others = CLAIMS.subList(0, 3);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Audit(others, options(1, 1500, Map.of()), Progress.SILENT).run(folder, true))
                .withMessageContaining(JOURNAL)
                .withMessageContaining("cannot resume");
    }

    private byte[] journalOfAFinishedAudit() throws IOException {
        assertThatExceptionOfType(Death.class).isThrownBy(() -> audit(1, new Mortal("searching", 0), false));
        return Files.readAllBytes(folder.resolve(JOURNAL));
    }

    private Audit.Result audit(int threads, Progress progress, boolean resume) throws IOException {
        Options options = new Options(1, 1500, Optional.empty(), threads, Map.of());
        return new Audit(CLAIMS, options, progress).run(folder, resume);
    }

    private static Options options(long seed, long instances, Map<String, Double> set) {
        return new Options(seed, instances, Optional.empty(), 1, set);
    }

    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Throws after so many units of a phase, and at all later ones. */
    private static final class Mortal implements Progress {

        private final String last;
        private final int units;
        private int left = Integer.MAX_VALUE;

        Mortal(String last, int units) {
            this.last = last;
            this.units = units;
        }

        @Override
        public synchronized void begin(String phase, long total) {
            left = phase.equals(last) ? units : Integer.MAX_VALUE;
        }

        @Override
        public synchronized void advance(long steps) {
            if (left-- <= 0) {
                throw new Death();
            }
        }

        @Override
        public void note(String line) {}
    }
}
