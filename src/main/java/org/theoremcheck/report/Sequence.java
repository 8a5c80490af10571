package org.theoremcheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** Long lists, short enough to check by hand: runs are counted, and the rest of a long list is left out. */
final class Sequence {

    private static final int SHORTEST_RUN = 4;
    private static final int LONGEST = 12;

    private Sequence() {}

    /** The numbers of a vector. */
    static String vector(double[] numbers) {
        return "(" + of(DoubleStream.of(numbers).mapToObj(Numbers::cut).toList()) + ")";
    }

    /** An array of numbers in parentheses; of an array of these, its rows. */
    static String array(JsonNode array) {
        String items = of(StreamSupport.stream(array.spliterator(), false)
                .map(Sequence::item)
                .toList());
        return array.path(0).isArray() ? items : "(" + items + ")";
    }

    private static String item(JsonNode item) {
        return item.isArray() ? array(item) : item.isNumber() ? Numbers.cut(item.doubleValue()) : item.asText();
    }

    /** The items with commas between them; "0 × 99" for a run, "… (300 in all)" for what is left out. */
    static String of(List<String> items) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        while (begin < items.size()) {
            int end = begin + 1;
            while (end < items.size() && items.get(end).equals(items.get(begin))) {
                end++;
            }
            String item = items.get(begin);
            int run = end - begin;
            if (parts.size() >= LONGEST) {
                parts.add("… (" + Numbers.count(items.size()) + " in all)");
                break;
            } else if (run >= SHORTEST_RUN) {
                parts.add(item + "\u00a0×\u00a0" + Numbers.count(run));
                begin = end;
            } else {
                parts.add(item);
                begin++;
            }
        }
        return String.join(", ", parts);
    }
}
