package org.theoremcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Audit;
import org.theoremcheck.audit.Drift;
import org.theoremcheck.audit.Ledger;
import org.theoremcheck.audit.Observations;
import org.theoremcheck.audit.Options;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.report.Folder;
import org.theoremcheck.report.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Checks claims, searches for worse instances, refutes the controls, and writes a report.")
final class AuditCommand implements Callable<Integer> {

    private static final Path REFERENCE = Path.of("reports");
    private static final Path LEDGER = REFERENCE.resolve("ledger.json");

    private final Optional<Cluster> cluster;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--only", paramLabel = "GLOB", description = "Only claims with a matching id; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--set", paramLabel = "TERM=NUMBER", description = "Try a coefficient of your own; needs --only.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--instances",
            paramLabel = "N",
            description = "Instances of each theorem and group of families (default: 11000).")
    private @Nullable Long instances;

    @Option(names = "--budget", paramLabel = "TIME", description = "Time to check for, such as 90s, 10m or 2h.")
    private @Nullable String budget;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Master seed, a whole number (default: ${DEFAULT-VALUE}).")
    private long seed = Options.SEED;

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "report");

    @Option(names = "--accept", description = "Make this audit the reference in reports/.")
    private boolean accept;

    @Option(names = "--resume", description = "Take up the audit that was killed in the folder of the report.")
    private boolean resume;

    @Option(
            names = "--observations",
            paramLabel = "FILE",
            description = "Write every sampled case as a line of JSON that Tyche reads.")
    private @Nullable Path observations;

    @Option(names = "--suite", paramLabel = "JAR", description = "Add the papers of a jar.")
    private @Nullable Path suite;

    AuditCommand(Optional<Cluster> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws IOException {
        Options options = options();
        boolean whole = only.isEmpty() && set.isEmpty() && budget == null && suite == null;
        if (accept && !(whole && seed == Options.SEED && options.instances() == Options.INSTANCES)) {
            throw new IllegalArgumentException(
                    "--accept: the reference is an audit of all claims with the default options");
        }
        Catalogue catalogue = Catalogues.load(suite);
        // Read at once: a ledger that is damaged is told before the audit, not after it.
        Optional<Ledger> reference = whole && !accept ? reference(LEDGER) : Optional.empty();
        Audit.Result result;
        List<String> slowest;
        Folder folder;
        try (Terminal terminal = new Terminal(spec.commandLine().getErr())) {
            // Everything that can be wrong with the options is said before a folder is made.
            Audit audit = new Audit(Catalogues.select(catalogue, only), options, terminal);
            try (Observations file = observations == null ? Observations.NONE : Observations.in(observations)) {
                folder = Folder.open(out);
                result = cluster.isEmpty()
                        ? audit.run(folder.path(), resume, file)
                        : audit.run(
                                folder.path(),
                                resume,
                                cluster.get().workers(audit.commission(), Optional.ofNullable(suite)));
            }
            slowest = terminal.slowest(10);
        }
        folder.write(result, catalogue.papers(), new Selection(only, Optional.ofNullable(suite)));
        if (accept) {
            Folder.open(REFERENCE).accept(result);
        }
        PrintWriter print = spec.commandLine().getOut();
        Summary.print(print, result.ledger());
        if (!slowest.isEmpty()) {
            print.println("slowest, in seconds of a thread:");
            slowest.forEach(print::println);
        }
        print.println("report: " + folder.path().resolve("index.html"));
        boolean kept = reference.isEmpty() || unchanged(print, reference.get(), result.ledger());
        return result.ledger().asExpected() && kept ? 0 : 1;
    }

    /**
     * The reference ledger, if there is one.
     *
     * @throws IllegalArgumentException if it is malformed or of another version
     */
    static Optional<Ledger> reference(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ledger.read(Inputs.text(file, "a ledger")));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(file + ": " + malformed.getMessage(), malformed);
        }
    }

    /** Compares with the reference ledger, if it is one of these options. */
    private static boolean unchanged(PrintWriter print, Ledger reference, Ledger ledger) {
        if (reference.seed() != ledger.seed() || reference.instances() != ledger.instances()) {
            return true;
        }
        Drift drift = Drift.between(reference, ledger);
        drift.losses().forEach(line -> print.println("lost against " + LEDGER + ": " + line));
        drift.changes().forEach(line -> print.println("differs from " + LEDGER + ": " + line));
        return drift.losses().isEmpty();
    }

    private Options options() {
        if (instances != null && budget != null) {
            throw new IllegalArgumentException("--instances and --budget: expected one of them");
        }
        if (instances != null && instances < 1) {
            throw new IllegalArgumentException("--instances: expected at least 1, got " + instances);
        }
        if (observations != null && resume) {
            throw new IllegalArgumentException(
                    "--observations: expected without --resume, which does not sample again what was sampled before");
        }
        if (observations != null && cluster.isPresent()) {
            throw new IllegalArgumentException("--observations: expected on one machine, a cluster keeps none");
        }
        if (!set.isEmpty() && only.isEmpty()) {
            throw new IllegalArgumentException("--set: expected with --only, to say which claims it is about");
        }
        return new Options(
                seed,
                instances == null ? Options.INSTANCES : instances,
                Optional.ofNullable(budget).map(time -> Durations.parse("--budget", time)),
                threads.count(),
                coefficients(set));
    }

    private static Map<String, Double> coefficients(List<String> settings) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            try {
                double value = Double.parseDouble(setting.substring(equals + 1));
                if (equals < 1 || !Double.isFinite(value)) {
                    throw new NumberFormatException();
                }
                coefficients.put(setting.substring(0, equals), value);
            } catch (NumberFormatException malformed) {
                throw new IllegalArgumentException("--set: expected TERM=NUMBER, got '" + setting + "'", malformed);
            }
        }
        return coefficients;
    }
}
