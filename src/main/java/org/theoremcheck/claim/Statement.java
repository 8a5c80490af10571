package org.theoremcheck.claim;

/** What a claim asserts about the evidence. A pure function. */
public sealed interface Statement<E> permits Compare, Test, Criterion {

    /** Judges one piece of evidence. */
    Finding judge(E evidence);

    /** The assertion as a formula. */
    String text();

    /** How the tolerance comes about, in a sentence. */
    String tolerance();
}
