package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A part of a file, unpacked by RFC 1951. */
final class Inflated extends InflaterInputStream {

    private static final int BUFFER = 1 << 16;

    /** Opens bytes {@code offset}, …, {@code offset + packed − 1}. */
    Inflated(Store store, long offset, long packed) {
        super(new Part(store, offset, packed), new Inflater(true), (int) Math.max(1, Math.min(BUFFER, packed)));
    }

    @Override
    public void close() throws IOException {
        super.close();
        inf.end();
    }

    private static final class Part extends InputStream {

        private final Store store;
        private final long end;
        private long position;

        Part(Store store, long offset, long length) {
            this.store = store;
            this.position = offset;
            this.end = offset + length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            int count = (int) Math.min(most, end - position);
            if (count == 0) {
                return -1;
            }
            store.read(position, ByteBuffer.wrap(target, from, count));
            position += count;
            return count;
        }
    }
}
