package org.theoremcheck.gradients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.theoremcheck.claim.Codec;

/**
 * r*(ε) of the increments, and what it is where time means nothing.
 *
 * @param shares ε
 * @param own the spectrum of the increments
 * @param noiseNull that of white noise of the same size
 * @param shuffleNull that of the same gradients in random order
 */
record Ranks(List<Double> shares, Spectrum own, RankNull noiseNull, RankNull shuffleNull) {

    /** Of what was read. */
    static Ranks of(Reading reading, List<Double> shares, Workers workers) {
        Kept kept = reading.kept();
        Gram passed = reading.increments();
        return new Ranks(
                shares,
                passed == null ? Spectrum.of(kept.gradients(), workers) : Spectrum.of(passed, reading.rows() - 1),
                RankNull.noise(kept.count(), kept.width(), shares, workers),
                RankNull.shuffled(kept.gradients(), shares, workers));
    }

    Map<String, Integer> rank() {
        return byShare(i -> own.rank(shares.get(i)));
    }

    Map<String, Double> noise() {
        return byShare(i -> noiseNull.mean()[i]);
    }

    Map<String, Double> shuffled() {
        return byShare(i -> shuffleNull.mean()[i]);
    }

    int cap() {
        return own.cap();
    }

    double participation() {
        return own.participation();
    }

    List<String> ties() {
        return shares.stream().filter(own::isTie).map(Ranks::key).toList();
    }

    /** σᵢ²/Σσⱼ². */
    Map<String, double[]> spectra() {
        Map<String, double[]> spectra = new LinkedHashMap<>();
        spectra.put("increments", own.fractions());
        spectra.put("noise", noiseNull.spectrum());
        spectra.put("shuffled", shuffleNull.spectrum());
        return spectra;
    }

    private <V> Map<String, V> byShare(IntFunction<V> value) {
        Map<String, V> values = new LinkedHashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            values.put(key(shares.get(i)), value.apply(i));
        }
        return values;
    }

    private static String key(double share) {
        return Codec.number(share);
    }
}
