package org.theoremcheck.predictable.regret;

import static org.theoremcheck.claim.Alteration.everywhere;
import static org.theoremcheck.claim.Alteration.on;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Term.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Enclosures;
import org.theoremcheck.predictable.geometry.Geometry;
import org.theoremcheck.predictable.predictor.Predictor;

/**
 * What leaves the points of optimistic mirror descent where they are.
 *
 * <p><b>Setting.</b> A game with gradients and hints fixed in advance, and a change of it: (i) gradients and hints times c, the step
 * divided by c; (ii) on the simplex, a number cₜ added to all coordinates of gₜ and mₜ; (iii) where no constraint but affine ones can be
 * active, one-step optimistic mirror descent or follow-the-regularized-leader in place of two-step.
 *
 * <p><b>Algorithm.</b> {@link TwoStep}, twice.
 *
 * <p><b>Claim.</b>
 * <pre>
 *   Σ ‖xₜ − xₜ′‖  =  0
 * </pre>
 *
 * <p><b>Constant.</b> (i) A step sees η gₜ and η mₜ only; both sides of the bound are multiplied by c. (ii) ⟨1, x⟩ is constant. (iii)
 * ∇Φ(xₜ) = ∇Φ(y₀) − η(g₀ + … + gₜ₋₁ + mₜ) for all three.
 *
 * <p><b>Hypotheses.</b> None beyond the setting, which holds by construction.
 *
 * <p><b>Rounding.</b> Residuals of the steps, added up, over λ; and the rounding of the points.
 *
 * <p><b>Tightness.</b> An equality.
 *
 * <p><b>References.</b> Orabona, arXiv 1912.13213, chapter 6.
 */
final class RegretMetamorphic {

    private static final List<Arena> SIMPLICES = List.of(Arena.SIMPLEX, Arena.ENTROPY, Arena.LOG_BARRIER);
    private static final List<Arena> AFFINE = List.of(
            Arena.EUCLID,
            Arena.ENTROPY,
            Arena.P_NORM,
            Arena.MAHALANOBIS,
            Arena.LOG_BARRIER,
            Arena.BINARY_ENTROPY,
            Arena.SPECTRAPLEX);

    static final Theorem<Twins, Learner, TwinReferee.Distance> THEOREM = Theorem.theorem(
                    "regret-metamorphic",
                    "What leaves the points played where they are",
                    RegretSetting.SOURCE.at("Derived: symmetries of the algorithms of (i)"),
                    new Setting<Twins, Learner, TwinReferee.Distance>(
                            "twin games",
                            "Two games that differ by a scaling, by a shift on the simplex, or by the algorithm where all are one",
                            Twins.class,
                            Learner.class,
                            families(),
                            List.of(),
                            twins -> new TwoStep(twins.game()),
                            new TwinReferee(),
                            Optional.of(RegretMetamorphic::enclosed)),
                    Compare.compare(term("moved", "Σ ‖xₜ − xₜ′‖", TwinReferee.Distance::moved))
                            .equalTo(term("none", "0", distance -> 0))
                            .within(
                                    1e-8,
                                    "residuals of the learners' steps, added up, over λ, and the rounding of the points",
                                    TwinReferee.Distance::rounding,
                                    TwinReferee.Distance::size),
                    Tightness.NONE)
            .control(
                    "scaled-gradients-alone",
                    "gradients and hints scaled, and the step kept",
                    on(Family.drawn("euclid/scaled-alone", "euclid", in -> scaled(in, Arena.EUCLID, 1))))
            .control(
                    "shifted-hints-kept",
                    "gradients shifted, hints not",
                    on(Family.drawn("box/shifted", "box", in -> shifted(in, Arena.BOX))))
            .control(
                    "metamorphic-clipped",
                    "gradients clipped to length 1",
                    subject(twins -> new Slips.Clipped(twins.game())),
                    everywhere())
            .control(
                    "metamorphic-hint-kept",
                    "the last hint is not taken back",
                    subject(twins -> new Slips.HintKept(twins.game())));

    private RegretMetamorphic() {}

    private static List<Family<Twins>> families() {
        List<Family<Twins>> families = new ArrayList<>();
        for (Arena arena : Arena.values()) {
            families.add(Family.drawn(arena.group() + "/scaled", arena.group(), in -> scaled(in, arena, 0)));
        }
        for (Arena arena : SIMPLICES) {
            families.add(Family.drawn(arena.group() + "/shifted", arena.group(), in -> shifted(in, arena)));
        }
        for (Arena arena : AFFINE) {
            families.add(Family.drawn(
                    arena.group() + "/coincident",
                    arena.group(),
                    in -> new Twins(game(in, arena), in.oneOf("other", List.of(Twins.Other.values())))));
        }
        return families;
    }

    /** @param kept exponent of the factor that is left in the step: 0 if the points are to stay */
    private static Twins scaled(Draw in, Arena arena, int kept) {
        int exponent = in.oneOf("exponent", List.of(1, -1, 3, -3, 10, -10));
        return new Twins(
                game(in, arena), new Twins.Scaled(Math.scalb(1.0, exponent), Math.scalb(1.0, exponent * (kept - 1))));
    }

    private static Twins shifted(Draw in, Arena arena) {
        Game game = game(in, arena);
        double[] shifts = in.gaussians("shift", 0, game.rounds());
        return new Twins(game, new Twins.Shifted(shifts, shifts));
    }

    /** From the minimizer of Φ, so that the leader starts there too. */
    private static Game game(Draw in, Arena arena) {
        int dimension = arena.dimension(in, 6);
        Geometry geometry = arena.plain(dimension);
        int rounds = arena.rounds(in, 8);
        double[][] gradients = new double[rounds][];
        double[][] hints = new double[rounds][];
        for (int t = 0; t < rounds; t++) {
            gradients[t] = in.gaussians("gradient", t, dimension);
            hints[t] = in.gaussians("hint", t, dimension);
        }
        return new Game(
                geometry,
                Arena.centre(geometry, dimension),
                new Steps.Constant(in.logUniform("step", 0.05, 0.5)),
                new Adversary.Linear(gradients),
                new Predictor.Announced(hints),
                new Comparator.Start(),
                rounds);
    }

    private static Map<String, Enclosure> enclosed(Twins twins, Subject<Twins, Learner> subject) {
        TwinReferee.Runs runs =
                TwinReferee.Runs.of(twins, subject, new RegretSums(twins.game()), new RegretSums(twins.changed()));
        Enclosure moved = Enclosure.ZERO;
        for (int t = 0; t < runs.first().size(); t++) {
            Enclosure[] difference =
                    Enclosures.difference(runs.first().get(t), runs.second().get(t));
            moved = moved.plus(twins.game()
                    .geometry()
                    .exactSquaredNorm(difference)
                    .max(Enclosure.ZERO)
                    .sqrt());
        }
        return Map.of("moved", moved, "none", Enclosure.ZERO);
    }
}
