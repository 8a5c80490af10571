package org.theoremcheck.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Codec;

/** Whatever a witness, a ledger or an option is damaged by: exit code 2, and one sentence that says what is wrong where. */
class MalformedInputTest {

    private static final String SURPLUS = "surplus";

    /** JSON that a field must not hold; {@code absent} for a field left out. */
    private static final Map<String, String> WRONG_IN_WITNESS = Map.ofEntries(
            Map.entry("version", "absent null true 1.5 2 \"1\" [] {}"),
            Map.entry("claim", "absent null \"text\" \"\" [] {} \"<script>\" \"../a-nc1\""),
            Map.entry("set", "absent null true 1.5 \"text\" [] {\"path\":null} {\"path\":\"x\"} {\"path\":[]}"),
            Map.entry("verdict", "absent null [] {}"),
            Map.entry("measured", "absent true \"1\" [] {}"),
            Map.entry("bound", "absent true \"1\" [] {}"),
            Map.entry("severity", "absent true \"1\" [] {}"),
            Map.entry("certified", "absent 1.5 \"yes\" [] {}"),
            Map.entry("origin", "absent null [] {}"),
            Map.entry("instance", "absent null true 1.5 \"text\" [] {}"),
            Map.entry(
                    "tape",
                    "absent true 1.5 \"text\" [] {} {\"episodes\":null} {\"episodes\":1} {\"episodes\":[null]}"
                            + " {\"episodes\":[[null]]} {\"episodes\":[[[null]]]} {\"episodes\":[[[\"x\"]]]}"),
            Map.entry("digest", "absent null \"\" \"text\" [] {}"));

    private static final Map<String, String> WRONG_IN_INSTANCE = Map.ofEntries(
            Map.entry("geometry", "absent null \"euclidean\" {} {\"kind\":\"hyperbolic\"} {\"kind\":null}"),
            Map.entry("start", "absent null 1 \"0\" [null] [\"a\"] [[0]] {}"),
            Map.entry("steps", "absent null [] {\"kind\":\"constant\"} {\"kind\":\"constant\",\"step\":\"x\"}"),
            Map.entry("adversary", "absent null 7 {\"kind\":\"linear\",\"gradients\":{}}"),
            Map.entry("rounds", "absent null 1.5 \"2\" 99999999999 [] true"),
            Map.entry(SURPLUS, "1"));

    private static final Map<String, String> WRONG_IN_LEDGER = Map.ofEntries(
            Map.entry("version", "absent null 2 \"1\" []"),
            Map.entry("seed", "absent null 1.5 \"1\" 99999999999999999999"),
            Map.entry("instances", "absent null true []"),
            Map.entry("set", "absent null [] {\"path\":null}"),
            Map.entry("falseAlarm", "absent null 1e-6 {} {\"budget\":\"x\",\"spent\":0}"),
            Map.entry("claims", "absent null {} [null] [1] [{}] [[]]"),
            Map.entry(SURPLUS, "1"));

    private static final Map<String, String> WRONG_IN_ENTRY = Map.ofEntries(
            Map.entry("id", "absent null []"),
            Map.entry("papers", "null \"arXiv\" [null]"),
            Map.entry("verdict", "absent null {}"),
            Map.entry("instances", "null 1.5 \"7\""),
            Map.entry("worstRatio", "absent \"x\" [1]"),
            Map.entry("families", "null [null] [{}]"),
            Map.entry("searched", "null {}"),
            Map.entry("unrefuted", "null [null] 1"));

    @TempDir
    private static Path folder;

    /** A file, how it is damaged, and what the complaint has to name. */
    record Damage(String how, byte[] bytes, String named) {

        Damage(String how, String text, String named) {
            this(how, text.getBytes(UTF_8), named);
        }

        @Override
        public String toString() {
            return how;
        }
    }

