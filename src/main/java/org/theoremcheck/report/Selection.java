package org.theoremcheck.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Options;
import org.theoremcheck.claim.Codec;

/**
 * Which claims an audit was of, as its user said: what a ledger does not know, and the commands that repeat it need.
 *
 * @param only patterns of ids; none for all claims
 * @param suite a jar with further papers, as seen from where the audit was started
 */
public record Selection(List<String> only, Optional<Path> suite) {

    /** All claims of the program itself. */
    public static final Selection ALL = new Selection(List.of(), Optional.empty());

    /** The options, each with a space before it, that {@code replay} needs to find the claims. */
    String replaying() {
        return line(suiteOption());
    }

    /** The options, each with a space before it, with which {@code audit} gives the same ledger again. */
    String repeating(Ledger ledger) {
        List<String> options = new ArrayList<>();
        only.forEach(pattern -> options.addAll(List.of("--only", pattern)));
        ledger.set()
                .forEach((term, coefficient) ->
                        options.addAll(List.of("--set", term + "=" + Codec.number(coefficient))));
        if (ledger.instances() != Options.INSTANCES) {
            options.addAll(List.of("--instances", Long.toString(ledger.instances())));
        }
        if (ledger.seed() != Options.SEED) {
            options.addAll(List.of("--seed", Long.toString(ledger.seed())));
        }
        options.addAll(suiteOption());
        return line(options);
    }

    private List<String> suiteOption() {
        return suite.map(jar -> List.of("--suite", jar.toString())).orElse(List.of());
    }

    private static String line(List<String> words) {
        StringBuilder line = new StringBuilder();
        words.forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    /** A word as a POSIX shell takes it for one. */
    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
