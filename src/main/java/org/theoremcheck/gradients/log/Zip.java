package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The entries of a zip file, from its central directory, with the places of their contents, which {@code java.util.zip} does not tell.
 * By <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</a> 6.3, with the extension for 64 bits.
 */
final class Zip {

    /** Contents as they are. */
    static final int STORED = 0;

    /** Contents compressed by RFC 1951. */
    static final int DEFLATED = 8;

    /** The first bytes of a zip file. */
    static final String MAGIC = "PK\u0003\u0004";

    /** The first bytes of a zip file without entries. */
    static final String EMPTY_MAGIC = "PK\u0005\u0006";

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int EXTRA_64 = 1;
    private static final int ENCRYPTED = 1;

    /** What a field of 32 bits holds whose value stands elsewhere in 64. */
    private static final long ELSEWHERE = 0xffff_ffffL;

    /** The directory is held in memory: a million entries. */
    private static final long LONGEST_DIRECTORY = 64 << 20;

    private static final Pattern OUTSIDE =
            Pattern.compile("/.*|(.*/)?\\.\\.(/.*)?|.*\\\\.*|[A-Za-z]:.*", Pattern.DOTALL);

    private final Store store;

    /** Where the directory begins, and contents end. */
    private long start;

    private Zip(Store store) {
        this.store = store;
    }

    /**
     * An entry.
     *
     * @param name as it stands in the directory
     * @param method {@link #STORED} or {@link #DEFLATED}
     * @param checksum CRC-32 of the contents
     * @param packed bytes in the file
     * @param size bytes of the contents
     * @param offset of the first byte in the file
     */
    record Entry(String name, int method, int checksum, long packed, long size, long offset) {}

    /**
     * Reads the directory.
     *
     * @throws BadLog if the file has damaged, overlapping, encrypted or ambiguous entries, or some that are compressed in another way
     */
    static List<Entry> entries(Store store) throws IOException {
        return new Zip(store).entries();
    }

    private List<Entry> entries() throws IOException {
        ByteBuffer directory = directory();
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (directory.hasRemaining()) {
            Entry entry = entry(directory);
            if (!names.add(entry.name())) {
                throw new BadLog(store.name(), "has two entries " + BadLog.quoted(entry.name()) + ", expected one");
            }
            entries.add(entry);
        }
        checkOverlaps(entries);
        return entries;
    }

    /** The central directory, which lies right before the record of its end. */
    private ByteBuffer directory() throws IOException {
        long end = end();
        ByteBuffer record = bytes(end, END_BYTES);
        boolean oneDisk = record.getInt(4) == 0;
        long size = unsigned(record, 12);
        start = unsigned(record, 16);
        if (end >= LOCATOR_64_BYTES) {
            ByteBuffer locator = bytes(end - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
            if (locator.getInt(0) == LOCATOR_64) {
                end = locator.getLong(8);
                record = bytes(end, END_64_BYTES);
                oneDisk = record.getInt(0) == END_64 && record.getLong(16) == 0;
                size = record.getLong(40);
                start = record.getLong(48);
            }
        }
        if (!oneDisk || size < 0 || start < 0 || start != end - size) {
            throw damaged("a directory of " + size + " bytes at byte " + start + " that ends at byte " + end);
        }
        if (size > LONGEST_DIRECTORY) {
            throw new BadLog(
                    store.name(), "has a directory of " + size + " bytes, expected at most " + LONGEST_DIRECTORY);
        }
        return bytes(start, (int) size);
    }

    /** Where the last record is: at the end of the file but for a comment, whose length it tells. */
    private long end() throws IOException {
        int most = (int) Math.min(store.size(), END_BYTES + 0xffff);
        long from = store.size() - most;
        ByteBuffer tail = bytes(from, most);
        for (int at = most - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && Short.toUnsignedInt(tail.getShort(at + 20)) == most - at - END_BYTES) {
                return from + at;
            }
        }
        throw new BadLog(store.name(), "is a zip file that does not end as one: was it cut short?");
    }

