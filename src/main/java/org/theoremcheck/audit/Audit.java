package org.theoremcheck.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Extreme;
import org.theoremcheck.claim.Tally;
import org.theoremcheck.claim.Verdict;

/**
 * Checks claims: samples every family, searches from the worst instances, shrinks and certifies what is violated, and writes it all
 * into a ledger. Work goes to {@link Workers} in units whose outcomes do not depend on each other and merge in any order: the ledger
 * depends on the options that it states, and on nothing else. What is kept here does not grow with the number of instances.
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
                .<Claim<?, ?, ?>>map(claim -> Workshop.set(claim, options.set()))
                .toList();
        this.options = options;
        this.progress = progress;
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
        Workshop workshop = new Workshop(claims, options.seed(), options.set());
        Run.Observer announcer = (claim, family, index, instance, finding) -> {
            if (finding.verdict() == Verdict.VIOLATED) {
                announce(claim, family.name(), index, finding.severity());
            }
        };
        return run(folder, resume, new ThreadWorkers(options.threads(), workshop, observations, announcer, progress));
    }

    /**
     * Runs the audit by others than the threads of this process.
     *
     * @param folder where finished work is kept until the audit is complete
     * @param resume whether to take up the work that a killed audit left there, whoever had worked for that one
     * @param workers of this audit's {@link #commission}
     * @throws IllegalArgumentException if the work left there is of another audit
     */
    public Result run(Path folder, boolean resume, Workers workers) throws IOException {
        try (Journal journal = Journal.open(folder.resolve("audit.journal"), signature(), resume)) {
            Sampling sampling = sample(workers, journal);
            List<Conclusion> conclusions = conclude(workers, journal, sampling);
            Result result = result(sampling, conclusions);
            journal.discard();
            return result;
        }
    }

    /** What workers have to know. */
    public Commission commission() {
        return new Commission(claims.stream().<String>map(Claim::id).toList(), options.seed(), options.set());
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
    private Sampling sample(Workers workers, Journal journal) throws IOException {
        List<Run<?, ?, ?>> runs = Run.of(claims);
        Map<String, Run<?, ?, ?>> byName = new HashMap<>();
        runs.forEach(run -> byName.put(run.name(), run));
        Map<String, Map<String, Tally>> tallies = new LinkedHashMap<>();
        boolean timed = options.budget().isPresent();
        long spend = (long) (SAMPLING * options.budget().orElse(Duration.ZERO).toNanos());
        long begun = System.nanoTime();
        progress.begin(
                "sampling",
                timed
                        ? -1
                        : runs.stream()
                                .mapToLong(run -> run.count(options.instances()))
                                .sum());
        long asked = 0;
        do {
            long step = timed ? step(asked) : options.instances();
            List<Order.Sample> orders = orders(runs, asked, asked + step);
            if (orders.isEmpty()) {
                break;
            }
            execute(workers, journal, orders, (order, outcome) -> {
                if (outcome instanceof Outcome.Sampled sampled) {
                    merge(tallies, Objects.requireNonNull(byName.get(order.run())), sampled.tallies());
                }
                progress.advance(order.to() - order.from());
            });
            asked += step;
        } while (timed && System.nanoTime() - begun < spend);
        return new Sampling(tallies, asked);
    }

    /** A sixteenth more, so that rounds are few however long the time is, and the last is not much too long. */
    private static long step(long asked) {
        return BUDGET_STEP * Math.max(1, asked / (16 * BUDGET_STEP));
    }

    /** Every run has a first unit before any has a second, so that what is wrong is seen early. */
    private static List<Order.Sample> orders(List<Run<?, ?, ?>> runs, long done, long asked) {
        List<List<Order.Sample>> units = new ArrayList<>();
        runs.forEach(run -> units.add(run.units(run.count(done), run.count(asked))));
        List<Order.Sample> orders = new ArrayList<>();
        for (int turn = 0; turn < Run.MOST_UNITS; turn++) {
            for (List<Order.Sample> ofRun : units) {
                if (turn < ofRun.size()) {
                    orders.add(ofRun.get(turn));
                }
            }
        }
        return orders;
    }

    /**
     * Has all orders executed but those that a killed audit had finished. Whoever did it, an outcome is taken from its text, so that
     * nobody can tell in the ledger where it came from.
     */
    private static <T extends Order> void execute(
            Workers workers, Journal journal, List<T> orders, BiConsumer<T, Outcome> taker) throws IOException {
        List<T> left = new ArrayList<>();
        for (T order : orders) {
            Optional<Outcome> found = journal.find(order.work(), Outcome.class);
            found.ifPresentOrElse(outcome -> taker.accept(order, outcome), () -> left.add(order));
        }
        BitSet taken = new BitSet(left.size());
        workers.work(left.stream().map(Codec::write).toList(), (position, text) -> {
            if (!taken.get(position)) {
                taken.set(position);
                T order = left.get(position);
                Outcome outcome = Codec.read(text, Outcome.class);
                if (!(outcome instanceof Outcome.Failed)) {
                    journal.keep(order.work(), text);
                }
                taker.accept(order, outcome);
            }
        });
        if (taken.cardinality() < left.size()) {
            throw new IOException("%d of %d units of work were left undone, --resume takes them up"
                    .formatted(left.size() - taken.cardinality(), left.size()));
        }
    }

    private void merge(Map<String, Map<String, Tally>> tallies, Run<?, ?, ?> run, List<Tally> sampled) {
        for (int c = 0; c < sampled.size(); c++) {
            Claim<?, ?, ?> claim = run.claims().get(c);
            Extreme violation = sampled.get(c).violation();
            if (violation.index() >= 0) {
                announce(claim, violation.family(), violation.index(), violation.value());
            }
            tallies.computeIfAbsent(claim.id(), any -> new LinkedHashMap<>())
                    .merge(run.family().name(), sampled.get(c), Tally::merge);
        }
    }

    /** Says the first time that a claim which is expected to hold does not: threads at once, others when they are done with a unit. */
    private void announce(Claim<?, ?, ?> claim, String family, long index, double severity) {
        if (claim.expected() != Verdict.VIOLATED && !announced.getAndSet(true)) {
            progress.note("%s is violated: %s, index %d, by %.3g %% of its terms"
                    .formatted(claim.id(), family, index, 100 * severity));
        }
    }

    private List<Conclusion> conclude(Workers workers, Journal journal, Sampling sampling) throws IOException {
        progress.begin("searching", claims.size());
        Map<String, Conclusion> conclusions = new HashMap<>();
        List<String> failures = new ArrayList<>();
        List<Order.Conclude> orders = claims.stream()
                .map(claim -> new Order.Conclude(claim.id(), sampling.instances(), sampling.of(claim)))
                .toList();
        execute(workers, journal, orders, (order, outcome) -> {
            if (outcome instanceof Outcome.Concluded concluded) {
                conclusions.put(order.claim(), concluded.conclusion());
            } else if (outcome instanceof Outcome.Failed failed) {
                failures.add("%s, seed %d: %s".formatted(order.claim(), options.seed(), failed.reason()));
            }
            progress.advance(1);
        });
        if (!failures.isEmpty()) {
            failures.sort(null);
            failures.forEach(progress::note);
            throw new IOException("the search failed for %d of %d claims, --resume has all the rest: %s"
                    .formatted(failures.size(), claims.size(), failures.get(0)));
        }
        return claims.stream()
                .map(claim -> Objects.requireNonNull(conclusions.get(claim.id())))
                .toList();
    }

    /** Says of a claim that was given up on some instance where that was first. */
    private void tellGivenUp(Claim<?, ?, ?> claim, Map<String, Tally> byFamily) {
        byFamily.values().stream().reduce(Tally::merge).ifPresent(tally -> {
            Extreme first = tally.givenUp();
            if (first.index() >= 0) {
                progress.note("%s was given up %,d times, first in %s, seed %d, index %d: %s"
                        .formatted(
                                claim.id(),
                                tally.count(Verdict.INCONCLUSIVE),
                                first.family(),
                                options.seed(),
                                first.index(),
                                first.finding().reason()));
            }
        });
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
            if (!entry.asExpected()) {
                tellGivenUp(claim, sampling.of(claim));
            }
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
}
