package org.theoremcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Catalogue;
import org.theoremcheck.claim.Claim;
import org.theoremcheck.claim.Compare;
import org.theoremcheck.claim.Family;
import org.theoremcheck.claim.Kind;

class WholeAuditTest {

    private final Ledger ledger = Whole.audited().ledger();

    @Test
    void everyClaimOfTheCatalogueHasALineInItsOrder() {
        assertThat(ledger.claims())
                .extracting(Ledger.Entry::id)
                .containsExactlyElementsOf(
                        Whole.claims().stream().map(Claim::id).toList());
    }

    @Test
    void everyTheoremHolds() {
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.kind().equals("theorem"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.verdict()).as(entry.id()).isEqualTo("HOLDS"))
                .allSatisfy(
                        entry -> assertThat(entry.violations()).as(entry.id()).isZero())
                .allSatisfy(entry ->
                        assertThat(entry.worstSeverity()).as(entry.id()).isNotPositive());
    }

    @Test
    void everyControlIsRefuted() {
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.kind().equals("control"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.verdict()).as(entry.id()).isEqualTo("VIOLATED"));
    }

    @Test
    void everyReadingIsAsItsDossierProves() {
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.kind().equals("published"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.verdict()).as(entry.id()).isEqualTo(entry.expected()));
    }

    @Test
    void everyTheoremHasAControlWithAnAlteredStatementAndOneWithAnAlteredSubject() {
        Catalogue catalogue = Whole.catalogue();
        assertThat(catalogue.claims().values())
                .filteredOn(claim -> claim.kind() == Kind.THEOREM)
                .allSatisfy(theorem -> assertThat(catalogue.of(theorem.id()))
                        .as(theorem.id())
                        .anyMatch(other -> saysMore(other, theorem))
                        .anyMatch(other ->
                                other.setting().reference() != theorem.setting().reference()));
    }

    /** Something else, or the same of other instances. */
    private static boolean saysMore(Claim<?, ?, ?> other, Claim<?, ?, ?> theorem) {
        return !other.statement().text().equals(theorem.statement().text())
                || Collections.disjoint(names(other), names(theorem));
    }

    private static List<String> names(Claim<?, ?, ?> claim) {
        return claim.setting().families().stream().map(Family::name).toList();
    }

    @Test
    void exactlyTheViolatedClaimsHaveAWitness() {
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.verdict().equals("VIOLATED"))
                .allSatisfy(entry -> assertThat(entry.witness()).isEqualTo("witnesses/" + entry.id() + ".json"))
                .extracting(Ledger.Entry::id)
                .containsExactlyElementsOf(Whole.audited().witnesses().keySet());
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.witness() == null)
                .hasSize(ledger.claims().size() - Whole.audited().witnesses().size());
    }

    @Test
    void everyWitnessIsConfirmedInExactArithmeticWhereThereIsSuch() {
        assertThat(Whole.audited().witnesses().values()).allSatisfy(witness -> {
            Claim<?, ?, ?> claim = Whole.catalogue().find(witness.claim()).orElseThrow();
            boolean exact = claim.statement() instanceof Compare
                    && claim.setting().exact().isPresent();
            assertThat(witness.certified()).as(witness.claim()).isEqualTo(exact ? true : null);
        });
    }

    @Test
    void everyWitnessReadFromItsTextReplaysToWhatItRecorded() {
        assertThat(Whole.audited().witnesses().values()).allSatisfy(written -> {
            Replay.Outcome outcome = Replay.of(Whole.catalogue(), Witness.read(written.text()));

            assertThat(outcome.claim()).isEqualTo(written.claim());
            assertThat(outcome.verdict()).as(written.claim()).isEqualTo(written.verdict());
            // Boxed, so that no number equals no number: a run that diverged has none.
            assertThat(outcome.measured()).as(written.claim()).isEqualTo(Double.valueOf(written.measured()));
            assertThat(outcome.bound()).as(written.claim()).isEqualTo(Double.valueOf(written.bound()));
        });
    }

    @Test
    void everyWitnessIsAtLeastHalfAsSevereAsTheWorstSeen() {
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.witness() != null)
                .allSatisfy(entry -> assertThat(
                                Whole.audited().witnesses().get(entry.id()).severity())
                        .as(entry.id())
                        .isGreaterThanOrEqualTo(entry.worstSeverity() / 2));
    }

    @Test
    void theInstancesOfAClaimAreThoseOfItsFamilies() {
        assertThat(ledger.claims())
                .allSatisfy(entry -> assertThat(entry.families().stream()
                                .mapToLong(Ledger.Sampled::instances)
                                .sum())
                        .as(entry.id())
                        .isEqualTo(entry.instances()));
    }

    @Test
    void theGapIsWhatTheLargestRatioLacksToTheSupremum() {
        assertThat(ledger.claims())
                .filteredOn(entry -> Double.isFinite(entry.knownSupremum()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.gapToSupremum())
                        .as(entry.id())
                        .isCloseTo(entry.knownSupremum() - entry.worstRatio(), within(0.0))
                        .isLessThan(1e-3));
    }

    @Test
    void everyHypothesisIsMet() {
        assertThat(ledger.claims())
                .filteredOn(entry -> entry.kind().equals("theorem"))
                .flatExtracting(Ledger.Entry::hypotheses)
                .isNotEmpty()
                .allSatisfy(hypothesis ->
                        assertThat(hypothesis.minMargin()).as(hypothesis.name()).isGreaterThanOrEqualTo(-0.0));
    }
}
