package org.theoremcheck.claim;

/** What a judgement says. */
public enum Verdict {
    /** Measured ≤ bound + budget (for an equality: |difference| ≤ budget), the budget below the claim's resolution. */
    HOLDS,
    /** Outside the budget; confirmed in exact arithmetic where the claim is deterministic. */
    VIOLATED,
    /** The rounding budget is larger than the resolution that the claim asks for. */
    UNDECIDED,
    /** The bound says nothing here, or a hypothesis is not met. */
    VACUOUS,
    /** The run was given up: too few answers, a crash, a limit. */
    INCONCLUSIVE,
    /** The subject cannot do this, and says why. */
    NOT_APPLICABLE,
    /** A violation that was declared beforehand, with its reason. */
    KNOWN_DEVIATION
}
