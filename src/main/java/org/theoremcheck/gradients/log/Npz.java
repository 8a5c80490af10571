package org.theoremcheck.gradients.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A .npz file: a zip file of .npy files. Stored arrays ({@code np.savez}) are read where they are; compressed ones
 * ({@code np.savez_compressed}) are unpacked into a temporary file first.
 */
final class Npz {

    private static final String NPY = ".npy";

    /**
     * Arrays that unpack to more than this and to more than {@link #RATIO} times what they are packed in are taken for a bomb. Deflate
     * packs 1032 to 1 at most. A float32 gradient that is not zero has some 20 bits that no compression saves, so that 100 to 1 would mean
     * that all but one number in 60 are zero. What unpacks to less takes a second.
     */
    private static final long BOMB = 256 << 20;

    private static final long RATIO = 100;

    private static final int PIECE = 1 << 16;

    private final Store store;
    private @Nullable Store unpacked;
    private long packedBytes;
    private long unpackedBytes;

    private Npz(Store store) {
        this.store = store;
    }

    /** Opens a file of this kind. */
    static OpenLog open(Store store, Optional<String> entry) throws IOException {
        return new Npz(store).log(entry.map(name -> name.endsWith(NPY) ? withoutSuffix(name) : name));
    }

    private OpenLog log(Optional<String> entry) throws IOException {
        List<Array> arrays = new ArrayList<>();
        for (Zip.Entry file : Zip.entries(store)) {
            if (("/" + file.name()).endsWith("/data.pkl")) {
                throw GradientLogs.pickled(store.name());
            }
            if (file.name().endsWith(NPY)) {
                arrays.add(new Array(file));
            }
        }
        if (arrays.isEmpty()) {
            throw new BadLog(store.name(), "is a zip file without arrays (.npy), " + GradientLogs.EXPECTED);
        }
        return new Choice(store, arrays).log(entry);
    }

    private static String withoutSuffix(String name) {
        return name.substring(0, name.length() - NPY.length());
    }

    /** An entry. */
    private final class Array implements Candidate {

        private final Zip.Entry entry;
        private @Nullable NpyHeader header;

        Array(Zip.Entry entry) {
            this.entry = entry;
        }

        @Override
        public String name() {
            return withoutSuffix(entry.name());
        }

        @Override
        public Shape shape() throws IOException {
            return header().shape();
        }

        @Override
        public Slab matrix() throws IOException {
            return unpacked(header().matrix(where(), store, entry.offset(), entry.size()));
        }

        @Override
        public Slab vector() throws IOException {
            return unpacked(header().vector(where(), store, entry.offset(), entry.size()));
        }

        /** What the header promises has been compared with the size in the directory before anything is unpacked. */
        private Slab unpacked(Slab packed) throws IOException {
            return entry.method() == Zip.STORED ? packed : unpack(entry, packed, header().length(), where());
        }

        private String where() {
            return Choice.where(store, this);
        }

        private NpyHeader header() throws IOException {
            if (header == null) {
                header = NpyHeader.parse(where(), head(NpyHeader.HEAD));
            }
            return header;
        }

        private byte[] head(int most) throws IOException {
            if (entry.method() == Zip.STORED) {
                return store.head(entry.offset(), (int) Math.min(most, entry.size()));
            }
            try (InputStream in = new Inflated(store, entry.offset(), entry.packed())) {
                return in.readNBytes(most);
            } catch (ZipException | EOFException e) {
                throw damaged(where(), e);
            }
        }
    }

    /** The same numbers in the temporary file, behind those of other entries. */
    private Slab unpack(Zip.Entry entry, Slab packed, int header, String where) throws IOException {
        packedBytes += entry.packed();
        unpackedBytes += entry.size();
        if (unpackedBytes > BOMB && unpackedBytes / RATIO > packedBytes) {
            throw new BadLog(
                    where,
                    "unpacks from " + packedBytes + " bytes to " + unpackedBytes + ", expected at most " + RATIO
                            + " times as many: if these are gradients, save them with np.savez");
        }
        if (unpacked == null) {
            unpacked = store.temporary();
        }
        long start = unpacked.size();
        CRC32 checksum = new CRC32();
        byte[] piece = new byte[PIECE];
        try (InputStream in = new Inflated(store, entry.offset(), entry.packed())) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                if (unpacked.size() - start + count > entry.size()) {
                    throw new BadLog(where, "unpacks to more than the " + entry.size() + " bytes it promises");
                }
                checksum.update(piece, 0, count);
                unpacked.append(ByteBuffer.wrap(piece, 0, count));
            }
        } catch (ZipException | EOFException e) {
            throw damaged(where, e);
        }
        if (unpacked.size() - start < entry.size()) {
            throw new BadLog(
                    where,
                    "unpacks to " + (unpacked.size() - start) + " bytes, expected the " + entry.size()
                            + " it promises");
        }
        if ((int) checksum.getValue() != entry.checksum()) {
            throw new BadLog(where, "is damaged: its checksum differs");
        }
        return packed.movedTo(unpacked, start + header);
    }

    private static BadLog damaged(String where, IOException cause) {
        return new BadLog(where, "is damaged: " + cause.getMessage());
    }
}
