package org.theoremcheck.predictable.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremcheck.claim.Alteration;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Referee;
import org.theoremcheck.claim.Setting;
import org.theoremcheck.claim.Source;
import org.theoremcheck.claim.Statement;
import org.theoremcheck.numeric.Enclosure;

/** What the theorems about projections share. */
final class ProjectionSetting {

    static final Source SOURCE = new Source(
            List.of("arXiv:2601.04270"),
            "Derived: gradients logged after a random projection to k = 256 numbers; entries pinned down as N(0, 1/k) or sparse signs, one R "
                    + "for the whole run",
            "",
            List.of(
                    "Johnson, Lindenstrauss: Extensions of Lipschitz mappings into a Hilbert space. Contemp. Math. 26, 1984",
                    "Dasgupta, Gupta: An elementary proof of a theorem of Johnson and Lindenstrauss. Random Struct. Algorithms 22(1), 2003",
                    "Achlioptas: Database-friendly random projections. J. Comput. Syst. Sci. 66(4), 2003",
                    "Laurent, Massart: Adaptive estimation of a quadratic functional by model selection. Ann. Statist. 28(5), 2000, lemma 1",
                    "Boucheron, Lugosi, Massart: Concentration Inequalities. Oxford, 2013, theorem 2.10"));

    private ProjectionSetting() {}

    /** Experiments projected by independent entries. */
    static <E> Setting<Sketch, Projection, E> projected(
            String id, String text, List<Family<Sketch>> families, Referee<Sketch, Projection, E> referee) {
        return new Setting<>(
                id,
                text,
                Sketch.class,
                Projection.class,
                families,
                List.of(),
                RandomProjection::new,
                referee,
                Optional.empty());
    }

    /** The same with an exact evaluation. */
    static <E> Setting<Sketch, Projection, E> exactly(
            Setting<Sketch, Projection, E> setting, Referee<Sketch, Projection, Map<String, Enclosure>> exact) {
        return new Setting<>(
                setting.id(),
                setting.text(),
                setting.instance(),
                setting.role(),
                setting.families(),
                setting.hypotheses(),
                setting.reference(),
                setting.referee(),
                Optional.of(exact));
    }

    /** The same claim with another statement. */
    static <E> Alteration<Sketch, Projection, E> saying(Statement<E> statement) {
        return claim -> claim.saying(statement);
    }
}
