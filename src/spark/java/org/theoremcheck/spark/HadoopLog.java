package org.theoremcheck.spark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.theoremcheck.gradients.log.Bytes;
import org.theoremcheck.gradients.log.GradientLog;
import org.theoremcheck.gradients.log.GradientLogs;
import org.theoremcheck.gradients.log.ShardedLog;

/**
 * A log on any file system that Hadoop knows.
 *
 * @param name of the file, or of the folder of shards
 * @param along how the shards lie, if there are any
 */
record HadoopLog(String name, Optional<ShardedLog.Along> along) {

    GradientLog open(Configuration configuration) throws IOException {
        Path path = new Path(name);
        FileSystem system = path.getFileSystem(configuration);
        if (along.isEmpty()) {
            return GradientLogs.open(
                    name,
                    new Stream(system.open(path), system.getFileStatus(path).getLen()));
        }
        List<ShardedLog.Shard> shards = new ArrayList<>();
        for (FileStatus file : system.listStatus(path)) {
            if (file.isFile()) {
                shards.add(new File(system, file));
            }
        }
        return ShardedLog.open(name, shards, along.get());
    }

    private record File(FileSystem system, FileStatus status) implements ShardedLog.Shard {
        @Override
        public String name() {
            return status.getPath().getName();
        }

        @Override
        public Bytes open() throws IOException {
            return new Stream(system.open(status.getPath()), status.getLen());
        }
    }

    private record Stream(FSDataInputStream in, long size) implements Bytes {
        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            byte[] bytes = new byte[target.remaining()];
            int count = in.read(position, bytes, 0, bytes.length);
            if (count > 0) {
                target.put(bytes, 0, count);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
