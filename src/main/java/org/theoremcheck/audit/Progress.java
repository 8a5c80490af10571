package org.theoremcheck.audit;

/** Who is told how far an audit has come. Called by several threads. */
public interface Progress {

    /** Says nothing to nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String phase, long total) {}

        @Override
        public void advance(long steps) {}

        @Override
        public void note(String line) {}
    };

    /** A phase begins, of so many steps. */
    void begin(String phase, long total);

    /** Steps of the phase are done. */
    void advance(long steps);

    /** Time that a thread spent on some work: a family played for the claims that judge it together, or what follows for one claim. */
    default void spent(String work, long nanos) {}

    /** Something that a reader wants to know now. */
    void note(String line);
}
