package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Codec;

class DeterminismTest {

    /** SHA-256 of the ledger and the witnesses of {@link Whole#audited}: the same on every JDK and machine. */
    private static final String AGREED = "b053231147ae03bee52ab984a3a4248c4a6637c2fd55c2b210c102bacb045701";

    private static final String RENEWAL = """
            The reduced audit gives other bytes than those agreed on. That is legitimate only after a deliberate change of what an
            audit does or says: a claim, family or subject, the random stream, search or shrinking, the format. Then put the
            digest found here in place of DeterminismTest.AGREED, on JDK 17 and on the newest one alike, in the commit of the change.
            If nothing of that sort was changed, or the digests of two JDKs or two runs differ, then something depends on the JDK, on
            the threads or on the order of a hash table, and that is to be repaired.""";

    @Test
    void theBytesAreTheSameOnEveryJdk() throws NoSuchAlgorithmException {
        byte[] bytes = Whole.text(Whole.audited()).getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        assertThat(digest).as(RENEWAL).isEqualTo(AGREED);
    }

    /** Every sixth claim is enough, and shows too that a claim's line does not depend on the others. */
    @Test
    void oneThreadFindsWhatFourFind() {
        List<? extends Claim<?, ?, ?>> all = Whole.claims();
        List<? extends Claim<?, ?, ?>> some = IntStream.range(0, all.size())
                .filter(index -> index % 6 == 0)
                .mapToObj(all::get)
                .toList();
        Audit.Result alone = Whole.audit(some, 1);

        assertThat(Codec.lines(alone.ledger().claims()))
                .isEqualTo(Codec.lines(Whole.audited().ledger().claims().stream()
                        .filter(entry ->
                                some.stream().anyMatch(claim -> claim.id().equals(entry.id())))
                        .toList()));
        alone.witnesses()
                .forEach((id, witness) -> assertThat(witness.text())
                        .isEqualTo(Whole.audited().witnesses().get(id).text()));
    }

    @Test
    void anAuditRepeatsItself() {
        var claims = Whole.claims().stream()
                .filter(claim -> claim.id().startsWith("tuned") || claim.id().startsWith("identity"))
                .toList();

        assertThat(Whole.text(Whole.audit(claims, 4))).isEqualTo(Whole.text(Whole.audit(claims, 4)));
    }

    @Test
    void anotherSeedPlaysOtherInstances() {
        var claims = Whole.claims().stream()
                .filter(claim -> claim.id().equals("regret-tuned"))
                .toList();
        Options other = new Options(
                Options.SEED + 1,
                Whole.audited().ledger().instances(),
                java.util.Optional.empty(),
                1,
                java.util.Map.of());

        Ledger.Entry found = Whole.audit(claims, other).ledger().claims().get(0);

        assertThat(found.verdict()).isEqualTo("HOLDS");
        assertThat(Whole.audited().ledger().claims())
                .filteredOn(entry -> entry.id().equals("regret-tuned"))
                .singleElement()
                .satisfies(entry -> assertThat(found.budget()).isNotEqualTo(entry.budget()));
    }
}
