package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Term.term;
import static org.theoremcheck.predictable.regret.Games.at;
import static org.theoremcheck.predictable.regret.Games.gradients;
import static org.theoremcheck.predictable.regret.Games.hints;
import static org.theoremcheck.predictable.regret.Games.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Hypothesis;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.predictable.geometry.Domain;
import org.theoremcheck.predictable.geometry.Euclidean;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.predictor.Predictor;

/** What the regret theorems share: their hypotheses, protocols and terms. */
final class RegretSetting {

    static final Geometry LINE = new Euclidean(new Domain.Space());
    static final Geometry INTERVAL = new Euclidean(new Domain.Box(-1, 1));
    static final Geometry ONE_TO_TWO = new Euclidean(new Domain.Box(1, 2));
    static final Predictor ZERO = new Predictor.Zero();
    static final Comparator START = new Comparator.Start();
    static final Comparator LEADER = new Comparator.Leader();

    static final Source SOURCE = new Source(
            List.of("arXiv:2601.04270"),
            "Abstract, (i), with D² pinned down as B(u, y₀) and P measured in the dual norm",
            "",
            List.of(
                    "Chiang, Yang, Lee, Mahdavi, Lu, Jin, Zhu: Online optimization with gradual variations. COLT 2012, PMLR 23:6.1-6.20",
                    "Rakhlin, Sridharan: Online learning with predictable sequences. COLT 2013, PMLR 30:993-1019",
                    "Orabona: A modern introduction to online learning. arXiv:1912.13213, chapter 6"));

    private static final Hypothesis<Game> POSITIVE_STEP = hypothesis(
            "positive step",
            game -> Math.min(game.steps().at(0), game.lastStep()),
            line(LINE, 0, -1, gradients(1), ZERO, START, 1),
            BrokenGames::negativeStep);

    private static final Hypothesis<Game> CONSTANT_STEP = hypothesis(
            "constant step",
            game -> met(game.steps() instanceof Steps.Constant),
            new Game(
                    INTERVAL,
                    new double[] {0},
                    new Steps.Listed(new double[] {1, 0.25}),
                    gradients(-1, 1, 1, 1, 1, 1, 1, 1, 1),
                    hints(-1, 1, 1, 1, 1, 1, 1, 1, 1),
                    at(-1),
                    9),
            BrokenGames::decreasingSteps);

    private static final Hypothesis<Game> CONVEX_LOSSES = hypothesis(
            "convex losses",
            game -> met(game.adversary().convex()),
            line(LINE, 0, 1, ridge(Link.CONCAVE, 2), ZERO, at(1), 1),
            BrokenGames::concaveLoss);

    private static final Hypothesis<Game> AT_PLAYED_POINT = hypothesis(
            "gradient at the played point",
            game -> met(game.adversary().atPlayedPoint()),
            line(LINE, 0, 1, new Adversary.Elsewhere(ridge(Link.SQUARE, 2), new double[] {0}), hints(1), START, 1),
            BrokenGames::gradientOfStart);

    private static final Hypothesis<Game> COMPARATOR_IN_DOMAIN = hypothesis(
            "comparator in the domain",
            game -> game.comparator() instanceof Comparator.Fixed fixed
                    ? -game.geometry().outside(fixed.point())
                    : 0,
            line(INTERVAL, 0, 1, gradients(1), hints(1), at(-2), 3),
            BrokenGames::comparatorOutside,
            // R^d has no outside, and the logarithm of 1 − x no value beyond 1.
            Arena.EUCLID,
            Arena.P_NORM,
            Arena.MAHALANOBIS,
            Arena.BINARY_ENTROPY);

    /**
     * Broken by one Euclidean game alone: what is not convex is a set, and of the mirror maps only ½‖x‖² is projected on sets of all
     * kinds. The others come with the one convex set for which their step has a closed form.
     */
    private static final Hypothesis<Game> CONVEX_DOMAIN = new Hypothesis<>(
            "convex domain",
            game -> met(game.geometry().convex()),
            smallest(
                    "convex domain",
                    line(new Euclidean(new Domain.TwoPoints()), 1, 0.5, gradients(1), ZERO, at(-1), 3)));

