package org.theoremcheck.gradients.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the numbers of a .npy file, versions 1.0, 2.0 and 3.0 of the
 * <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy format</a>.
 *
 * @param descr the type of an element, in NumPy's shorthand, as in {@code <f4}
 * @param fortran whether the first index runs fastest
 * @param shape of the array
 * @param length bytes before the first number
 */
record NpyHeader(String descr, boolean fortran, Shape shape, int length) {

    /** What a file begins with. */
    static final String MAGIC = "\u0093NUMPY";

    /** Longer headers, which NumPy does not open either without being asked to, describe records with many fields. */
    private static final int LONGEST = 10_000;

    /** Bytes of a file that hold its header whole. */
    static final int HEAD = 12 + LONGEST;

    private static final Pattern DESCR = Pattern.compile("([<>|=]?)([a-zA-Z?])(\\d*)(\\[.*])?");

    /**
     * Reads a header.
     *
     * @param where names the array
     * @param head its first bytes: {@link #HEAD} of them, or all there are
     */
    static NpyHeader parse(String where, byte[] head) throws BadLog {
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 10) {
            throw new BadLog(where, "holds " + bytes.remaining() + " bytes, expected the header of a .npy file");
        }
        byte[] magic = new byte[MAGIC.length()];
        bytes.get(magic);
        if (!new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new BadLog(where, "does not begin with \\x93NUMPY, as a .npy file does");
        }
        int major = bytes.get();
        int minor = bytes.get();
        if (major < 1 || major > 3 || minor != 0) {
            throw new BadLog(
                    where, "found version " + major + "." + minor + " of the .npy format, expected 1.0, 2.0 or 3.0");
        }
        if (major > 1 && bytes.remaining() < 4) {
            throw new BadLog(where, "ends at byte " + bytes.limit() + ", within its header");
        }
        long length = major == 1 ? Short.toUnsignedInt(bytes.getShort()) : Integer.toUnsignedLong(bytes.getInt());
        int start = bytes.position();
        if (length > LONGEST) {
            throw new BadLog(
                    where + ", byte 8", "promises a header of " + length + " bytes, expected at most " + LONGEST);
        }
        if (length > bytes.remaining()) {
            throw new BadLog(
                    where,
                    "promises a header of " + length + " bytes, and ends after " + bytes.remaining() + " of them");
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        return new PythonLiteral(
                        where,
                        new String(text, major < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8),
                        start)
                .header();
    }

    /** The type of an element, where it is one that this program reads. */
    FloatType type(String where) throws BadLog {
        Matcher parts = DESCR.matcher(descr);
        if (!parts.matches()) {
            throw refused(where, "", "a.astype(np.float32)");
        }
        return switch (parts.group(2) + parts.group(3)) {
            case "f2", "e" -> FloatType.HALF;
            case "f4", "f" -> FloatType.SINGLE;
            case "f8", "d" -> FloatType.DOUBLE;
            default ->
                throw switch (parts.group(2)) {
                    case "O" ->
                        refused(
                                where,
                                "pickled Python objects, which are not opened",
                                "np.stack(a).astype(np.float32)");
                    case "i", "u", "b", "?" -> refused(where, "integers", "a.astype(np.float32)");
                    case "c" -> refused(where, "complex numbers", "np.hstack([a.real, a.imag])");
                    case "U", "S", "a" -> refused(where, "text", "a.astype(np.float32)");
                    case "V" -> refused(where, "raw bytes, perhaps bfloat16", "the numbers as float32");
                    default -> refused(where, "", "a.astype(np.float32)");
                };
        };
    }

    /** The complaint about an array of fields, which has no shorthand. */
    static BadLog structured(String where) {
        return new BadLog(
                where, "found records with fields, " + instead("the field that holds the gradients, a['name']"));
    }

    private BadLog refused(String where, String what, String instead) {
        String meaning = what.isEmpty() ? "" : " (" + what + ")";
        return new BadLog(where, "found dtype " + BadLog.quoted(descr) + meaning + ", " + instead(instead));
    }

    private static String instead(String what) {
        return "expected float16, float32 or float64: save " + what;
    }

    /**
     * The matrix behind the header.
     *
     * @param where names the array
     * @param store the file
     * @param offset of the header in it
     * @param bytes of header and numbers together
     */
    Slab matrix(String where, Store store, long offset, long bytes) throws BadLog {
        FloatType type = type(where);
        Slab slab = Slab.of(where, store, offset + length, type, order(), shape, fortran);
        checkSize(where, type, bytes);
        return slab;
    }

    /** The vector behind the header, as a matrix of one row. */
    Slab vector(String where, Store store, long offset, long bytes) throws BadLog {
        FloatType type = type(where);
        checkSize(where, type, bytes);
        return Slab.vector(where, store, offset + length, type, order(), shape);
    }

    private void checkSize(String where, FloatType type, long bytes) throws BadLog {
        long promised = shape.bytes(where, type);
        long held = bytes - length;
        if (promised != held) {
            throw new BadLog(
                    where,
                    "holds " + held + " bytes after its header, expected " + promised + " for the " + type
                            + " numbers of shape " + shape
                            + (held < promised ? ": was it cut short?" : ": was more than one array saved to it?"));
        }
    }

    /** Without a mark of its own an array has the order of the machine. */
    private ByteOrder order() {
        return switch (descr.charAt(0)) {
            case '<' -> ByteOrder.LITTLE_ENDIAN;
            case '>' -> ByteOrder.BIG_ENDIAN;
            default -> ByteOrder.nativeOrder();
        };
    }
}
