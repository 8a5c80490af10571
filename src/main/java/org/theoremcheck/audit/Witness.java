package org.theoremcheck.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tape;

/**
 * A judged instance that can be judged again anywhere: the instance whole, and the subject's answers.
 *
 * @param version of this format
 * @param claim id of the claim
 * @param set coefficients that replaced the claim's own, by term; empty for the claim as it is
 * @param verdict what was found
 * @param measured left side
 * @param bound right side
 * @param severity how wrong
 * @param certified whether exact or enclosed arithmetic confirmed a violation; null where the claim has no exact evaluation
 * @param origin where the instance was found
 * @param instance the instance
 * @param tape the subject's answers, episode by episode; null to let the reference subject answer
 * @param digest SHA-256 of all the rest, by which an altered file is noticed
 */
public record Witness(
        int version,
        String claim,
        Map<String, Double> set,
        String verdict,
        double measured,
        double bound,
        double severity,
        @Nullable Boolean certified,
        String origin,
        JsonNode instance,
        @Nullable Tape tape,
        String digest) {

    /** The version of the format that is written and read. */
    public static final int VERSION = 1;

    /** A recorded run of somebody's subject, certified in exact arithmetic where the claim can be evaluated so. */
    public static <I, S, E> Witness of(Claim<I, S, E> claim, I instance, Tape tape, Finding finding, String origin) {
        Boolean certified = claim.confirms(instance, tape, finding).orElse(null);
        return of(claim.id(), Map.of(), finding, certified, origin, instance, tape);
    }

    /** A witness with its digest. */
    static Witness of(
            String claim,
            Map<String, Double> set,
            Finding finding,
            @Nullable Boolean certified,
            String origin,
            Object instance,
            @Nullable Tape tape) {
        Witness open = new Witness(
                VERSION,
                claim,
                set,
                finding.verdict().name(),
                finding.measured(),
                finding.bound(),
                finding.severity(),
                certified,
                origin,
                Codec.tree(instance),
                tape,
                "");
        return open.sealed(open.computedDigest());
    }

    private Witness sealed(String with) {
        return new Witness(
                version, claim, set, verdict, measured, bound, severity, certified, origin, instance, tape, with);
    }

    private String computedDigest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Codec.write(sealed("")).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /**
     * Reads a witness.
     *
     * @throws IllegalArgumentException if it is malformed, of another version, or altered since it was written
     */
    public static Witness read(String json) {
        Codec.requireVersion(json, VERSION);
        Witness witness = Codec.read(json, Witness.class);
        if (!witness.computedDigest().equals(witness.digest)) {
            throw new IllegalArgumentException(
                    "field digest: the file was altered since it was written, expected the digest of its other fields");
        }
        return witness;
    }

    /** The witness as it is kept: one field a line. */
    public String text() {
        return Codec.lines(this);
    }
}