    /** Takes one entry from the directory. */
    private Entry entry(ByteBuffer directory) throws IOException {
        ByteBuffer header = directory.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (header.remaining() < CENTRAL_BYTES || header.getInt(0) != CENTRAL) {
            throw damaged("an entry in its directory");
        }
        int nameLength = Short.toUnsignedInt(header.getShort(28));
        int extraLength = Short.toUnsignedInt(header.getShort(30));
        int length = CENTRAL_BYTES + nameLength + extraLength + Short.toUnsignedInt(header.getShort(32));
        if (length > header.remaining()) {
            throw damaged("a name within its directory");
        }
        directory.position(directory.position() + length);
        byte[] bytes = new byte[nameLength];
        header.get(CENTRAL_BYTES, bytes);
        String name = new String(bytes, StandardCharsets.UTF_8);
        String where = store.name() + "#" + BadLog.shown(name);
        if (OUTSIDE.matcher(name).matches()) {
            throw new BadLog(where, "is an entry whose name points outside of the file, expected a plain name");
        }
        if ((header.getShort(8) & ENCRYPTED) != 0) {
            throw new BadLog(where, "is encrypted, expected an open entry");
        }
        int method = Short.toUnsignedInt(header.getShort(10));
        if (method != STORED && method != DEFLATED) {
            throw new BadLog(
                    where, "is compressed by method " + method + " of zip, expected none (np.savez) or deflate");
        }
        long packed = unsigned(header, 20);
        long size = unsigned(header, 24);
        long local = unsigned(header, 42);
        if (size == ELSEWHERE || packed == ELSEWHERE || local == ELSEWHERE) {
            ByteBuffer wide = wide(header.slice(CENTRAL_BYTES + nameLength, extraLength));
            size = size == ELSEWHERE ? next(wide) : size;
            packed = packed == ELSEWHERE ? next(wide) : packed;
            local = local == ELSEWHERE ? next(wide) : local;
        }
        if (method == STORED && packed != size) {
            throw damaged("a stored entry " + BadLog.quoted(name) + " of one size");
        }
        return new Entry(name, method, header.getInt(16), packed, size, contents(local, bytes));
    }

    /** The sizes of 64 bits among the extra fields of an entry; empty without them. */
    private static ByteBuffer wide(ByteBuffer extra) {
        extra.order(ByteOrder.LITTLE_ENDIAN);
        while (extra.remaining() >= 4) {
            int kind = extra.getShort();
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (kind == EXTRA_64) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            extra.position(extra.position() + length);
        }
        return extra;
    }

    private long next(ByteBuffer wide) throws BadLog {
        if (wide.remaining() < Long.BYTES) {
            throw damaged("a size of 64 bits");
        }
        long value = wide.getLong();
        if (value < 0) {
            throw damaged("a size below 2^63");
        }
        return value;
    }

    /** Where the contents of an entry begin, behind its local header, which has extra fields of its own. */
    private long contents(long local, byte[] name) throws IOException {
        ByteBuffer header = bytes(local, LOCAL_BYTES + name.length);
        if (header.getInt(0) != LOCAL
                || Short.toUnsignedInt(header.getShort(26)) != name.length
                || !header.slice(LOCAL_BYTES, name.length).equals(ByteBuffer.wrap(name))) {
            throw damaged("the entry " + BadLog.quoted(new String(name, StandardCharsets.UTF_8)) + " at byte " + local);
        }
        return local + LOCAL_BYTES + name.length + Short.toUnsignedInt(header.getShort(28));
    }

    /** One stretch of a bomb may be packed for many entries. */
    private void checkOverlaps(List<Entry> entries) throws BadLog {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::offset));
        long limit = start;
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Entry entry = sorted.get(i);
            if (entry.packed() > limit - entry.offset()) {
                throw new BadLog(
                        store.name() + "#" + BadLog.shown(entry.name()),
                        "promises " + entry.packed() + " bytes from byte " + entry.offset()
                                + " on, expected them to end by byte " + limit);
            }
            limit = entry.offset();
        }
    }

    private ByteBuffer bytes(long position, int count) throws IOException {
        if (position < 0 || position > store.size() - count) {
            throw damaged(count + " bytes at byte " + position);
        }
        return ByteBuffer.wrap(store.head(position, count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long unsigned(ByteBuffer record, int at) {
        return Integer.toUnsignedLong(record.getInt(at));
    }

    private BadLog damaged(String expected) {
        return new BadLog(store.name(), "is a damaged zip file, expected " + expected);
    }
}
