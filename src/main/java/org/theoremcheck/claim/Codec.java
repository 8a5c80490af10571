package org.theoremcheck.claim;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON and back, bit for bit. A double is written as the shortest decimal that reads back as itself, by an algorithm
 * that is the same on every JDK; a component that is NaN or infinite is written as null and read as NaN, an entry of a vector as a
 * string, which reads back as itself. Nothing is taken for a number that is none. A member of a sealed interface carries its name
 * in the field {@code kind}.
 */
public final class Codec {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .annotationIntrospector(new SealedKinds())
            .addModule(new SimpleModule()
                    .addSerializer(double.class, new FiniteOrNull(double.class))
                    .addSerializer(Double.class, new FiniteOrNull(Double.class))
                    .addDeserializer(double.class, new NumberOrNaN()))
            .build();

    private Codec() {}

    /** The shortest decimal that reads back as the number: 1, 0.98, 1e-9. */
    public static String number(double value) {
        return NumberOutput.toString(value, true)
                .replaceFirst("\\.0(?=E|$)", "")
                .replace('E', 'e');
    }

    /** One line of JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName(), impossible);
        }
    }

    /** JSON over several lines: a line for each field, none within arrays of numbers. Ends with a line break. */
    public static String lines(Object value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getName(), impossible);
        }
    }

    /** The value as a tree, for fields that hold any instance. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException naming the field and what was expected
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("expected an object, got null");
            }
            return value;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(sentence(malformed), malformed);
        }
    }

    /**
     * Refuses a file of another version for its version, before any field is missed.
     *
     * @throws IllegalArgumentException if the field version is not the number expected
     */
    public static void requireVersion(String json, int expected) {
        JsonNode tree = read(json, JsonNode.class);
        if (!tree.isObject()) {
            throw new IllegalArgumentException("line 1, column 1: expected an object, got " + tree);
        }
        JsonNode version = tree.path("version");
        if (!(version.isInt() && version.intValue() == expected)) {
            throw new IllegalArgumentException("field version: expected %d, got %s"
                    .formatted(expected, version.isMissingNode() ? "none" : version.toString()));
        }
    }

    /**
     * Reads a record from a tree.
     *
     * @throws IllegalArgumentException naming the field and what was expected
     */
    public static <T> T read(JsonNode tree, Class<T> type) {
        return read(write(tree), type);
    }

    /**
     * A document to be read part by part; {@link #read(JsonParser, Class)} reads the value that the parser stands at.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static JsonParser parser(String json) {
        try {
            return MAPPER.createParser(json);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not JSON", malformed);
        }
    }

    /**
     * Reads the value that begins at the token that the parser stands at, and leaves it at the last token of the value.
     *
     * @throws IllegalArgumentException naming the field and what was expected
     */
    public static <T> T read(JsonParser at, Class<T> type) throws IOException {
        try {
            return MAPPER.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(at);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(sentence(malformed), malformed);
        }
    }

    /** Place, field and what is wrong with it, without Jackson's advice on how to allow it. */
    private static String sentence(JsonProcessingException malformed) {
        String first = reason(malformed)
                .lines()
                .findFirst()
                .orElse("not JSON")
                .replaceFirst(
                        " \\((?:start marker|token|class|index|but |set |disable |although|bound as|for subtype|for POJO).*",
                        "")
                .replaceFirst(";.*|: enable .*", "")
                .replaceFirst(", from `.*`(?=\\))", "")
                .replaceAll("`(?:\\w+[.$])*([^`<]*)(?:<[^`]*>)?`", "'$1'")
                .replaceAll("\\[simple type, class (?:\\w+[.$])*(\\w+)]", "$1");
        var place = malformed.getLocation();
        String where = place == null ? "" : "line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
        return where + (malformed instanceof JsonMappingException mapping ? field(mapping) : "") + first;
    }

    private static String reason(JsonProcessingException malformed) {
        if (malformed instanceof InvalidNullException) {
            return "expected a value, got null";
        }
        if (malformed instanceof ValueInstantiationException refused) {
            return refused.getCause() instanceof IllegalArgumentException said && said.getMessage() != null
                    ? said.getMessage()
                    : "not a possible " + refused.getType().getRawClass().getSimpleName();
        }
        return malformed.getOriginalMessage();
    }

    /** Such as {@code field gradients[3][0]: }, or nothing. */
    private static String field(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "" : "field " + path + ": ";
    }

    /**
     * Sealed interfaces are told apart by the field {@code kind}, the simple name of the record in small letters with hyphens: two-points. A
     * component is null only where it says so, or is a number that is none.
     */
    private static final class SealedKinds extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;
        private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            return sealedParent(annotated.getRawType()) == null
                    ? null
                    : JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, true, true);
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
            Class<?> type = annotated.getRawType();
            return type.isSealed()
                    ? Arrays.stream(type.getPermittedSubclasses())
                            .map(member -> new NamedType(member, kind(member)))
                            .toList()
                    : null;
        }

        @Override
        public @Nullable String findTypeName(AnnotatedClass annotated) {
            return sealedParent(annotated.getRawType()) == null ? null : kind(annotated.getRawType());
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter
                    ? component(parameter).map(SealedKinds::nulls).orElseGet(() -> super.findSetterInfo(annotated))
                    : super.findSetterInfo(annotated);
        }

        /** The component that a parameter of a canonical constructor sets. */
        private static Optional<RecordComponent> component(AnnotatedParameter parameter) {
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            int index = parameter.getIndex();
            return components != null
                            && parameter.getOwner().getParameterCount() == components.length
                            && components[index].getType() == parameter.getRawType()
                    ? Optional.of(components[index])
                    : Optional.empty();
        }

        private static JsonSetter.Value nulls(RecordComponent component) {
            Class<?> type = component.getType();
            boolean nullable =
                    type.isPrimitive() || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean holds = List.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
            return JsonSetter.Value.construct(
                    nullable ? Nulls.DEFAULT : Nulls.FAIL, holds ? Nulls.FAIL : Nulls.DEFAULT);
        }

        private static String kind(Class<?> member) {
            return CAPITAL.matcher(member.getSimpleName()).replaceAll("-$1").toLowerCase(Locale.ROOT);
        }

        private static @Nullable Class<?> sealedParent(Class<?> type) {
            if (type.isSealed() && type.isInterface()) {
                return type;
            }
            return type.isRecord()
                    ? Arrays.stream(type.getInterfaces())
                            .filter(Class::isSealed)
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }

    private static final class FiniteOrNull extends StdSerializer<Double> {

        private static final long serialVersionUID = 1L;

        FiniteOrNull(Class<Double> type) {
            super(type);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }

    private static final class NumberOrNaN extends StdDeserializer<Double> {

        private static final long serialVersionUID = 1L;

        NumberOrNaN() {
            super(double.class);
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return _parseDoublePrimitive(in, context);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
