package org.theoremcheck.claim;

import java.util.Locale;

/** What sort of sentence a claim is. */
public enum Kind {
    /** Proved; expected to hold. */
    THEOREM,
    /** A published sentence in one literal reading; expected as its dossier proves. */
    PUBLISHED,
    /** A wrong statement, or a right one about a wrong subject; expected to be refuted, or the check cannot see. */
    CONTROL;

    /** The name in ledgers: theorem, published, control. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
