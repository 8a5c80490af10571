package org.theoremcheck.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Paper;

/** An audit of the catalogue made quick: few instances, none of the games that take longest, and no ensembles of the mean-field paper. */
final class Whole {

    private static final long INSTANCES = 60;

    private Whole() {}

    static Catalogue catalogue() {
        return Catalogue.load(Paper.class.getClassLoader());
    }

    static List<Claim<?, ?, ?>> claims() {
        return catalogue().claims().values().stream()
                .filter(claim -> claim.setting().families().stream()
                        .noneMatch(family -> family.name().matches("flow/(?!linear).*|unit-permutation/.*")))
                .<Claim<?, ?, ?>>map(Whole::quick)
                .toList();
    }

    /** So few instances refute a control somewhere, and not everywhere. */
    private static <I, S, E> Claim<I, S, E> quick(Claim<I, S, E> claim) {
        return new Claim<>(
                claim.id(),
                claim.kind(),
                claim.expected(),
                claim.of(),
                claim.title(),
                claim.source(),
                claim.setting()
                        .on(claim.setting().families().stream()
                                .filter(family -> !family.name()
                                        .matches(".*/(longest.*|breast-cancer|sensing|symmetric|balanced)"))
                                .toList()),
                claim.statement(),
                claim.tightness());
    }

    /** The audit on four threads; played once for all tests. */
    static Audit.Result audited() {
        return Once.RESULT;
    }

    private static final class Once {
        private static final Audit.Result RESULT = audit(claims(), 4);
    }

    static Audit.Result audit(List<? extends Claim<?, ?, ?>> claims, int threads) {
        return audit(claims, new Options(Options.SEED, INSTANCES, Optional.empty(), threads, Map.of()));
    }

    /** An audit whose journal is gone afterwards. */
    static Audit.Result audit(List<? extends Claim<?, ?, ?>> claims, Options options) {
        try {
            Path folder = Files.createTempDirectory("audit");
            try {
                return new Audit(List.copyOf(claims), options, Progress.SILENT).run(folder, false);
            } finally {
                Files.deleteIfExists(folder.resolve("audit.journal"));
                Files.delete(folder);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Everything that an audit leaves behind. */
    static String text(Audit.Result result) {
        StringBuilder text = new StringBuilder(result.ledger().text());
        result.witnesses().values().forEach(witness -> text.append(witness.text()));
        return text.toString();
    }
}
