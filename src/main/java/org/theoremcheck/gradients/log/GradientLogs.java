package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens logs of gradients. */
public final class GradientLogs {

    /** How a complaint about a file of another kind ends. */
    static final String EXPECTED = "expected a .npy, .npz, .safetensors or .csv file of gradients, a row a step";

    /** How protocols 2 to 5 of pickle begin. */
    private static final Pattern PICKLE = Pattern.compile("\u0080[\u0002-\u0005]");

    private GradientLogs() {}

    /**
     * Opens a log by its name: FILE, or FILE#ENTRY for one array of several in a file. A file that has a # in its own name is found by it
     * as well.
     *
     * @throws BadLog if it is no log of gradients
     */
    public static GradientLog open(String name) throws IOException {
        Path whole = path(name);
        if (!Files.exists(whole)) {
            for (int hash = name.indexOf('#'); hash >= 0; hash = name.indexOf('#', hash + 1)) {
                Path file = path(name.substring(0, hash));
                if (Files.isRegularFile(file)) {
                    return open(file, Optional.of(name.substring(hash + 1)));
                }
            }
        }
        return open(whole, Optional.empty());
    }

    /**
     * Opens a log.
     *
     * @param entry which array of a file that holds several; may be left out where there is but one matrix, or one vector a step
     * @throws BadLog if it is no log of gradients
     */
    public static GradientLog open(Path file, Optional<String> entry) throws IOException {
        return requireSteps(open(Store.open(file), entry));
    }

    /**
     * Opens a log that lies elsewhere.
     *
     * @param name by whose end a file is known that its first bytes do not tell
     * @param bytes closed with the log
     * @throws BadLog if it is no log of gradients
     */
    public static GradientLog open(String name, Bytes bytes) throws IOException {
        return requireSteps(part(name, bytes));
    }

    /** The same of what may be one row of a longer log. */
    static GradientLog part(String name, Bytes bytes) throws IOException {
        return open(Store.of(name, bytes), Optional.empty());
    }

    private static GradientLog open(Store store, Optional<String> entry) throws IOException {
        boolean opened = false;
        try {
            GradientLog log = read(store, entry);
            opened = true;
            return log;
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    /** A log of at least two gradients; another one is closed. */
    static GradientLog requireSteps(GradientLog log) throws IOException {
        if (log.rows() < 2) {
            log.close();
            throw new BadLog(log.name(), "found one row, expected at least two: a row a step");
        }
        return log;
    }

    private static GradientLog read(Store store, Optional<String> entry) throws IOException {
        byte[] start = store.head(0, Safetensors.START);
        if (start.length == 0) {
            throw new BadLog(store.name(), "is empty, " + EXPECTED);
        }
        return switch (kind(new String(start, StandardCharsets.ISO_8859_1), store.name())) {
            case NPY -> alone(npy(store), entry);
            case NPZ -> Npz.open(store, entry);
            case SAFETENSORS -> Safetensors.open(store, entry);
            case TEXT -> alone(Csv.open(store), entry);
            case PICKLE -> throw pickled(store.name());
            case OTHER ->
                throw new BadLog(
                        store.name(),
                        "begins with the bytes " + HexFormat.ofDelimiter(" ").formatHex(start) + ", " + EXPECTED);
        };
    }

    private enum Kind {
        NPY,
        NPZ,
        SAFETENSORS,
        TEXT,
        PICKLE,
        OTHER
    }

    /** What a file is, its first bytes tell, or else its name. */
    private static Kind kind(String start, String name) {
        if (start.startsWith(NpyHeader.MAGIC)) {
            return Kind.NPY;
        }
        if (start.startsWith(Zip.MAGIC) || start.startsWith(Zip.EMPTY_MAGIC)) {
            return Kind.NPZ;
        }
        if (start.length() == Safetensors.START && start.endsWith("\0{")) {
            return Kind.SAFETENSORS;
        }
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "npy" -> Kind.NPY;
            case "npz" -> Kind.NPZ;
            case "safetensors" -> Kind.SAFETENSORS;
            case "csv", "tsv", "txt" -> Kind.TEXT;
            default -> PICKLE.matcher(start).lookingAt() ? Kind.PICKLE : Kind.OTHER;
        };
    }

    private static GradientLog npy(Store store) throws IOException {
        NpyHeader header = NpyHeader.parse(store.name(), store.head(0, NpyHeader.HEAD));
        return new OpenLog(store.name(), List.of(header.matrix(store.name(), store, 0, store.size())), store);
    }

    /** The complaint about what {@code torch.save} and {@code pickle.dump} write. */
    static BadLog pickled(String name) {
        return new BadLog(
                name,
                "is a pickle of Python, as torch.save writes, which is not opened: save the gradients with np.save, "
                        + EXPECTED);
    }

    private static GradientLog alone(GradientLog log, Optional<String> entry) throws BadLog {
        if (entry.isPresent()) {
            throw new BadLog(log.name(), "has no entries, found #" + BadLog.quoted(entry.get()) + " behind its name");
        }
        return log;
    }

    private static Path path(String name) throws BadLog {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new BadLog(BadLog.quoted(name), "is no name of a file");
        }
    }
}
