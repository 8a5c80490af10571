package org.theoremcheck.gradients.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A .safetensors file, by its <a href="https://github.com/huggingface/safetensors#format">format</a>: the length of a JSON header in eight
 * bytes, the header, and the tensors one after the other without gaps, in C order and with the lowest byte first.
 */
final class Safetensors {

    /** The header's length and the bracket that it begins with. */
    static final int START = Long.BYTES + 1;

    /** The format allows a hundred megabytes; these hold some 400,000 tensors. */
    private static final long LONGEST = 32 << 20;

    private static final String METADATA = "__metadata__";

    private static final Map<String, FloatType> TYPES =
            Map.of("F16", FloatType.HALF, "BF16", FloatType.BRAIN, "F32", FloatType.SINGLE, "F64", FloatType.DOUBLE);

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // UTF-8 and nothing else.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxNumberLength(19)
                    .build())
            .build();

    private final Store store;
    private final long data;

    private Safetensors(Store store, long data) {
        this.store = store;
        this.data = data;
    }

    /** Opens a file of this kind. */
    static OpenLog open(Store store, Optional<String> entry) throws IOException {
        if (store.size() < START) {
            throw new BadLog(
                    store.name(), "holds " + store.size() + " bytes, expected the header of a .safetensors file");
        }
        long length = ByteBuffer.wrap(store.head(0, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 0 || length > LONGEST) {
            throw new BadLog(
                    store.name(),
                    "promises a header of " + Long.toUnsignedString(length) + " bytes, expected at most " + LONGEST);
        }
        if (length > store.size() - Long.BYTES) {
            throw new BadLog(
                    store.name(),
                    "promises a header of " + length + " bytes, and ends after " + (store.size() - Long.BYTES)
                            + " of them");
        }
        Safetensors file = new Safetensors(store, Long.BYTES + length);
        List<Tensor> tensors = file.tensors(store.head(Long.BYTES, (int) length));
        file.checkLayout(tensors);
        return new Choice(store, tensors).log(entry);
    }

    private List<Tensor> tensors(byte[] header) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        try (JsonParser json = JSON.createParser(header)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                expect(json, json.nextToken(), JsonToken.START_OBJECT);
                if (name.equals(METADATA)) {
                    json.skipChildren();
                } else {
                    tensors.add(tensor(json, name));
                }
            }
            if (json.nextToken() != null) {
                throw unexpected(json, "the end of the header");
            }
        } catch (JsonProcessingException e) {
            // A limit that was passed has no place.
            String place = e.getLocation() == null
                    ? ""
                    : ", byte " + (Long.BYTES + e.getLocation().getByteOffset());
            throw new BadLog(
                    store.name() + place,
                    "is no JSON as the header of a .safetensors file is: " + BadLog.quoted(e.getOriginalMessage()));
        }
        return tensors;
    }

    private Tensor tensor(JsonParser json, String name) throws IOException {
        String type = null;
        List<Long> shape = null;
        List<Long> ends = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "dtype" -> {
                    expect(json, json.currentToken(), JsonToken.VALUE_STRING);
                    type = json.getText();
                }
                case "shape" -> shape = counts(json);
                case "data_offsets" -> ends = counts(json);
                default -> throw unexpected(json, "'dtype', 'shape' and 'data_offsets' only");
            }
        }
        if (type == null || shape == null || ends == null || ends.size() != 2 || ends.get(0) > ends.get(1)) {
            throw unexpected(json, "'dtype', 'shape' and two 'data_offsets', from and to");
        }
        return new Tensor(store, data, name, type, new Shape(shape), ends.get(0), ends.get(1));
    }

    private List<Long> counts(JsonParser json) throws IOException {
        List<Long> counts = new ArrayList<>();
        expect(json, json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, json.currentToken(), JsonToken.VALUE_NUMBER_INT);
            if (json.getLongValue() < 0) {
                throw unexpected(json, "a count");
            }
            counts.add(json.getLongValue());
        }
        return counts;
    }

    private void expect(JsonParser json, @Nullable JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw unexpected(
                    json,
                    switch (expected) {
                        case START_OBJECT -> "'{'";
                        case START_ARRAY -> "'['";
                        case VALUE_STRING -> "a text";
                        default -> "a count";
                    });
        }
    }

    private BadLog unexpected(JsonParser json, String expected) throws IOException {
        String found = json.currentToken() == null ? "the end of the header" : BadLog.quoted(json.getText());
        long at = json.currentTokenLocation().getByteOffset();
        return new BadLog(store.name() + ", byte " + (Long.BYTES + at), "found " + found + ", expected " + expected);
    }

    /** The tensors fill what follows the header, each where another ends. */
    private void checkLayout(List<Tensor> tensors) throws IOException {
        List<Tensor> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingLong(Tensor::begin).thenComparingLong(Tensor::end));
        long end = 0;
        for (Tensor tensor : sorted) {
            if (tensor.begin() != end) {
                throw new BadLog(
                        Choice.where(store, tensor),
                        "begins at byte " + tensor.begin() + " of the numbers, expected " + end
                                + ", where the one before ends");
            }
            tensor.checkSize();
            end = tensor.end();
        }
        long held = store.size() - data;
        if (end != held) {
            throw new BadLog(
                    store.name(),
                    "holds " + held + " bytes after its header, expected " + end + " for its tensors"
                            + (held < end ? ": was it cut short?" : ""));
        }
    }

    /**
     * A tensor.
     *
     * @param store the file
     * @param data where the numbers of all tensors begin in it
     * @param begin of its own numbers among these
     * @param end of them
     */
    private record Tensor(Store store, long data, String name, String dtype, Shape shape, long begin, long end)
            implements Candidate {

        @Override
        public Slab matrix() throws BadLog {
            return Slab.of(where(), store, data + begin, type(), ByteOrder.LITTLE_ENDIAN, shape, false);
        }

        @Override
        public Slab vector() throws BadLog {
            return Slab.vector(where(), store, data + begin, type(), ByteOrder.LITTLE_ENDIAN, shape);
        }

        void checkSize() throws BadLog {
            FloatType type = TYPES.get(dtype);
            if (type != null && shape.bytes(where(), type) != end - begin) {
                throw new BadLog(
                        where(),
                        "has " + (end - begin) + " bytes, expected " + shape.bytes(where(), type) + " for the " + type
                                + " numbers of shape " + shape);
            }
        }

        private FloatType type() throws BadLog {
            FloatType type = TYPES.get(dtype);
            if (type == null) {
                throw new BadLog(
                        where(),
                        "found dtype " + BadLog.quoted(dtype) + ", expected F16, BF16, F32 or F64: save it as F32");
            }
            return type;
        }

        private String where() {
            return Choice.where(store, this);
        }
    }
}
