package org.theoremcheck.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Verdict;

/**
 * Checks claims: samples every family, searches from the worst instances, shrinks and certifies what is violated, and writes it all
 * into a ledger. Work goes to threads in units whose results do not depend on each other, and is gathered in the order of the
 * catalogue: the ledger depends on the options that it states, and on nothing else.
 */
public final class Audit {

    /** The part of a time budget that goes into sampling; search and shrinking have the rest. */
    private static final double SAMPLING = 0.7;

    /** Instances of each theorem and group that an audit with a budget adds at a time. */
    private static final long BUDGET_STEP = 3000;

    private final List<Claim<?, ?, ?>> claims;
    private final Options options;
    private final Progress progress;
    private final AtomicBoolean announced = new AtomicBoolean();

    /**
     * The outcome.
     *
     * @param ledger what was found
     * @param witnesses a counterexample for each violated claim, by id
     */
    public record Result(Ledger ledger, Map<String, Witness> witnesses) {}

    /**
     * An audit of the claims.
     *
     * @throws IllegalArgumentException if a coefficient is set that no claim has
     */
    public Audit(List<Claim<?, ?, ?>> claims, Options options, Progress progress) {
        this.claims = claims.stream()
                .<Claim<?, ?, ?>>map(claim -> set(claim, options.set()))
                .toList();
        this.options = options;
        this.progress = progress;
    }

    private static Claim<?, ?, ?> set(Claim<?, ?, ?> claim, Map<String, Double> coefficients) {
        Claim<?, ?, ?> changed = claim;
        for (Map.Entry<String, Double> entry : coefficients.entrySet()) {
            changed = changed.with(entry.getKey(), entry.getValue());
        }
        return changed;
    }

    /**
     * Runs the audit.
     *
     * @param folder where finished work is kept until the audit is complete
     * @param resume whether to take up the work that a killed audit left there
     * @throws IllegalArgumentException if the work left there is of another audit
     */
    public Result run(Path folder, boolean resume) throws IOException {
        return run(folder, resume, Observations.NONE);
    }

