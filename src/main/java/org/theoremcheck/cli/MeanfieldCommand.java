package org.theoremcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.meanfield.curve.Curves;
import org.theoremcheck.meanfield.curve.ThreadEnsemble;
import org.theoremcheck.meanfield.linear.Stability;
import org.theoremcheck.meanfield.model.Loss;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.meanfield.model.Sampling;
import org.theoremcheck.meanfield.model.StartLaw;
import org.theoremcheck.report.Folder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "meanfield",
        mixinStandardHelpOptions = true,
        description = "The mean-field curves of stochastic gradient flow on a planted model.")
final class MeanfieldCommand implements Callable<Integer> {

    private enum Kind {
        LINEAR,
        LOGISTIC,
        TANH
    }

    private final Optional<Cluster> cluster;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--loss", required = true, paramLabel = "LOSS", description = "linear, logistic or tanh.")
    @SuppressWarnings("NullAway.Init")
    private Kind loss;

    @Option(names = "--delta", required = true, paramLabel = "D", description = "Samples over dimensions, n/d.")
    private double ratio;

    @Option(
            names = "--tau",
            required = true,
            paramLabel = "T",
            description = "Temperature: learning rate over batch size.")
    private double temperature;

    @Option(names = "--noise", paramLabel = "S", description = "Standard deviation of the label noise (default: 0).")
    private double noise;

    @Option(names = "--step", paramLabel = "DT", description = "Step in time (default: ${DEFAULT-VALUE}).")
    private double step = 0.1;

    @Option(names = "--steps", paramLabel = "K", description = "Number of steps (default: ${DEFAULT-VALUE}).")
    private int steps = 40;

    @Option(
            names = "--start-variance",
            paramLabel = "V",
            description = "Variance of the weights at the start (default: 0).")
    private double startVariance;

    @Option(
            names = "--signal-variance",
            paramLabel = "R",
            description = "Variance of the teacher's weights (default: ${DEFAULT-VALUE}).")
    private double signalVariance = 1;

    @Option(names = "--ridge", paramLabel = "L", description = "Coefficient of the ridge (default: 0).")
    private double ridge;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples of a solution, for nonlinear losses (default: ${DEFAULT-VALUE}).")
    private int samples = 20_000;

    @Option(
            names = "--solves",
            paramLabel = "S",
            description = "Solutions, for the standard error (default: ${DEFAULT-VALUE}).")
    private int solves = 8;

    @Option(names = "--seed", paramLabel = "S", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--simulate", paramLabel = "R", description = "Runs beside the curves (default: none).")
    private int runs;

    @Option(names = "--dimension", paramLabel = "D", description = "Dimension of the runs (default: ${DEFAULT-VALUE}).")
    private int dimension = 4096;

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--report", paramLabel = "DIR", description = "Write a page with plots into a folder.")
    private @Nullable Path report;

    MeanfieldCommand(Optional<Cluster> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws IOException {
        atLeast("--samples", 100, samples);
        atLeast("--solves", 2, solves);
        atLeast("--simulate", 0, runs);
        atLeast("--dimension", 1, dimension);
        if (runs == 1) {
            throw new IllegalArgumentException("--simulate: expected at least 2 runs, for their standard error, got 1");
        }
        Model model = model();
        Stability.require(model);
        Folder folder = report == null ? null : Folder.open(report);
        Curves curves = Curves.of(
                new Curves.Question(model, samples, solves, dimension, runs, seed),
                cluster.map(Cluster::ensemble).orElseGet(() -> new ThreadEnsemble(threads.count())));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Codec.write(curves));
        } else {
            print(out, curves);
        }
        if (folder != null) {
            String caption = "%s loss, δ = %s, τ = %s, Δt = %s"
                    .formatted(
                            loss.name().toLowerCase(Locale.ROOT),
                            Codec.number(ratio),
                            Codec.number(temperature),
                            Codec.number(step));
            String bands = caption + ". Bands are two standard errors wide on either side";
            Path page = folder.write("Mean-field curves", caption, curves.figures(bands));
            (json ? spec.commandLine().getErr() : out).println("report: " + page);
        }
        return 0;
    }

    private Model model() {
        if (!(noise >= 0 && Double.isFinite(noise))) {
            throw new IllegalArgumentException("--noise: expected a number of at least 0, got " + noise);
        }
        Loss chosen = switch (loss) {
            case LINEAR -> new Loss.Linear(noise);
            case LOGISTIC -> new Loss.Logistic();
            case TANH -> Loss.tanh(noise);
        };
        if (loss == Kind.LOGISTIC && noise != 0) {
            throw new IllegalArgumentException(
                    "--noise: labels of the logistic loss are signs without noise, got " + noise);
        }
        return new Model(
                chosen,
                ratio,
                temperature,
                step,
                steps,
                ridge,
                new StartLaw.Gaussian(startVariance),
                signalVariance,
                Sampling.GAUSSIAN);
    }

    private static void atLeast(String option, int least, int got) {
        if (got < least) {
            throw new IllegalArgumentException("%s: expected at least %d, got %d".formatted(option, least, got));
        }
    }

    private static void print(PrintWriter out, Curves curves) {
        boolean simulated = curves.steps().get(0).simulation() != null;
        out.printf("%5s %7s  %-17s %-17s %-17s %-17s%n", "k", "t", "C", "Q", "train", "test");
        for (Curves.Step step : curves.steps()) {
            Curves.Errors errors = step.standardErrors();
            out.printf(
                    "%5d %7.3f  %s %s %s %s%n",
                    step.k(),
                    step.t(),
                    cell(step.C(), errors.C()),
                    cell(step.Q(), errors.Q()),
                    cell(step.trainLoss(), errors.trainLoss()),
                    cell(step.testError(), errors.testError()));
            Curves.Simulation runs = step.simulation();
            if (simulated && runs != null) {
                Curves.Errors ofRuns = runs.standardErrors();
                out.printf(
                        "%5s %7s  %s %s %s %s%n",
                        "",
                        "runs",
                        cell(runs.C(), ofRuns.C()),
                        cell(runs.Q(), ofRuns.Q()),
                        cell(runs.trainLoss(), ofRuns.trainLoss()),
                        cell(runs.testError(), ofRuns.testError()));
            }
        }
    }

    private static String cell(double value, double error) {
        return "%-17s".formatted(error == 0 ? "%.6f".formatted(value) : "%.5f ± %.5f".formatted(value, error));
    }
}
