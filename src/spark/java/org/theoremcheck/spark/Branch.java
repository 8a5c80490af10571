package org.theoremcheck.spark;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.theoremcheck.audit.Commission;
import org.theoremcheck.audit.Workshop;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Codec;

/** What travels to each executor once. There it opens a workshop, with the claims of the jars that the executor has. */
final class Branch implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String commission;
    private transient @Nullable Workshop workshop;

    Branch(Commission commission) {
        this.commission = Codec.write(commission);
    }

    synchronized Workshop workshop() {
        if (workshop == null) {
            // Numbers within reasons look the same everywhere.
            Locale.setDefault(Locale.ROOT);
            Catalogue catalogue = Catalogue.load(Thread.currentThread().getContextClassLoader());
            workshop = Codec.read(commission, Commission.class).workshop(catalogue);
        }
        return workshop;
    }
}