    static final List<Hypothesis<Game>> HYPOTHESES =
            List.of(POSITIVE_STEP, CONSTANT_STEP, CONVEX_LOSSES, AT_PLAYED_POINT, COMPARATOR_IN_DOMAIN, CONVEX_DOMAIN);

    private static final Referee<Game, Learner, Play> REFEREE = new RegretReferee(false);
    private static final Optional<Referee<Game, Learner, Map<String, Enclosure>>> EXACT =
            Optional.of(new ExactRegret());
    private static final Referee<Game, MirrorLearner, MirrorPlay> MIRROR_REFEREE = new MirrorReferee();
    private static final Optional<Referee<Game, MirrorLearner, Map<String, Enclosure>>> EXACT_MIRROR =
            Optional.of(new ExactMirror());

    private RegretSetting() {}

    /** Games in every arena, played by a learner. */
    static Setting<Game, Learner, Play> played(String id, String text, Subject<Game, Learner> learner) {
        return new Setting<>(
                id, text, Game.class, Learner.class, Games.everywhere(), HYPOTHESES, learner, REFEREE, EXACT);
    }

    /** The same claim under the referee that looks for {@link Variants} too. */
    static Alteration<Game, Learner, Play> lookingForVariants() {
        return claim -> claim.in(claim.setting().refereedBy(new RegretReferee(true)));
    }

    /** A quantity in place of a term; see {@link Variants}. */
    static Alteration<Game, Learner, Play> instead(
            String term, String name, String symbol, ToDoubleFunction<Variants> variant) {
        Alteration<Game, Learner, Play> swap =
                Alteration.swap(term, Term.term(name, symbol, play -> variant.applyAsDouble(play.variants())));
        return claim -> swap.apply(lookingForVariants().apply(claim));
    }

    /** Games on the families given, played by two-step mirror descent that shows its secondary sequence. */
    static Setting<Game, MirrorLearner, MirrorPlay> mirrored(String id, String text, List<Family<Game>> families) {
        return new Setting<>(
                id,
                text,
                Game.class,
                MirrorLearner.class,
                families,
                HYPOTHESES,
                TwoStep::new,
                MIRROR_REFEREE,
                EXACT_MIRROR);
    }

    /** regret ≤ distance + ½ path, with the distance given. */
    static Compare<Play> bound(Term<Play> distance) {
        return Compare.compare(REGRET)
                .atMost(distance, term("path", 0.5, "(η/λ) Σ ‖gₜ − mₜ‖²_*", Play::path))
                .within(
                        1e-9,
                        "γ-bounds of both sums, of the divergence, and of the residuals of the learner's steps",
                        Play::rounding,
                        Play::magnitude);
    }

    static final Term<Play> REGRET = term("regret", "Σ fₜ(xₜ) − fₜ(u)", Play::regret);
    static final Term<Play> DISTANCE = term("distance", "B(u, y₀)/η", Play::distance);
    static final Term<Play> RANGE = term("range", "(Φ(u) − min Φ)/η", Play::range);

    private static Adversary.Ridge ridge(Link link, double feature) {
        return new Adversary.Ridge(link, new double[][] {{feature}}, new double[] {0});
    }

    private static double met(boolean condition) {
        return condition ? 0 : -1;
    }

    /**
     * A hypothesis that is broken by the smallest game that does, and by one in each arena but those named.
     *
     * @param smallest a game of few and round numbers
     * @param inArena a game of the arena
     */
    static Hypothesis<Game> hypothesis(
            String name, ToDoubleFunction<Game> margin, Game smallest, Function<Arena, Game> inArena, Arena... but) {
        List<Family<Game>> broken = new ArrayList<>();
        broken.add(smallest(name, smallest));
        for (Arena arena : Arena.values()) {
            if (!List.of(but).contains(arena)) {
                String family = arena.group() + "/broken/" + name;
                broken.add(new Family<>(family, arena.group(), 1, in -> inArena.apply(arena)));
            }
        }
        return new Hypothesis<>(name, margin, broken);
    }

    private static Family<Game> smallest(String name, Game game) {
        return Family.of("broken/" + name, "broken", game);
    }
}
