package org.theoremcheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Exit code 0: all as expected; 1: something is not; 2: bad usage or input, said in one sentence. */
@Command(
        name = "theoremcheck",
        mixinStandardHelpOptions = true,
        version = "TheoremCheck 0.1.0",
        description = "Checks published theorems about optimization algorithms on concrete instances.",
        subcommands = {
            ListCommand.class,
            ExplainCommand.class,
            AuditCommand.class,
            ReplayCommand.class,
            GradientsCommand.class,
            MeanfieldCommand.class,
            GuardCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    private static final int BAD_INPUT = 2;

    /** What is quoted from a malformed file may be of any length. */
    private static final int LONGEST = 1000;

    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Optional.empty(), arguments));
    }

    /** Runs a command on a cluster and returns its exit code; what it prints goes to the console. */
    public static int run(Cluster cluster, String... arguments) {
        return run(Optional.of(cluster), arguments);
    }

    private static int run(Optional<Cluster> cluster, String... arguments) {
        // Numbers look the same everywhere.
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(
                cluster,
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                arguments);
        out.flush();
        return code;
    }

    /** Runs a command, on a cluster if there is one; what it prints goes to the writers. */
    static int run(Optional<Cluster> cluster, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main(), commands(cluster))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((thrown, any) -> complain(err, thrown));
        line.setExecutionExceptionHandler((thrown, any, parsed) -> {
            if (thrown instanceof IllegalArgumentException
                    || thrown instanceof IOException
                    || thrown instanceof UncheckedIOException) {
                return complain(err, thrown);
            }
            throw thrown;
        });
        int code = arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** Makes commands, and gives the cluster to those that have work for one. */
    private static CommandLine.IFactory commands(Optional<Cluster> cluster) {
        CommandLine.IFactory others = CommandLine.defaultFactory();
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type == AuditCommand.class) {
                    return type.cast(new AuditCommand(cluster));
                }
                if (type == GradientsCommand.class) {
                    return type.cast(new GradientsCommand(cluster));
                }
                return type == MeanfieldCommand.class ? type.cast(new MeanfieldCommand(cluster)) : others.create(type);
            }
        };
    }

    private static int complain(PrintWriter err, Exception thrown) {
        String line = sentence(thrown).lines().findFirst().orElse("bad input").replaceAll("\\p{Cntrl}", "\uFFFD");
        err.println("theoremcheck: " + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ..."));
        return BAD_INPUT;
    }

    /** What the JDK says of a file is its name and, if we are lucky, why. */
    private static String sentence(Throwable thrown) {
        if (thrown instanceof UncheckedIOException && thrown.getCause() != null) {
            return sentence(thrown.getCause());
        }
        if (thrown instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        if (thrown instanceof FileAlreadyExistsException inTheWay) {
            return inTheWay.getFile() + ": is a file, expected a folder";
        }
        if (thrown instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