    /**
     * Runs the audit under observation.
     *
     * @param folder where finished work is kept until the audit is complete
     * @param resume whether to take up the work that a killed audit left there; what it judged is not observed again
     * @param observations where every judgement of the sampling goes
     * @throws IllegalArgumentException if the work left there is of another audit
     */
    public Result run(Path folder, boolean resume, Observations observations) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(options.threads());
        try (Journal journal = Journal.open(folder.resolve("audit.journal"), signature(), resume)) {
            Sampling sampling = sample(workers, journal, observations);
            List<Conclusion> conclusions = conclude(workers, journal, sampling);
            Result result = result(sampling, conclusions);
            journal.discard();
            return result;
        } finally {
            workers.shutdownNow();
        }
    }

    private String signature() {
        return "TheoremCheck audit, format %d, %s, claims %s"
                .formatted(
                        Ledger.VERSION,
                        options.signature(),
                        String.join(" ", claims.stream().map(Claim::id).toList()));
    }

    /** Tallies by claim and family, and how many instances of each family were asked for. */
    private record Sampling(Map<String, Map<String, Tally>> tallies, long instances) {
        Map<String, Tally> of(Claim<?, ?, ?> claim) {
            return tallies.getOrDefault(claim.id(), Map.of());
        }
    }

    /** All instances asked for; or, with a budget, so many more at a time until it is spent. */
    private Sampling sample(ExecutorService workers, Journal journal, Observations observations) throws IOException {
        List<Run<?, ?, ?>> runs = Run.of(claims);
        Map<String, Map<String, Tally>> tallies = new LinkedHashMap<>();
        boolean timed = options.budget().isPresent();
        long spend = (long) (SAMPLING * options.budget().orElse(Duration.ZERO).toNanos());
        long begun = System.nanoTime();
        long step = timed ? BUDGET_STEP : options.instances();
        progress.begin(
                "sampling",
                timed ? -1 : runs.stream().mapToLong(run -> run.count(step)).sum());
        long asked = 0;
        do {
            List<Piece> pieces = pieces(runs, asked, asked + step);
            if (pieces.isEmpty()) {
                break;
            }
            List<Callable<Tally[]>> units = new ArrayList<>();
            for (Piece piece : pieces) {
                Observations.Unit unit = observations.next();
                units.add(() -> tally(journal, piece, unit));
            }
            List<Tally[]> results = all(workers, units);
            for (int i = 0; i < pieces.size(); i++) {
                merge(tallies, pieces.get(i).run(), results.get(i));
            }
            asked += step;
        } while (timed && System.nanoTime() - begun < spend);
        return new Sampling(tallies, asked);
    }

    /** The unit of work: some consecutive instances of a run. */
    private record Piece(Run<?, ?, ?> run, long from, long to) {

        String name() {
            return "%s, %d to %d".formatted(run.name(), from, to);
        }
    }

    /** Every run has a first piece before any has a second, so that what is wrong is seen early. */
    private static List<Piece> pieces(List<Run<?, ?, ?>> runs, long done, long asked) {
        List<Piece> pieces = new ArrayList<>();
        boolean more = true;
        for (long offset = 0; more; offset += Run.CHUNK) {
            more = false;
            for (Run<?, ?, ?> run : runs) {
                long from = run.count(done) + offset;
                long to = Math.min(run.count(asked), from + Run.CHUNK);
                if (from < to) {
                    pieces.add(new Piece(run, from, to));
                    more = true;
                }
            }
        }
        return pieces;
    }

    private Tally[] tally(Journal journal, Piece piece, Observations.Unit unit) {
        try (unit) {
            Tally[] found = journal.find(piece.name(), Tally[].class).orElse(null);
            if (found == null) {
                Run.Observer observer = (claim, family, index, instance, finding) -> {
                    announce(claim, family, index, finding);
                    unit.saw(claim, family, index, instance, finding);
                };
                long begun = System.nanoTime();
                found = piece.run()
                        .tally(options.seed(), piece.from(), piece.to(), observer)
                        .toArray(Tally[]::new);
                progress.spent(piece.run().name(), System.nanoTime() - begun);
                journal.keep(piece.name(), found);
            }
            progress.advance(piece.to() - piece.from());
            return found;
        }
    }

    /** Says the first time that a claim which is expected to hold does not. */
    private void announce(Claim<?, ?, ?> claim, Family<?> family, long index, Finding finding) {
        if (finding.verdict() == Verdict.VIOLATED
                && claim.expected() != Verdict.VIOLATED
                && !announced.getAndSet(true)) {
            progress.note("%s is violated: %s, index %d, by %.3g %% of its terms"
                    .formatted(claim.id(), family.name(), index, 100 * finding.severity()));
        }
    }

    private static void merge(Map<String, Map<String, Tally>> tallies, Run<?, ?, ?> run, Tally[] results) {
        for (int c = 0; c < results.length; c++) {
            tallies.computeIfAbsent(run.claims().get(c).id(), any -> new LinkedHashMap<>())
                    .merge(run.family().name(), results[c], Tally::merge);
        }
    }

    private List<Conclusion> conclude(ExecutorService workers, Journal journal, Sampling sampling) throws IOException {
        progress.begin("searching", claims.size());
        Detective detective = new Detective(options.seed(), options.set(), sampling.instances());
        List<Callable<Conclusion>> units = new ArrayList<>();
        for (Claim<?, ?, ?> claim : claims) {
            units.add(() -> {
                String work = "conclusion of " + claim.id();
                Conclusion found = journal.find(work, Conclusion.class).orElse(null);
                if (found == null) {
                    long begun = System.nanoTime();
                    found = detective.conclude(claim, sampling.of(claim));
                    progress.spent("search of " + claim.id(), System.nanoTime() - begun);
                    journal.keep(work, found);
                }
                progress.advance(1);
                return found;
            });
        }
        return all(workers, units);
    }

    private Result result(Sampling sampling, List<Conclusion> conclusions) {
        Map<String, Witness> witnesses = new LinkedHashMap<>();
        List<Ledger.Entry> entries = new ArrayList<>();
        double spent = 0;
        for (int i = 0; i < claims.size(); i++) {
            Claim<?, ?, ?> claim = claims.get(i);
            Conclusion conclusion = conclusions.get(i);
            Ledger.Entry entry = Bookkeeper.entry(claim, sampling.of(claim), conclusion);
            entries.add(entry);
            spent += entry.share();
            if (conclusion.witness() != null) {
                witnesses.put(claim.id(), conclusion.witness());
            }
        }
        Ledger ledger = new Ledger(
                Ledger.VERSION,
                options.seed(),
                sampling.instances(),
                options.set(),
                new Ledger.FalseAlarm(Bookkeeper.SHARES, spent),
                entries);
        return new Result(ledger, witnesses);
    }

    /** The results of all units, in their order. */
    private static <T> List<T> all(ExecutorService workers, List<Callable<T>> units) throws IOException {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : workers.invokeAll(units)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the audit was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
