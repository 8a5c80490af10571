package org.theoremcheck.claim;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * All claims that are known, by id, in the order of their papers.
 *
 * @param papers in order
 * @param claims the claims by id
 */
public record Catalogue(List<Paper> papers, Map<String, Claim<?, ?, ?>> claims) {

    /** The claims of the papers on the class path of the loader. */
    public static Catalogue load(ClassLoader loader) {
        return of(ServiceLoader.load(Paper.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((first, second) -> first.title().compareTo(second.title()))
                .toList());
    }

    /**
     * The claims of the papers given.
     *
     * @throws IllegalArgumentException if two claims share an id
     */
    public static Catalogue of(List<? extends Paper> papers) {
        return new Catalogue(List.copyOf(papers), Map.of())
                .and(papers.stream().flatMap(paper -> paper.theorems().stream()).toList());
    }

    /**
     * The catalogue with theorems that are in no paper.
     *
     * @throws IllegalArgumentException if two claims share an id
     */
    public Catalogue and(List<? extends Theorem<?, ?, ?>> theorems) {
        Map<String, Claim<?, ?, ?>> byId = new LinkedHashMap<>(claims);
        for (Theorem<?, ?, ?> theorem : theorems) {
            for (Claim<?, ?, ?> claim : theorem.claims()) {
                if (byId.putIfAbsent(claim.id(), claim) != null) {
                    throw new IllegalArgumentException("two claims have the id '" + claim.id() + "'");
                }
            }
        }
        return new Catalogue(papers, byId);
    }

    /** The claim with the id, if there is one. */
    public Optional<Claim<?, ?, ?>> find(String id) {
        return Optional.ofNullable(claims.get(id));
    }

    /** The claims whose id matches the pattern, such as {@code regret-*}. */
    public List<Claim<?, ?, ?>> matching(String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return claims.values().stream()
                .filter(claim -> matcher.matches(Path.of(claim.id())))
                .collect(Collectors.toList());
    }

    /** The readings and controls of a theorem. */
    public List<Claim<?, ?, ?>> of(String theorem) {
        return claims.values().stream()
                .filter(claim -> claim.of().equals(Optional.of(theorem)))
                .collect(Collectors.toList());
    }

    /** Those of them that are the theorem about another subject in the same role. */
    public List<Claim<?, ?, ?>> slips(Claim<?, ?, ?> theorem) {
        return of(theorem.id()).stream()
                .filter(control -> control.setting().role() == theorem.setting().role()
                        && control.setting().instance() == theorem.setting().instance()
                        && control.setting().reference() != theorem.setting().reference())
                .collect(Collectors.toList());
    }
}
