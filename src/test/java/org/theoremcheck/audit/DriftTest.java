package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Codec;

/** The claim that is changed is regret-tuned, on 301 instances with a largest ratio of 1, or a-nc1 with no known supremum. */
class DriftTest {

    private static final Ledger BEFORE = changed(
            Whole.audited().ledger(),
            "regret-tuned",
            entry -> entry.put("instances", 301).put("worstRatio", 1.0));

    @Test
    void equalLedgersDoNotDiffer() {
        assertThat(Drift.between(BEFORE, Ledger.read(BEFORE.text())))
                .isEqualTo(new Drift(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void aChangedVerdictIsALoss() {
        Drift drift = with("regret-tuned", entry -> entry.put("verdict", "VIOLATED"));

        assertThat(drift.losses()).containsExactly("regret-tuned: verdict HOLDS became VIOLATED");
        assertThat(drift.changes()).isEmpty();
    }

    @Test
    void aControlThatIsNoLongerRefutedIsALoss() {
        assertThat(with("a-nc1", entry -> entry.put("verdict", "HOLDS")).losses())
                .containsExactly("a-nc1: verdict VIOLATED became HOLDS");
    }

    @Test
    void lostChecksAreALoss() {
        Drift drift = with("regret-tuned", entry -> entry.put("instances", 300));

        assertThat(drift.losses()).containsExactly("regret-tuned: 301 checks became 300");
        assertThat(drift.changes()).isEmpty();
    }

    @Test
    void moreChecksAreAChange() {
        Drift drift = with("regret-tuned", entry -> entry.put("instances", 302));

        assertThat(drift.losses()).isEmpty();
        assertThat(drift.changes()).containsExactly("regret-tuned: 301 checks became 302");
    }

    @Test
    void aHypothesisThatIsNoLongerSeenToBeNeededIsALoss() {
        Drift drift = with("regret-two-step", entry -> {
            ObjectNode needed = (ObjectNode) entry.withArray("needed").get(0);
            needed.putNull("instance");
        });

        assertThat(drift.losses())
                .containsExactly("regret-two-step: hypothesis 'positive step' is no longer seen to be needed");
    }

    @Test
    void aLostClaimIsALoss() {
        Drift drift = Drift.between(BEFORE, without("a-nc1"));

        assertThat(drift.losses()).containsExactly("a-nc1: no longer checked");
        assertThat(drift.changes()).isEmpty();
    }

    @Test
    void aNewClaimIsAChange() {
        Drift drift = Drift.between(without("a-nc1"), BEFORE);

        assertThat(drift.losses()).isEmpty();
        assertThat(drift.changes()).containsExactly("a-nc1: new");
    }

    @Test
    void tightnessThatFellIsALoss() {
        Drift drift = with("regret-tuned", entry -> entry.put("worstRatio", 0.99));

        assertThat(drift.losses()).containsExactly("regret-tuned: largest ratio 1 fell to 0.99");
        assertThat(drift.changes()).isEmpty();
    }

    @Test
    void tightnessThatIsLostAltogetherIsALoss() {
        assertThat(with("regret-tuned", entry -> entry.putNull("worstRatio")).losses())
                .containsExactly("regret-tuned: largest ratio 1 fell to NaN");
    }

    @Test
    void tightnessThatFellByLessThanTheSearchVariesIsAChange() {
        Drift drift = with("regret-tuned", entry -> entry.put("worstRatio", 0.9995));

        assertThat(drift.losses()).isEmpty();
        assertThat(drift.changes()).containsExactly("regret-tuned: largest ratio 1 became 0.9995");
    }

    @Test
    void aRatioThatIsNotToReachAnythingMayFall() {
        Drift drift = with("a-nc1", entry -> entry.put("worstRatio", 0.5));

        assertThat(drift.losses()).isEmpty();
        assertThat(drift.changes())
                .singleElement()
                .asString()
                .startsWith("a-nc1: largest ratio ")
                .endsWith(" became 0.5");
    }

    @Test
    void otherWordsAreAChange() {
        Drift drift = with("a-nc1", entry -> entry.put("statement", "0 ≤ 1"));

        assertThat(drift.losses()).isEmpty();
        assertThat(drift.changes())
                .singleElement()
                .asString()
                .startsWith("a-nc1: statement '")
                .endsWith("became '0 ≤ 1'");
    }

    @Test
    void everythingThatDiffersIsTold() {
        Ledger after = changed(
                BEFORE,
                "a-nc1",
                entry -> entry.put("verdict", "HOLDS").put("instances", 1).put("worstRatio", 0.5));

        assertThat(Drift.between(BEFORE, after).losses()).hasSize(2);
        assertThat(Drift.between(BEFORE, after).changes()).hasSize(1);
    }

    @Test
    void anotherExpectationIsALineToo() {
        assertThat(with("a-nc1", entry -> entry.put("expected", "HOLDS")).changes())
                .containsExactly("a-nc1: expected VIOLATED became HOLDS");
    }

    @Test
    void anAlterationThatIsNoLongerRefutedIsALoss() {
        int refuted = BEFORE.claims().stream()
                .filter(entry -> entry.id().equals("regret-tuned"))
                .findFirst()
                .orElseThrow()
                .mutants()
                .refuted();

        assertThat(with("regret-tuned", entry -> ((ObjectNode) entry.get("mutants")).put("refuted", refuted - 1))
                        .losses())
                .containsExactly("regret-tuned: %d refuted alterations became %d".formatted(refuted, refuted - 1));
    }

    @Test
    void aSlackThatMovedIsALine() {
        assertThat(Drift.between(slack(5000, 5000), slack(4000, 6000)).changes())
                .containsExactly("regret-tuned: the slack in ball/random moved");
    }

    /** √(ln(4 · 10¹²)/2) · 2/√10000 = 0.076. */
    @Test
    void aSlackThatDiffersAsChanceDoesHasNotMoved() {
        assertThat(Drift.between(slack(5000, 5000), slack(4300, 5700)).changes())
                .isEmpty();
    }

    /** Of regret-tuned in one family alone, so many instances with small ratios and with large ones. */
    private static Ledger slack(int small, int large) {
        return changed(BEFORE, "regret-tuned", entry -> {
            ObjectNode family = entry.putArray("families").addObject();
            family.put("name", "ball/random").put("group", "ball").put("instances", small + large);
            family.put("worstRatio", 1.0).put("worstSeverity", 0.0);
            ArrayNode bins = family.putArray("histogram");
            for (int bin = 0; bin < 20; bin++) {
                bins.add(bin == 3 ? small : bin == 16 ? large : 0);
            }
        });
    }

    @Test
    void aLostHypothesisIsALineToo() {
        assertThat(with("regret-tuned", entry -> ((ArrayNode) entry.get("hypotheses")).remove(0))
                        .changes())
                .hasSize(1);
    }

    @Test
    void aLostFamilyIsALineToo() {
        assertThat(with("regret-tuned", entry -> ((ArrayNode) entry.get("families")).remove(0))
                        .changes())
                .hasSize(1);
    }

    private static Drift with(String id, Consumer<ObjectNode> change) {
        return Drift.between(BEFORE, changed(BEFORE, id, change));
    }

    private static Ledger changed(Ledger ledger, String id, Consumer<ObjectNode> change) {
        ObjectNode tree = (ObjectNode) Codec.tree(ledger);
        tree.get("claims").forEach(entry -> {
            if (entry.get("id").textValue().equals(id)) {
                change.accept((ObjectNode) entry);
            }
        });
        return Codec.read(tree, Ledger.class);
    }

    private static Ledger without(String id) {
        return new Ledger(
                BEFORE.version(),
                BEFORE.seed(),
                BEFORE.instances(),
                BEFORE.set(),
                BEFORE.falseAlarm(),
                BEFORE.claims().stream().filter(entry -> !entry.id().equals(id)).toList());
    }
}
