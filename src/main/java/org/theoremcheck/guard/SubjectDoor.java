package org.theoremcheck.guard;

import java.time.Duration;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Subject;

/**
 * A subject in this JVM, for the claims about its role and its instances.
 *
 * @param <J> instance
 * @param <R> role
 */
public final class SubjectDoor<J, R> implements Door {

    private final Class<J> instance;
    private final Class<R> role;
    private final Subject<J, R> subject;
    private final Capabilities capabilities;
    private final Duration limit;
    private long begun = System.nanoTime();

    /**
     * A subject.
     *
     * @param instance class of the instances that it is begun for
     * @param role interface that it plays
     * @param limit time for a claim
     */
    public SubjectDoor(
            Class<J> instance, Class<R> role, Subject<J, R> subject, Capabilities capabilities, Duration limit) {
        this.instance = instance;
        this.role = role;
        this.subject = subject;
        this.capabilities = capabilities;
        this.limit = limit;
    }

    /** Whether the claim is about subjects of this sort. */
    public boolean plays(Claim<?, ?, ?> claim) {
        return claim.setting().role() == role && claim.setting().instance() == instance;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public <I, S, E> Subject<I, S> open(Claim<I, S, E> claim) {
        if (!plays(claim)) {
            throw new IllegalArgumentException("'%s' is about a %s of a %s, and the subject is a %s of a %s"
                    .formatted(
                            claim.id(),
                            claim.setting().role().getSimpleName(),
                            claim.setting().instance().getSimpleName(),
                            role.getSimpleName(),
                            instance.getSimpleName()));
        }
        begun = System.nanoTime();
        @SuppressWarnings("unchecked")
        Subject<I, S> ours = (Subject<I, S>) subject;
        return ours;
    }

    @Override
    public double left() {
        return 1 - (double) (System.nanoTime() - begun) / limit.toNanos();
    }

    @Override
    public void settle() {
        // It has nothing more to say.
    }

    @Override
    public String aside() {
        return "";
    }

    @Override
    public void close() {
        // It ends with the JVM.
    }
}
