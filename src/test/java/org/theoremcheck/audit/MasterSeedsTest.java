package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Kind;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.meanfield.flow.Experiment;
import org.theoremcheck.meanfield.model.Model;
import org.theoremcheck.numeric.MasterSeeds;

/**
 * Sampling and search, much reduced, of every deterministic claim that is expected to hold, and the statistical theorems about projections, under many master
 * seeds: mvn -Pseeds verify takes 1,000. Members of finite families are the same under all of them and are searched no more.
 */
@Execution(ExecutionMode.CONCURRENT)
class MasterSeedsTest {

    private static final int DRAWS = 2;
    private static final int EVALUATIONS = 20;

    private static final List<Claim<?, ?, ?>> CLAIMS = Whole.claims().stream()
            .filter(claim ->
                    claim.expected() == Verdict.HOLDS && !(claim.statement() instanceof org.theoremcheck.claim.Test))
            .toList();

    @Test
    void nothingThatHoldsIsRedUnderAnotherSeed() {
        List<String> red = MasterSeeds.flatMap(seed -> CLAIMS.stream().flatMap(claim -> red(claim, seed).stream()));

        assertThat(red).isEmpty();
    }

    static List<Claim<?, ?, ?>> statistical() {
        return statistical(false);
    }

    private static List<Claim<?, ?, ?>> statistical(boolean experiments) {
        return Whole.catalogue().claims().values().stream()
                .filter(claim -> claim.kind() == Kind.THEOREM
                        && claim.statement() instanceof org.theoremcheck.claim.Test
                        && claim.setting().instance() != Model.class
                        && (claim.setting().instance() == Experiment.class) == experiments)
                .toList();
    }

    /** Claims that judge one experiment share it, and the solutions that they compare it with. */
    @Test
    void noTheoremAboutExperimentsIsRedUnderAnotherSeed() {
        List<Run<?, ?, ?>> runs = Run.of(statistical(true));
        List<String> red = MasterSeeds.flatMap(seed -> runs.stream().flatMap(run -> red(run, seed).stream()));

        assertThat(red).isEmpty();
    }

    private static <I, S, E> List<String> red(Run<I, S, E> run, long seed) {
        Experiment small = reduced(run.name(), (Experiment) run.family().draw(seed, 0));
        I instance = run.claims().get(0).setting().instance().cast(small);
        E evidence = run.referee().play(instance, run.subject());
        return run.claims().stream()
                .filter(claim -> claim.judge(instance, evidence).verdict() != Verdict.HOLDS)
                .map(claim ->
                        "%s, seed %d, %s: %s".formatted(claim.id(), seed, run.name(), claim.judge(instance, evidence)))
                .toList();
    }

    /** Few runs in low dimension, where batches of dΔt/τ stay whole numbers, and few steps unless the 20th is looked at. */
    private static Experiment reduced(String run, Experiment whole) {
        Model model = whole.model();
        return new Experiment(
                run.matches("(energy|response)-.*") ? model : model.in(model.step(), 8),
                whole.entries(),
                whole.dimension() > 16384 ? 1024 : 160,
                12,
                whole.seed());
    }

    /** Statistics are normal, or exceed their critical value no more often than that. */
    @ParameterizedTest
    @MethodSource("statistical")
    <I, S, E> void smallPValuesAreNoMoreFrequentThanTheySay(Claim<I, S, E> claim) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (Family<I> family : claim.setting().families()) {
            MasterSeeds.assertThatSmallPValuesAreNoMoreFrequentThanTheySay(seed -> {
                Finding finding =
                        claim.judge(family.draw(seed, 0), claim.setting().reference());
                return finding.verdict() == Verdict.HOLDS
                        ? 2 * normal.cumulativeProbability(-finding.measured())
                        : Double.NEGATIVE_INFINITY;
            });
        }
    }

    private static <I, S, E> List<String> red(Claim<I, S, E> claim, long seed) {
        Climber climber = new Climber(seed, EVALUATIONS);
        return claim.setting().families().stream()
                .filter(family -> family.size() == Family.UNBOUNDED)
                .map(family -> worst(claim, family, seed))
                .map(start -> start.finding().verdict() == Verdict.HOLDS ? climber.climb(claim, start) : start)
                .filter(found -> found.finding().verdict() != Verdict.HOLDS
                        && found.finding().verdict() != Verdict.VACUOUS)
                .map(found -> "%s, seed %d, %s, index %d: %s"
                        .formatted(claim.id(), seed, found.family().name(), found.index(), found.finding()))
                .toList();
    }

    /** What neither holds nor says nothing is worse than anything that does. */
    private static <I, S, E> Candidate<I> worst(Claim<I, S, E> claim, Family<I> family, long seed) {
        return LongStream.range(0, DRAWS)
                .mapToObj(index -> Candidate.of(claim, family, seed, index))
                .max(Comparator.comparingDouble(drawn -> switch (drawn.finding().verdict()) {
                    case HOLDS -> drawn.severity();
                    case VACUOUS -> -Double.MAX_VALUE;
                    default -> Double.MAX_VALUE;
                }))
                .orElseThrow();
    }
}