    static Stream<Damage> witnesses() throws IOException {
        String text = Files.readString(Path.of("reports", "witnesses", "a-nc1.json"));
        ObjectNode whole = Codec.read(text, ObjectNode.class);
        return Stream.of(
                        damagedTexts(text),
                        wrongFields(whole, "", WRONG_IN_WITNESS),
                        wrongFields(whole, "instance", WRONG_IN_INSTANCE))
                .flatMap(damages -> damages);
    }

    static Stream<Damage> ledgers() throws IOException {
        ObjectNode whole = Codec.read(Files.readString(Path.of("reports", "ledger.json")), ObjectNode.class);
        JsonNode first = whole.get("claims").get(0);
        whole.putArray("claims").add(first);
        return Stream.of(
                        damagedTexts(Codec.lines(whole)),
                        wrongFields(whole, "", WRONG_IN_LEDGER),
                        wrongFields(whole, "claims", WRONG_IN_ENTRY))
                .flatMap(damages -> damages);
    }

    private static Stream<Damage> damagedTexts(String text) {
        String body = text.strip();
        byte[] latin = body.replaceFirst("\\{", "{\"ä\":1,").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return Stream.of(
                new Damage("empty", "", "line 1"),
                new Damage("blank", " \n\t\n", "line "),
                new Damage("cut off", body.substring(0, body.length() / 2), "line "),
                new Damage("without its end", body.substring(0, body.length() - 1), "line "),
                new Damage("without its beginning", body.substring(1), "line "),
                new Damage("twice", body + body, "Trailing token"),
                new Damage("followed by rubbish", body + "x", "line "),
                new Damage("zeros", "\0".repeat(64), "line 1"),
                new Damage("UTF-16", body.getBytes(UTF_16), "not UTF-8"),
                new Damage("Latin-1", latin, "not UTF-8"),
                new Damage("a mark of the byte order", "\uFEFF" + body, "line 1"),
                new Damage("a number", "42", "expected an object"),
                new Damage("a string", "\"text\"", "expected an object"),
                new Damage("a list", "[" + body + "]", "expected an object"),
                new Damage("null", "null", "null"),
                new Damage("HTML", "<!doctype html>\n<script>alert(1)</script>", "line 1"),
                new Damage("a comment", "// mine\n" + body, "line 1"),
                new Damage("a comma too many", body.replaceFirst("\\}$", ",}"), "line "),
                new Damage("single quotes", body.replace('"', '\''), "line "),
                new Damage("NaN", body.replaceFirst("\"version\" : 1", "\"version\" : NaN"), "'NaN'"),
                new Damage("Infinity", body.replaceFirst("\"version\" : 1", "\"version\" : -Infinity"), "line "),
                new Damage("hexadecimal", body.replaceFirst("\"version\" : 1", "\"version\" : 0x1"), "line "),
                new Damage("a leading zero", body.replaceFirst("\"version\" : 1", "\"version\" : 01"), "line "),
                new Damage("a field twice", body.replaceFirst("\\{", "{\"version\":1,"), "Duplicate field 'version'"),
                new Damage("a line break in a string", body.replaceFirst("\"version", "\"ver\nsion"), "line "),
                new Damage("a wrong escape", body.replaceFirst("\"version", "\"\\\\qversion"), "line "),
                new Damage("lists 100000 deep", "[".repeat(100_000) + "]".repeat(100_000), "nesting depth"),
                new Damage(
                        "objects 100000 deep", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), "nesting depth"),
                new Damage("a number of 100000 digits", "{\"version\":" + "9".repeat(100_000) + "}", "length"),
                new Damage("a string of a megabyte", "{\"version\":\"" + "x".repeat(1 << 20) + "\"}", "field version"),
                new Damage("a name of a megabyte", "{\"" + "x".repeat(1 << 20) + "\":1}", "length"),
                new Damage("controls in a string", "{\"version\":\"\\u001b[2J\"}", "field version"));
    }

    /** Every wrong value in every field of the object below, or of the first of the list below. */
    private static Stream<Damage> wrongFields(ObjectNode whole, String below, Map<String, String> wrong) {
        Map<String, Damage> damages = new LinkedHashMap<>();
        new java.util.TreeMap<>(wrong)
                .forEach((field, values) -> Arrays.stream(values.split(" ")).forEach(value -> {
                    ObjectNode copy = whole.deepCopy();
                    JsonNode place = copy.path(below.isEmpty() ? "/" : below);
                    ObjectNode object = below.isEmpty() ? copy : (ObjectNode) (place.isArray() ? place.get(0) : place);
                    if (value.equals("absent")) {
                        object.remove(field);
                    } else {
                        object.set(field, Codec.read(value, JsonNode.class));
                    }
                    String how = below + " " + field + " " + value;
                    boolean sealed = field.equals("digest") || !copy.has("digest");
                    damages.put(how, new Damage(how, Codec.lines(sealed ? copy : resealed(copy)), field));
                }));
        return damages.values().stream();
    }

    /** With the digest of what the witness says now, so that nothing but the damage is wrong. */
    private static ObjectNode resealed(ObjectNode witness) {
        witness.put("digest", "");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Codec.write(witness).getBytes(UTF_8));
            return witness.put("digest", HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aWitnessThatIsSealedAgainIsSound() throws IOException {
        ObjectNode whole =
                Codec.read(Files.readString(Path.of("reports", "witnesses", "a-nc1.json")), ObjectNode.class);
        Path file = Files.writeString(folder.resolve("sound.json"), Codec.lines(resealed(whole)));

        assertThat(Outcome.of("replay", file.toString()).code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void aDamagedWitnessIsRefused(Damage damage) throws IOException {
        Path file = Files.write(folder.resolve("damaged.json"), damage.bytes());

        Outcome.of("replay", file.toString()).assertComplaint(file + ": ", damage.named());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void aDamagedLedgerIsRefused(Damage damage) throws IOException {
        Path file = Files.write(folder.resolve("ledger.json"), damage.bytes());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditCommand.reference(file))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith(file + ": ")
                        .contains(damage.named())
                        .doesNotContain("Exception", "java.", "org.", "`", "\n"));
    }

    @Test
    void aFolderIsNoLedger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditCommand.reference(folder))
                .withMessage(folder + ": no such file, expected a ledger");
    }

    /** In a process of its own, for the reference stands in the working directory. */
    @Test
    void anAuditThatIsToBeComparedWithADamagedLedgerDoesNotBegin() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("reports")).resolve("ledger.json"), "{\"version\":1}");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "audit")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readAllLines(err))
                .singleElement()
                .asString()
                .startsWith("theoremcheck: reports/ledger.json: ")
                .contains("field seed");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list --json=maybe | --json",
                "list --suite | --suite",
                "list --suite one --suite two | --suite",
                "list --json --json | --json",
                "explain --suite | --suite",
                "explain '' | ''",
                "explain ../a-nc1 | '../a-nc1'",
                "explain <script> | '<script>'",
                "replay one.json two.json | two.json",
                "replay --json | WITNESS.json",
                "replay '' | witness",
                "replay --frobnicate x.json | --frobnicate",
                "audit --seed 1 --seed 2 | --seed",
                "audit --seed | --seed",
                "audit --seed 0x10 | --seed",
                "audit --only | --only",
                "audit --only ** --only {a | '{a'",
                "audit --instances 1e3 | --instances",
                "audit --instances 99999999999999999999 | --instances",
                "audit --threads 99999999999 | --threads",
                "audit --threads 1.5 | --threads",
                "audit --budget '' | --budget",
                "audit --budget 1d | --budget",
                "audit --budget 1.5h | --budget",
                "audit --out | --out",
                "audit --resume --resume | --resume",
                "audit --observations | --observations",
                "audit --observations seen.jsonl --resume | --resume",
                "audit --observations reports --only a-nc1 | reports: cannot be written",
                "audit --observations pom.xml/seen.jsonl --only a-nc1 | pom.xml/seen.jsonl: cannot be written",
                "audit --accept=perhaps | --accept",
                "audit surplus | surplus",
                "gradients | LOG",
                "gradients no-such.npy | no-such.npy",
                "gradients no-such.npz#name | no-such.npz",
                "gradients reports | reports",
                "gradients pom.xml | pom.xml",
                "gradients '' | ''",
                "gradients x.npy --project x | --project",
                "gradients x.npy --project -4 | --project",
                "gradients x.npy --threads 0 | --threads",
                "gradients x.npy --epsilon a | --epsilon",
                "gradients x.npy --epsilon 0.1,,0.2 | --epsilon",
                "gradients x.npy --epsilon | --epsilon",
                "gradients x.npy --report pom.xml | pom.xml",
                "gradients x.npy --json --json | --json",
                "meanfield | --loss",
                "meanfield --loss cubic --delta 2 --tau 1 | --loss",
                "meanfield --loss tanh --tau 1 | --delta",
                "meanfield --loss tanh --delta 2 | --tau",
                "meanfield --loss linear --delta x --tau 1 | --delta",
                "meanfield --loss linear --delta 0 --tau 1 | got 0",
                "meanfield --loss linear --delta NaN --tau 1 | NaN",
                "meanfield --loss linear --delta Infinity --tau 1 | Infinity",
                "meanfield --loss linear --delta 2 --tau -1 | -1",
                "meanfield --loss linear --delta 2 --tau NaN | NaN",
                "meanfield --loss linear --delta 2 --tau 1 --noise NaN | --noise",
                "meanfield --loss linear --delta 2 --tau 1 --step 0 | got 0",
                "meanfield --loss linear --delta 2 --tau 1 --steps -1 | -1",
                "meanfield --loss linear --delta 2 --tau 1 --steps many | --steps",
                "meanfield --loss linear --delta 2 --tau 1 --samples 5 | --samples",
                "meanfield --loss linear --delta 2 --tau 1 --solves 1 | --solves",
                "meanfield --loss linear --delta 2 --tau 1 --simulate 1 | --simulate",
                "meanfield --loss linear --delta 2 --tau 1 --dimension 0 | --dimension",
                "meanfield --loss linear --delta 2 --tau 1 --threads 0 | --threads",
                "meanfield --loss linear --delta 2 --tau 1 --ridge -1 | -1",
                "meanfield --loss linear --delta 2 --tau 1 --start-variance -1 | -1",
                "meanfield --loss linear --delta 2 --tau 1 --signal-variance NaN | NaN",
                "meanfield --loss linear --delta 2 --tau 1 --report pom.xml | pom.xml",
                "guard | --command",
                "guard --claim step-sgd --command true --recording x | --recording",
                "guard --claim step-sgd --command | --command",
                "guard --claim [ --command true | '['",
                "guard --vectors out | --vectors",
                "guard --vectors pom.xml --claim step-sgd | pom.xml",
                "guard --recording reports | reports",
                "guard --recording pom.xml | line 1",
                "guard --claim step-sgd --command true --seed x | --seed",
                "guard --claim step-sgd --command true --instances x | --instances",
                "guard --claim step-sgd --command true --answer-limit 9999999999h | --answer-limit",
                "guard --claim step-sgd --command true --record pom.xml/plays | pom.xml/plays",
                "guard --claim step-sgd --command true --record no-such-folder/plays | no-such-folder",
                "guard --frobnicate | --frobnicate",
            })
    void aMalformedOptionIsRefused(String line, String named) {
        String[] arguments = Arrays.stream(line.split(" "))
                .map(word -> word.equals("''") ? "" : word)
                .toArray(String[]::new);

        Outcome.of(arguments).assertComplaint("theoremcheck: ", named);
    }
}
