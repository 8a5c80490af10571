package org.theoremcheck.meanfield.limit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.theoremcheck.claim.Codec;

/**
 * The mean-field equations with a coefficient before each term; the theorem has {@link #TRUE}, 1 throughout. With g = ξ·∂ℓ(r; y),
 * <pre>
 *   θ_{k+1} = θ_k − Δt (λθ_k + Γ_k θ_k + Σ_j Δt R_ℓ(k,j) θ_j + κ_k θ*) + u_k,   Cov(u_k, u_j) = (Δt²/δ) E g_k g_jᵀ
 *   r_k     = w_k − (Δt/δ) Σ_{j&lt;k} R_θ(k,j) g_j,                             (w*, w) ~ N(0, Cov(θ*, θ)).
 * </pre>
 *
 * @param changed the coefficients that are not 1
 */
public record Equations(Map<Term, Double> changed) {

    /** The equations of the theorem. */
    public static final Equations TRUE = new Equations(Map.of());

    /** What a coefficient stands before. */
    public enum Term {
        /** Γ_k = E ∂²ℓ(r_k). */
        CURVATURE,
        /** R_ℓ, the response of E ∂ℓ(r_k) to earlier weights. */
        MEMORY,
        /** Cov u. */
        FORCE,
        /** The Onsager term, the sum in r_k. */
        REACTION,
        /** E ∂ℓ_k (ξ_j − 1) ∂ℓ_j, the part of E g_k g_j, j &lt; k, that remembers the noise of step j. */
        CROSS,
        /** The noise in u: Var ξ in E g_k g_k. */
        WEIGHT_NOISE,
        /** ξ − 1 in r. */
        OUTPUT_NOISE,
        /** ξ − 1 in the responses of which R_ℓ is the mean. */
        RESPONSE_NOISE
    }

    public Equations {
        changed = Map.copyOf(changed);
    }

    /** The equations with another coefficient before a term. */
    public Equations with(Term term, double coefficient) {
        Map<Term, Double> more = new EnumMap<>(Term.class);
        more.putAll(changed);
        more.put(term, coefficient);
        return new Equations(more);
    }

    /** The coefficient before a term. */
    public double of(Term term) {
        return changed.getOrDefault(term, 1.0);
    }

    /** The equations in words: those of the theorem, or the coefficients that are not 1. */
    public String text() {
        return "the equations"
                + (changed.isEmpty()
                        ? ""
                        : Arrays.stream(Term.values())
                                .filter(changed::containsKey)
                                .map(term -> "%s × %s"
                                        .formatted(
                                                term.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', ' '),
                                                Codec.number(of(term))))
                                .collect(Collectors.joining(", ", " with ", "")));
    }
}
