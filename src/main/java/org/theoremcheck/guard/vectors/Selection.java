package org.theoremcheck.guard.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Finding;
import org.theoremcheck.claim.Role;
import org.theoremcheck.claim.Subject;
import org.theoremcheck.claim.Verdict;
import org.theoremcheck.guard.vectors.VectorSet.Call;
import org.theoremcheck.guard.vectors.VectorSet.Result;
import org.theoremcheck.guard.vectors.VectorSet.Vector;

/**
 * Chooses vectors for a claim: the first instance of each family, and then each that finds a slip that none before it has found. The slips
 * are the controls of the claim with a subject of their own.
 *
 * @param catalogue where the controls are looked up
 * @param seed master seed
 */
public record Selection(Catalogue catalogue, long seed) {

    /** Instances of each family that are looked at. */
    private static final int CANDIDATES = 40;

    /** Calls of an instance, beyond which it is passed over for shorter ones. */
    private static final int LONGEST = 500;

    private static final String SCHEMA = "vectors.schema.json";

    /**
     * Writes a file for each claim, and the schema of all beside them.
     *
     * @throws IOException if the folder cannot be written to
     */
    public void write(Path folder, List<? extends Claim<?, ?, ?>> claims) throws IOException {
        Files.createDirectories(folder);
        try (InputStream schema =
                Objects.requireNonNull(Selection.class.getResourceAsStream(SCHEMA), "the schema is in the jar")) {
            Files.copy(schema, folder.resolve(SCHEMA), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Claim<?, ?, ?> claim : claims) {
            Files.writeString(folder.resolve(claim.id() + ".json"), of(claim).text());
        }
    }

    /** The vectors of a claim. */
    public <I, S, E> VectorSet of(Claim<I, S, E> claim) {
        Map<String, Subject<I, S>> slips = slips(claim);
        Map<String, String> notes = new LinkedHashMap<>();
        slips.keySet()
                .forEach(
                        id -> notes.put(id, catalogue.find(id).map(Claim::title).orElse("")));
        List<Vector> vectors = new ArrayList<>();
        List<String> missed = new ArrayList<>(slips.keySet());
        for (int index = 0; index < CANDIDATES && (index == 0 || !missed.isEmpty()); index++) {
            for (Family<I> family : claim.setting().families()) {
                if (index < family.size()) {
                    I instance = family.draw(seed, index);
                    String comment = "seed %d, family %s, index %d".formatted(seed, family.name(), index);
                    Vector vector = vector(claim, instance, comment, vectors.size() + 1, slips);
                    boolean fits =
                            vector.episodes().stream().mapToInt(List::size).sum() <= LONGEST;
                    boolean wanted = index == 0 || vector.flags().stream().anyMatch(missed::contains);
                    if (fits && wanted && vector.finding().verdict().equals(Verdict.HOLDS.name())) {
                        vectors.add(vector);
                        missed.removeAll(vector.flags());
                    }
                }
            }
        }
        return new VectorSet(
                VectorSet.VERSION,
                claim.id(),
                claim.title(),
                claim.statement().text(),
                claim.statement().tolerance(),
                claim.setting().role().getSimpleName(),
                notes,
                vectors);
    }

    /** A control that shares instance and role with the claim is one of the same types. */
    @SuppressWarnings("unchecked")
    private <I, S, E> Map<String, Subject<I, S>> slips(Claim<I, S, E> claim) {
        Map<String, Subject<I, S>> slips = new LinkedHashMap<>();
        for (Claim<?, ?, ?> control : catalogue.slips(claim)) {
            slips.put(control.id(), ((Claim<I, S, E>) control).setting().reference());
        }
        return slips;
    }

    private static <I, S, E> Vector vector(
            Claim<I, S, E> claim, I instance, String comment, int id, Map<String, Subject<I, S>> slips) {
        List<List<Call>> episodes = new ArrayList<>();
        Finding finding = claim.judge(instance, listening(claim, episodes));
        Map<String, Result> violations = new LinkedHashMap<>();
        slips.forEach((flag, slip) -> {
            Finding wrong = claim.judge(instance, slip);
            if (wrong.verdict() == Verdict.VIOLATED) {
                violations.put(flag, result(wrong));
            }
        });
        return new Vector(
                id,
                comment,
                List.copyOf(violations.keySet()),
                Codec.tree(instance),
                Hexadecimal.of(instance),
                episodes,
                result(finding),
                violations);
    }

    private static Result result(Finding finding) {
        return new Result(
                finding.verdict().name(),
                finding.measured(),
                finding.bound(),
                finding.budget(),
                Hexadecimal.of(finding.measured()),
                Hexadecimal.of(finding.bound()));
    }

    /** The reference, with every call written down. */
    private static <I, S, E> Subject<I, S> listening(Claim<I, S, E> claim, List<List<Call>> episodes) {
        return instance -> {
            S live = claim.setting().reference().begin(instance);
            List<Call> calls = new ArrayList<>();
            episodes.add(calls);
            return Role.played(claim.setting().role(), (method, arguments) -> {
                // Before it is answered: the arguments belong to the subject until then.
                List<Object> with = Arrays.asList(arguments);
                JsonNode decimal = Codec.tree(with);
                JsonNode hexadecimal = Hexadecimal.of(with);
                Object answer = method.invoke(live, arguments);
                JsonNode told = answer == null ? NullNode.getInstance() : Codec.tree(answer);
                calls.add(new Call(method.getName(), decimal, hexadecimal, told, Hexadecimal.of(told)));
                return answer;
            });
        };
    }
}
