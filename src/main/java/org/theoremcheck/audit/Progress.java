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

    /** Something that a reader wants to know now. */
    void note(String line);
}
