package org.theoremcheck.guard.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Reads lines that are numbers: the hot path of a conversation. NaN and Infinity are read as they are, and null as NaN, for the referee to refuse. */
final class Answers {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private Answers() {}

    /**
     * The answer to a call: a list of numbers, or a number, which is a vector of one.
     *
     * @throws Breakdown if it is none
     */
    static double[] numbers(byte[] line, Method method) {
        boolean vector = method.getReturnType() == double[].class;
        boolean whole = method.getReturnType() == int.class;
        try (JsonParser in = FACTORY.createParser(line)) {
            double[] answer = null;
            JsonToken first = in.nextToken();
            if (vector && first == JsonToken.START_ARRAY) {
                answer = list(in);
            } else if (!vector && first != null && (first.isNumeric() || first == JsonToken.VALUE_NULL)) {
                answer = new double[] {number(in, first)};
            }
            if (answer != null && in.nextToken() == null && !(whole && answer[0] != (int) answer[0])) {
                return answer;
            }
        } catch (IOException malformed) {
            // Shown below as it is.
        }
        throw new Breakdown("answered %s to '%s', expected %s"
                .formatted(
                        Excerpt.of(line),
                        method.getName(),
                        vector ? "a list of numbers" : whole ? "a whole number" : "a number"));
    }

    private static double[] list(JsonParser in) throws IOException {
        double[] numbers = new double[16];
        int count = 0;
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number(in, token);
        }
        return Arrays.copyOf(numbers, count);
    }

    private static double number(JsonParser in, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        return in.getDoubleValue();
    }

    /**
     * The answer to a call that returns nothing.
     *
     * @throws Breakdown if it is not null
     */
    static void nothing(byte[] line, String call) {
        try (JsonParser in = FACTORY.createParser(line)) {
            if (in.nextToken() == JsonToken.VALUE_NULL && in.nextToken() == null) {
                return;
            }
        } catch (IOException malformed) {
            // Shown below as it is.
        }
        throw new Breakdown("answered %s to '%s', expected null".formatted(Excerpt.of(line), call));
    }
}
