package org.theoremcheck.guard.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Codec;

/**
 * The vectors of a claim. Each number stands there twice: in decimal, as the shortest that reads back as itself, and in hexadecimal.
 *
 * @param version of this format
 * @param claim id
 * @param title the claim in a few words
 * @param statement as a formula
 * @param tolerance how the budget of a finding comes about
 * @param role name of the role, whose methods the calls are
 * @param notes what each flag means: the slips that the vectors hunt
 * @param vectors instances
 */
public record VectorSet(
        int version,
        String claim,
        String title,
        String statement,
        String tolerance,
        String role,
        Map<String, String> notes,
        List<Vector> vectors) {

    /** The version of the format that is written and read. */
    public static final int VERSION = 1;

    /**
     * An instance, what a right subject is asked and answers, and what is to be found.
     *
     * @param id from 1
     * @param comment where the instance comes from
     * @param flags slips that this vector finds
     * @param instance the instance
     * @param instanceHex the same in hexadecimal
     * @param episodes the calls of each episode
     * @param finding about these answers
     * @param slips what is found about a subject with a slip, by flag
     */
    public record Vector(
            int id,
            String comment,
            List<String> flags,
            JsonNode instance,
            JsonNode instanceHex,
            List<List<Call>> episodes,
            Result finding,
            Map<String, Result> slips) {}

    /**
     * A call and its answer.
     *
     * @param call name of the method
     * @param with its arguments
     * @param withHex the same in hexadecimal
     * @param answer what a right subject answers, up to rounding; null for nothing
     * @param answerHex the same in hexadecimal
     */
    public record Call(String call, JsonNode with, JsonNode withHex, JsonNode answer, JsonNode answerHex) {}

    /**
     * What is to be found.
     *
     * @param verdict HOLDS or VIOLATED
     * @param measured left side
     * @param bound right side
     * @param budget rounding that the comparison allows for
     * @param measuredHex the left side in hexadecimal
     * @param boundHex the right side in hexadecimal
     */
    public record Result(
            String verdict, double measured, double bound, double budget, JsonNode measuredHex, JsonNode boundHex) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is malformed or of another version
     */
    public static VectorSet read(String json) {
        Codec.requireVersion(json, VERSION);
        return Codec.read(json, VectorSet.class);
    }

    /** The file. */
    public String text() {
        return Codec.lines(this);
    }
}
