package org.theoremcheck.predictable.pathlength;

import static org.theoremcheck.claim.Alteration.scale;
import static org.theoremcheck.claim.Alteration.subject;
import static org.theoremcheck.claim.Alteration.swap;
import static org.theoremcheck.claim.Alteration.witness;
import static org.theoremcheck.claim.Term.term;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Term;
import org.theoremcheck.claim.Theorem;
import org.theoremcheck.claim.Tightness;
import org.theoremcheck.numeric.Enclosure;
import org.theoremcheck.numeric.Rounding;
import org.theoremcheck.predictable.predictor.Predictor;
import org.theoremcheck.predictable.predictor.Predictor.Forecast;

/**
 * What does not change κ, and how path lengths add up.
 *
 * <p><b>Setting.</b> A log of whole numbers; its image under gₜ ↦ 5 Q gₜ with Q orthogonal, made of rotations (3, −4; 4, 3)/5 of two coordinates each;
 * and its first ⌈d/2⌉ coordinates and the rest as two logs.
 *
 * <p><b>Algorithm.</b> A linear predictor that treats all coordinates alike.
 *
 * <p><b>Claim.</b> P of the image is 25 P, so that κ is the same ({@link #SIMILARITY}); P of the two blocks add up to P ({@link #BLOCKS}).
 *
 * <p><b>Constant.</b> The predictor commutes with linear maps of the coordinates, and ‖5Qδ‖² = 25‖δ‖².
 *
 * <p><b>Hypotheses.</b> None.
 *
 * <p><b>Rounding.</b> None: whole numbers and dyadic coefficients.
 *
 * <p><b>Tightness.</b> Equalities.
 *
 * <p><b>References.</b> None needed.
 */
final class KappaInvariance {

    /**
     * Path lengths.
     *
     * @param own of the log
     * @param image of its image
     * @param first of the first block
     * @param rest of the rest, 0 where there is none
     */
    record Images(PathLength own, double image, double first, double rest) {

        double rounding() {
            return Rounding.gamma(own.rounds() + own.dimension() + 4.0) * 100 * own.path();
        }

        double magnitude() {
            return 25 * own.path();
        }
    }

    private static final Setting<Log, Forecast, Images> SETTING = new Setting<>(
            "images of a log",
            "A log of whole numbers and a linear predictor; the log turned and stretched by 5; the log in two blocks of coordinates",
            Log.class,
            Forecast.class,
            Logs.integers(),
            List.of(),
            PathLengthSetting.NAMED,
            KappaInvariance::play,
            Optional.of(KappaInvariance::exactly));

    private static final Term<Images> PATH =
            term("path", "P", images -> images.own().path());

    static final Theorem<Log, Forecast, Images> SIMILARITY = Theorem.theorem(
                    "kappa-similarity",
                    "κ is the same in every orthonormal basis and at every scale",
                    PathLengthSetting.SOURCE,
                    SETTING,
                    within(Compare.compare(term("image", "P of 5Qg", Images::image))
                            .equalTo(
                                    term("path", 25, "P", images -> images.own().path()))),
                    new Tightness(1, "an equality"))
            .control(
                    "similarity-unsquared",
                    "P grows like the scale",
                    scale("path", 0.2),
                    witness(Logs.line(new Predictor.Zero(), 1)))
            .control("similarity-clipped", "a hint clipped to [−1, 1]", subject(Slips.CLIPPED));

    static final Theorem<Log, Forecast, Images> BLOCKS = Theorem.theorem(
                    "path-length-blocks",
                    "Path lengths of blocks of parameters add up",
                    PathLengthSetting.SOURCE,
                    SETTING,
                    within(Compare.compare(
                                    term("first", "P of the first block", Images::first),
                                    term("rest", "P of the rest", Images::rest))
                            .equalTo(PATH)),
                    new Tightness(1, "an equality"))
            .control(
                    "blocks-first",
                    "the rest taken to be as long as the first block",
                    swap("rest", term("first-again", "P of the first block", Images::first)),
                    witness(Logs.line(new Predictor.Zero(), 1)))
            .control("blocks-normalized", "a hint scaled to length 1", subject(Slips.NORMALIZED));

    private KappaInvariance() {}

    private static Compare<Images> within(Compare.Sides<Images> sides) {
        return sides.within(
                1e-9, "γ-bounds of the sums; whole numbers are decided exactly", Images::rounding, Images::magnitude);
    }

    private static Images play(Log log, Subject<Log, Forecast> subject) {
        PathLength own = measured(log, subject);
        int half = (log.dimension() + 1) / 2;
        boolean whole = half == log.dimension();
        return new Images(
                own,
                path(turned(log), subject, own.exponent()),
                path(block(log, 0, half), subject, own.exponent()),
                whole ? 0 : path(block(log, half, log.dimension()), subject, own.exponent()));
    }

    /** P in units of the given exponent. */
    private static double path(Log log, Subject<Log, Forecast> subject, int exponent) {
        PathLength length = measured(log, subject);
        return Math.scalb(length.path(), 2 * (length.exponent() - exponent));
    }

    private static PathLength measured(Log log, Subject<Log, Forecast> subject) {
        return PathLength.of(log.gradients(), subject.begin(log));
    }

    private static Log turned(Log log) {
        return log.with(Logs.rows(log.rounds(), t -> {
            double[] g = log.gradients()[t];
            double[] image = new double[g.length];
            for (int i = 0; i < g.length; i += 2) {
                if (i + 1 == g.length) {
                    image[i] = 5 * g[i];
                } else {
                    image[i] = 3 * g[i] - 4 * g[i + 1];
                    image[i + 1] = 4 * g[i] + 3 * g[i + 1];
                }
            }
            return image;
        }));
    }

    private static Log block(Log log, int from, int to) {
        return log.with(Logs.rows(log.rounds(), t -> Arrays.copyOfRange(log.gradients()[t], from, to)));
    }

    private static Map<String, Enclosure> exactly(Log log, Subject<Log, Forecast> subject) {
        Enclosure unit = ExactSums.unit(log);
        int half = (log.dimension() + 1) / 2;
        boolean whole = half == log.dimension();
        Enclosure path = exact(log, subject, unit);
        Enclosure image = exact(turned(log), subject, unit);
        Enclosure first = exact(block(log, 0, half), subject, unit);
        Enclosure rest = whole ? Enclosure.ZERO : exact(block(log, half, log.dimension()), subject, unit);
        return Map.of("path", path, "image", image, "first", first, "rest", rest, "first-again", first);
    }

    private static Enclosure exact(Log log, Subject<Log, Forecast> subject, Enclosure unit) {
        Enclosure[][] g = ExactSums.rows(log.gradients(), unit);
        return ExactSums.distance(g, ExactSums.hints(log, subject.begin(log), unit));
    }
}
