package org.theoremcheck.guard.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.theoremcheck.claim.Codec;

/** The same tree with its floating-point numbers in hexadecimal, such as "0x1.8p0". */
final class Hexadecimal {

    private Hexadecimal() {}

    static JsonNode of(Object value) {
        return of(Codec.tree(value));
    }

    private static JsonNode of(JsonNode tree) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (tree.isFloatingPointNumber()) {
            return nodes.textNode(Double.toHexString(tree.doubleValue()));
        }
        if (tree.isArray()) {
            ArrayNode array = nodes.arrayNode();
            tree.forEach(entry -> array.add(of(entry)));
            return array;
        }
        if (tree.isObject()) {
            ObjectNode object = nodes.objectNode();
            tree.properties().forEach(field -> object.set(field.getKey(), of(field.getValue())));
            return object;
        }
        return tree;
    }
}
