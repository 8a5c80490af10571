package org.theoremcheck.guard.steprule;

import static org.theoremcheck.claim.Term.term;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Draw;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;

/** What the claims about step rules share. */
final class StepClaim {

    /** Budgets are near 10⁻¹³ of the numbers in a step. */
    private static final double RESOLUTION = 1e-9;

    private static final int DIMENSIONS = 4;
    private static final int ROUNDS = 8;

    private static final Compare<Step> STATEMENT = Compare.compare(term("moved", "x⁺ − x", Step::moved))
            .equalTo(term("reference", "the move of the rule", Step::reference))
            .within(
                    RESOLUTION,
                    "γ-bounds of the rule's operations on numbers that do not cancel, for the subject and for the reference, "
                            + "and of the additions to x",
                    Step::rounding,
                    Step::magnitude);

    private StepClaim() {}

    /** "The implementation moves as its rule says", at every step. */
    static Theorem<Course, Stepper, Step> of(
            String id, String title, String source, Function<Draw, ? extends StepRule> rule) {
        return of(id, title, source, in -> in.integer("dimension", 1, DIMENSIONS), (in, dimension) -> rule.apply(in));
    }

    /** How a rule is drawn that has to know the dimension. */
    interface Drawing {
        StepRule draw(Draw in, int dimension);
    }

    /** The same about a rule that is not defined in every dimension. */
    static Theorem<Course, Stepper, Step> of(
            String id, String title, String source, Function<Draw, Integer> dimension, Drawing rule) {
        return Theorem.theorem(
                id,
                title,
                new Source(List.of(), "the update as published", "", List.of(source)),
                new Setting<>(
                        id,
                        "An optimizer is told a gradient at each step, from a list or of a quadratic at the point where it is, and moves",
                        Course.class,
                        Stepper.class,
                        List.of(
                                Family.drawn(
                                        id + "/listed",
                                        "listed",
                                        in -> course(in, dimension, rule, listed(in, dimension))),
                                Family.drawn(
                                        id + "/sparse",
                                        "sparse",
                                        in -> course(in, dimension, rule, sparse(in, dimension))),
                                Family.drawn(
                                        id + "/quadratic",
                                        "quadratic",
                                        in -> course(in, dimension, rule, quadratic(in, dimension)))),
                        List.of(),
                        Reference::of,
                        Step::play,
                        Optional.empty()),
                STATEMENT,
                Tightness.NONE);
    }

    /** The claim about the same rule with one slip. */
    static <R extends StepRule> Alteration<Course, Stepper, Step> method(Class<R> type, Function<R, Method> wrong) {
        return Alteration.subject(course ->
                new Reference(course, wrong.apply(type.cast(course.rule())).begin(course.start().length)));
    }

    /** The same for a rule that looks at one coordinate at a time. */
    static <R extends StepRule> Alteration<Course, Stepper, Step> slip(
            Class<R> type, Function<R, Coordinatewise> wrong) {
        return method(type, wrong::apply);
    }

    private static Course course(Draw in, Function<Draw, Integer> dimension, Drawing rule, Gradients gradients) {
        int size = dimension.apply(in);
        return new Course(
                rule.draw(in, size), in.gaussians("start", 0, size), gradients, in.integer("rounds", 1, ROUNDS));
    }

    private static Gradients listed(Draw in, Function<Draw, Integer> dimension) {
        int rounds = in.integer("rounds", 1, ROUNDS);
        double[][] rows = new double[rounds][];
        for (int t = 0; t < rounds; t++) {
            rows[t] = in.gaussians("gradient", t, dimension.apply(in));
        }
        return new Gradients.Listed(rows);
    }

    /** Entries −1, 0 and 1 times a power of two: signs that change, and memories that fade. */
    private static Gradients sparse(Draw in, Function<Draw, Integer> dimension) {
        int rounds = in.integer("rounds", 1, ROUNDS);
        double scale = in.oneOf("scale", List.of(1.0, 0x1p-10, 0x1p4));
        double[][] rows = new double[rounds][];
        for (int t = 0; t < rounds; t++) {
            rows[t] = in.uniforms("gradient", t, dimension.apply(in), -1.5, 1.5);
            for (int i = 0; i < rows[t].length; i++) {
                rows[t][i] = scale * Math.rint(rows[t][i]);
            }
        }
        return new Gradients.Listed(rows);
    }

    private static Gradients quadratic(Draw in, Function<Draw, Integer> dimension) {
        int size = dimension.apply(in);
        double[] curvatures = in.uniforms("curvature", 0, size, 0.25, 2);
        return new Gradients.Quadratic(curvatures, in.gaussians("center", 0, size));
    }

    /** η: a few numbers that a float holds exactly. */
    static double rate(Draw in) {
        return in.oneOf("rate", List.of(0.5, 0.125, 0x1p-7));
    }

    /** A share that memories keep. */
    static double kept(Draw in, String name) {
        return in.oneOf(name, List.of(0.5, 0.875, 0.9375));
    }

    /** A share that slow memories keep. */
    static double keptLonger(Draw in, String name) {
        return in.oneOf(name, List.of(0.75, 0.984375, 0x1p0 - 0x1p-10));
    }

    /** What is added to a denominator: too small to matter, or large enough to tell where. */
    static double epsilon(Draw in) {
        return in.oneOf("epsilon", List.of(0x1p-4, 0x1p-10, 0x1p-27));
    }
}
