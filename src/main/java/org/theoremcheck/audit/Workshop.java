package org.theoremcheck.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;

/**
 * Where the orders of an audit are executed, one by one or by several threads: it knows the claims and the seed, and remembers nothing,
 * so that any workshop of the same {@link Commission} on any machine gives the same outcome.
 */
public final class Workshop {

    private final long seed;
    private final Map<String, Double> set;
    private final Map<String, Run<?, ?, ?>> runs = new LinkedHashMap<>();
    private final Map<String, Claim<?, ?, ?>> claims = new LinkedHashMap<>();

    /** A workshop for claims whose coefficients are set already. */
    Workshop(List<Claim<?, ?, ?>> claims, long seed, Map<String, Double> set) {
        this.seed = seed;
        this.set = set;
        claims.forEach(claim -> this.claims.put(claim.id(), claim));
        Run.of(claims).forEach(run -> runs.put(run.name(), run));
    }

    /** The claim with coefficients of one's own. */
    static Claim<?, ?, ?> set(Claim<?, ?, ?> claim, Map<String, Double> coefficients) {
        Claim<?, ?, ?> changed = claim;
        for (Map.Entry<String, Double> entry : coefficients.entrySet()) {
            changed = changed.with(entry.getKey(), entry.getValue());
        }
        return changed;
    }

    /** Executes an order, a line of JSON; so is its outcome. */
    public String execute(String order) {
        return execute(Codec.read(order, Order.class), (claim, family, index, instance, finding) -> {});
    }

    /** Executes an order, with somebody who looks on while instances are judged. */
    String execute(Order order, Run.Observer observer) {
        return Codec.write(
                order instanceof Order.Sample sample ? sample(sample, observer) : conclude((Order.Conclude) order));
    }

    private Outcome sample(Order.Sample order, Run.Observer observer) {
        return new Outcome.Sampled(known(runs, order.run()).tally(seed, order.from(), order.to(), observer));
    }

    private Outcome conclude(Order.Conclude order) {
        try {
            return new Outcome.Concluded(new Detective(seed, set, order.instances())
                    .conclude(known(claims, order.claim()), order.tallies()));
        } catch (RuntimeException | Error thrown) {
            return new Outcome.Failed(Claim.failed(thrown).reason());
        }
    }

    private static <T> T known(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("'" + name + "' is of another audit");
        }
        return found;
    }
}
