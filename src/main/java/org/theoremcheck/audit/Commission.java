package org.theoremcheck.audit;

import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;

/**
 * What whoever works for an audit has to know once, in names and numbers.
 *
 * @param claims ids of the claims audited, in order
 * @param seed master seed
 * @param set coefficients that replace the claims' own, by term
 */
public record Commission(List<String> claims, long seed, Map<String, Double> set) {

    /**
     * A place to work at, with the claims of a catalogue.
     *
     * @throws IllegalArgumentException if the catalogue lacks one of them
     */
    public Workshop workshop(Catalogue catalogue) {
        return new Workshop(
                claims.stream().<Claim<?, ?, ?>>map(id -> claim(catalogue, id)).toList(), seed, set);
    }

    private Claim<?, ?, ?> claim(Catalogue catalogue, String id) {
        return catalogue
                .find(id)
                .map(found -> Workshop.set(found, set))
                .orElseThrow(() -> new IllegalArgumentException("the catalogue lacks the claim '" + id + "'"));
    }
}
