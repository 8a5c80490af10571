package org.theoremcheck.gradients.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is done to a log, it is read or refused in a sentence, soon and in little memory. {@code -Pmutants} tries many more. */
class MutantProperties {

    private static final List<String> NAMES = List.of(
            "f4-little-C-1.npy",
            "f8-big-F-3.npy",
            "stored.npz",
            "deflated.npz",
            "steps.npz",
            "deflated-steps.npz",
            "savetxt.csv",
            "savetxt.txt",
            "matrix.safetensors",
            "steps.safetensors");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final List<String> NUMBERS = List.of(
            "0", "1", "2", "999", "2147483648", "4294967295", "9223372036854775807", "99999999999999999999", "-1");

    /** What counts, lengths and places may be replaced by. */
    private static final long[] EXTREMES = {
        0, 1, -1, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40
    };

    private static final long MEMORY = 16 << 20;

    private static final long NANOSECONDS = 10_000_000_000L;

    private static List<byte[]> logs = List.of();

    private static Path folder = Path.of("");

    @BeforeContainer
    static void readLogs() throws IOException {
        List<byte[]> read = new ArrayList<>();
        for (String name : NAMES) {
            read.add(name.endsWith(".safetensors") ? safetensors(name) : Logs.bytes(name));
        }
        logs = read;
        folder = Files.createTempDirectory("mutants");
        // What the first reading and the first refusal of a format allocate for classes and tables of the locale is not
        // a mutant's.
        for (int which = 0; which < NAMES.size(); which++) {
            byte[] log = logs.get(which);
            Path file = folder.resolve(NAMES.get(which));
            for (int length : new int[] {log.length, log.length / 2, 1}) {
                refusal(Files.write(file, Arrays.copyOf(log, length)));
            }
        }
    }

    @AfterContainer
    static void clear() throws IOException {
        for (String name : NAMES) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property
    void aDamagedLogIsReadOrRefusedInASentence(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        int which = random.nextInt(NAMES.size());
        byte[] mutant = logs.get(which);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutant = mutate(mutant, random);
        }
        Path file = Files.write(folder.resolve(NAMES.get(which)), mutant);
        long memory = Logs.allocated();
        long time = System.nanoTime();
        Optional<BadLog> refusal = refusal(file);
        long allocated = Logs.allocated() - memory;
        long elapsed = System.nanoTime() - time;

        assertThat(allocated).isLessThan(MEMORY);
        assertThat(elapsed).isLessThan(NANOSECONDS);
        refusal.ifPresent(refused -> assertThat(refused)
                .message()
                .startsWith(file.toString())
                .doesNotContain("\n")
                .hasSizeLessThan(1000));
    }

    private static Optional<BadLog> refusal(Path file) throws IOException {
        try {
            Logs.read(file);
            return Optional.empty();
        } catch (BadLog refused) {
            return Optional.of(refused);
        }
    }

    @Property(tries = 10)
    void anUndamagedLogIsRead(@ForAll long seed) throws IOException {
        int which = (int) Long.remainderUnsigned(seed, NAMES.size());

        assertThat(Logs.read(Files.write(folder.resolve(NAMES.get(which)), logs.get(which))))
                .isNotEmpty();
    }

    private static byte[] mutate(byte[] log, Random random) {
        if (log.length == 0) {
            return log;
        }
        int at = random.nextInt(log.length);
        // The first bytes matter most.
        at = random.nextBoolean() ? at : random.nextInt(Math.min(log.length, 256));
        int length = Math.min(log.length - at, 1 + random.nextInt(1 + random.nextInt(200)));
        return switch (random.nextInt(8)) {
            case 0 -> {
                byte[] flipped = log.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(log, at);
            case 2 -> replaced(log, at, length, new byte[0]);
            case 3 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                yield replaced(log, at, random.nextBoolean() ? 0 : length, noise);
            }
            case 4 -> replaced(log, at, 0, Arrays.copyOfRange(log, at, at + length));
            case 5 -> {
                byte[] other = logs.get(random.nextInt(logs.size()));
                int from = random.nextInt(other.length);
                yield replaced(log, at, length, Arrays.copyOfRange(other, from, Math.min(other.length, from + length)));
            }
            case 6 -> extreme(log, at, random);
            default -> renumbered(log, random);
        };
    }

    /** An integer of two, four or eight bytes is replaced by one that counts badly. */
    private static byte[] extreme(byte[] log, int at, Random random) {
        int bytes = 2 << random.nextInt(3);
        byte[] number = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(EXTREMES[random.nextInt(EXTREMES.length)])
                .array();
        return replaced(log, at, Math.min(bytes, log.length - at), Arrays.copyOf(number, bytes));
    }

    /** A number written in digits is replaced by another. */
    private static byte[] renumbered(byte[] log, Random random) {
        List<MatchResult> numbers = NUMBER.matcher(new String(log, StandardCharsets.ISO_8859_1))
                .results()
                .toList();
        if (numbers.isEmpty()) {
            return log;
        }
        MatchResult number = numbers.get(random.nextInt(Math.min(numbers.size(), 20)));
        return replaced(
                log,
                number.start(),
                number.end() - number.start(),
                NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] replaced(byte[] log, int at, int length, byte[] by) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(log, 0, at);
        result.writeBytes(by);
        result.write(log, at + length, log.length - at - length);
        return result.toByteArray();
    }

    private static byte[] safetensors(String name) {
        String header = name.startsWith("matrix")
                ? "{\"__metadata__\":{\"by\":\"hand\"},\"g\":{\"dtype\":\"F16\",\"shape\":[4,3],\"data_offsets\":[0,24]}}"
                : "{\"s1\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]},\"s0\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[12,24]}}";
        return ByteBuffer.allocate(8 + header.length() + 24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
