package org.theoremcheck.gradients.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which arrays of a file are the log: the one that was asked for, or else the only matrix, or else a vector a step. */
final class Choice {

    private static final int LISTED = 10;

    private final Store store;
    private final List<? extends Candidate> candidates;

    Choice(Store store, List<? extends Candidate> candidates) {
        this.store = store;
        this.candidates = candidates;
    }

    OpenLog log(Optional<String> entry) throws IOException {
        if (entry.isPresent()) {
            return matrix(named(entry.get()));
        }
        List<Candidate> matrices = new ArrayList<>();
        List<Candidate> vectors = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int dimensions = candidate.shape().dimensions();
            if (dimensions > 1) {
                matrices.add(candidate);
            } else if (dimensions == 1) {
                vectors.add(candidate);
            }
        }
        if (matrices.size() > 1) {
            throw new BadLog(
                    store.name(),
                    "holds " + matrices.size() + " matrices (" + list(matrices) + "), expected one: name it, as in "
                            + where(store, matrices.get(0)));
        }
        if (matrices.size() == 1) {
            return matrix(matrices.get(0));
        }
        if (vectors.size() > 1) {
            return steps(vectors);
        }
        throw new BadLog(
                store.name(),
                "found " + (candidates.isEmpty() ? "no array" : "no matrix among its arrays (" + list(candidates) + ")")
                        + ", expected one, or a vector a step");
    }

    /** The file and the array in it, as it is named to a reader. */
    static String where(Store store, Candidate candidate) {
        return store.name() + "#" + BadLog.shown(candidate.name());
    }

    private OpenLog matrix(Candidate chosen) throws IOException {
        return new OpenLog(
                candidates.size() == 1 ? store.name() : where(store, chosen), List.of(chosen.matrix()), store);
    }

    private OpenLog steps(List<Candidate> vectors) throws IOException {
        List<Slab> slabs = new ArrayList<>(vectors.size());
        Candidate first = vectors.get(0);
        for (Candidate vector : Numbering.order(store.name(), vectors)) {
            if (!vector.shape().equals(first.shape())) {
                throw new BadLog(
                        store.name(),
                        "holds vectors of shapes " + first.shape() + " and " + vector.shape() + " ("
                                + list(List.of(first, vector))
                                + "), expected a matrix, or a vector a step of one shape");
            }
            slabs.add(vector.vector());
        }
        return new OpenLog(store.name(), slabs, store);
    }

    private Candidate named(String name) throws BadLog {
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadLog(
                        store.name(), "has no array " + BadLog.quoted(name) + ", expected one of " + list(candidates)));
    }

    private static String list(List<? extends Candidate> candidates) {
        return candidates.stream()
                        .limit(LISTED)
                        .map(candidate -> BadLog.shown(candidate.name()))
                        .collect(Collectors.joining(", "))
                + (candidates.size() > LISTED ? ", …" : "");
    }
}
