package org.theoremcheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A named part of an instance: a line, or parts of its own.
 *
 * @param name what it is
 * @param text its kind, or all of it where it has no parts
 * @param parts what a line is too short for
 */
record Part(String name, String text, List<Part> parts) {

    private static final String KIND = "kind";
    private static final int LONGEST_LINE = 72;

    /** The parts of an instance. */
    static List<Part> of(JsonNode instance) {
        return instance.isObject() ? fields(instance) : List.of(part("instance", instance));
    }

    private static List<Part> fields(JsonNode object) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getKey().equals(KIND)) {
                parts.add(part(words(field.getKey()), field.getValue()));
            }
        }
        return parts;
    }

    private static Part part(String name, JsonNode value) {
        if (value.isObject()) {
            String kind = words(value.path(KIND).asText());
            List<Part> fields = fields(value);
            String line = line(kind, fields);
            boolean brief = line.length() <= LONGEST_LINE
                    && fields.stream().allMatch(part -> part.parts.isEmpty() && part.text.indexOf(':') < 0);
            return brief ? new Part(name, line, List.of()) : new Part(name, kind, fields);
        }
        if (value.isArray() && value.path(0).isObject()) {
            List<Part> items = new ArrayList<>();
            value.forEach(item -> items.add(part(Integer.toString(items.size() + 1), item)));
            return new Part(name, "", items);
        }
        String text = value.isArray()
                ? Sequence.array(value)
                : value.isIntegralNumber()
                        ? value.asText().replace('-', '−')
                        : value.isNumber() ? Numbers.cut(value.doubleValue()) : words(value.asText());
        return new Part(name, text, List.of());
    }

    /** A kind with its fields in a line: "box: low −1; high 1". */
    private static String line(String kind, List<Part> fields) {
        String list = fields.stream().map(part -> part.name + " " + part.text).collect(Collectors.joining("; "));
        return kind + (kind.isEmpty() || list.isEmpty() ? "" : ": ") + list;
    }

    /** "signOfPoint", "sign-of-point" and "SIGN_OF_POINT" are "sign of point". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replaceAll("(?<=\\w)[-_](?=\\w)", " ")
                .toLowerCase(Locale.ROOT);
    }
}
