package org.theoremcheck.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Paper;
import org.theoremcheck.guard.steprule.StepRules;

/** Finds claims by what a user types. */
final class Catalogues {

    private Catalogues() {}

    /** The claims of this program and of the papers in a jar. */
    static Catalogue load(@Nullable Path suite) throws IOException {
        ClassLoader own = Paper.class.getClassLoader();
        if (suite == null) {
            return Catalogue.load(own);
        }
        requirePapers(suite);
        // Stays open: its classes are loaded as the claims are played.
        return Catalogue.load(new URLClassLoader(new URL[] {suite.toUri().toURL()}, own));
    }

    /** The same with the step rules, to which implementations are held but which no paper of an audit is about. */
    static Catalogue withStepRules(@Nullable Path suite) throws IOException {
        return load(suite).and(StepRules.theorems());
    }

    private static void requirePapers(Path suite) {
        try (JarFile jar = new JarFile(suite.toFile())) {
            if (jar.getEntry("META-INF/services/" + Paper.class.getName()) == null) {
                throw new IllegalArgumentException(suite + ": holds no papers, expected a jar that provides some");
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(suite + ": cannot be read, expected a jar with papers", unreadable);
        }
    }

    /** The claims that match any of the patterns, in the order of the catalogue; all where there is no pattern. */
    static List<Claim<?, ?, ?>> select(Catalogue catalogue, List<String> patterns) {
        if (patterns.isEmpty()) {
            return List.copyOf(catalogue.claims().values());
        }
        Map<String, Claim<?, ?, ?>> chosen = new LinkedHashMap<>();
        for (String pattern : patterns) {
            List<Claim<?, ?, ?>> matching = matching(catalogue, pattern);
            if (matching.isEmpty()) {
                throw unknown(pattern);
            }
            matching.forEach(claim -> chosen.put(claim.id(), claim));
        }
        return catalogue.claims().values().stream()
                .filter(claim -> chosen.containsKey(claim.id()))
                .toList();
    }

    private static List<Claim<?, ?, ?>> matching(Catalogue catalogue, String pattern) {
        try {
            return catalogue.matching(pattern);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "--only: '%s' is no pattern, expected one such as regret-*".formatted(pattern), malformed);
        }
    }

    /** The claim with the id. */
    static Claim<?, ?, ?> find(Catalogue catalogue, String id) {
        return catalogue.find(id).orElseThrow(() -> unknown(id));
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("no claim '%s', expected one of those that 'list' shows".formatted(id));
    }
}
