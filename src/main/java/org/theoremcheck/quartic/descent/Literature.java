package org.theoremcheck.quartic.descent;

import java.util.List;
import org.theoremcheck.claim.Source;

/** Where the claims come from. */
public final class Literature {

    /** Both papers; what could be read of them are the abstracts, the authors' program and notes of others. */
    public static final Source SOURCE = new Source(
            List.of("arXiv:2409.19791", "arXiv:2604.13393"),
            "Abstracts and the authors' program; constants derived",
            "",
            List.of(
                    "Davis, Drusvyatskiy, Jiang: Gradient descent with adaptive stepsize converges (nearly) linearly under fourth-order growth. "
                            + "arXiv:2409.19791, Math. Programming 2025",
                    "Davis, Drusvyatskiy: arXiv:2604.13393, April 2026 (convex case and an adaptive variant)",
                    "Polyak: Introduction to optimization. Optimization Software 1987, section 5.3 (step length)"));

    private Literature() {}
}
