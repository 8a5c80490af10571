package org.theoremcheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private record Booklet(String title, List<Theorem<?, ?, ?>> theorems) implements Paper {}

    private static Theorem<?, ?, ?> theorem(String id, String... controls) {
        var theorem = Theorem.theorem(id, "", Toy.SOURCE, Toy.SETTING, Toy.CLAIM.statement(), Tightness.NONE);
        for (String control : controls) {
            theorem = theorem.control(control, "", Alteration.scale("whole", 0.5));
        }
        return theorem;
    }

    private static final Catalogue CATALOGUE = Catalogue.of(List.of(
            new Booklet("B", List.of(theorem("regret-one", "a-nc1", "a-nc11"), theorem("regret-two"))),
            new Booklet("A", List.of(theorem("path", "a-nc2")))));

    @Test
    void claimsKeepTheOrderOfTheirPapers() {
        assertThat(CATALOGUE.claims().keySet())
                .containsExactly("regret-one", "a-nc1", "a-nc11", "regret-two", "path", "a-nc2");
    }

    @Test
    void aClaimIsFoundByItsId() {
        assertThat(CATALOGUE.find("a-nc11").orElseThrow().of()).contains("regret-one");
        assertThat(CATALOGUE.find("a-nc12")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*, regret-one a-nc1 a-nc11 regret-two path a-nc2",
        "regret-*, regret-one regret-two",
        "a-nc?, a-nc1 a-nc2",
        "path, path",
        "'{path,a-nc1}', a-nc1 path",
        "a-nc[2-9], a-nc2"
    })
    void aGlobMatchesWholeIds(String glob, String ids) {
        assertThat(CATALOGUE.matching(glob)).extracting(Claim::id).containsExactly(ids.split(" "));
    }

    @Test
    void aGlobMayMatchNothing() {
        assertThat(CATALOGUE.matching("regret")).isEmpty();
        assertThat(CATALOGUE.matching("PATH")).isEmpty();
    }

    @Test
    void theReadingsAndControlsOfATheoremAreFound() {
        assertThat(CATALOGUE.of("regret-one")).extracting(Claim::id).containsExactly("a-nc1", "a-nc11");
        assertThat(CATALOGUE.of("regret-two")).isEmpty();
        assertThat(CATALOGUE.of("a-nc1")).isEmpty();
    }

    /** Neither another statement about the same subject, nor the same one about other instances, is a slip of the subject. */
    @Test
    void aControlWithAnotherSubjectInTheSameRoleIsASlip() {
        Theorem<?, ?, ?> path = Toy.THEOREM
                .control("a-nc3", "", Alteration.scale("whole", 0.5))
                .control("a-slip", "", Alteration.subject(number -> whole -> whole))
                .control("a-nc4", "", Alteration.on(Toy.NUMBERS));
        Catalogue catalogue = Catalogue.of(List.of(new Booklet("A", List.of(path))));

        assertThat(catalogue.slips(path.claim())).extracting(Claim::id).containsExactly("a-slip");
    }

    @Test
    void twoClaimsWithOneIdAreRefused() {
        Booklet first = new Booklet("A", List.of(theorem("path", "a-nc1")));
        Booklet second = new Booklet("B", List.of(theorem("regret-one", "a-nc1")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.of(List.of(first, second)))
                .withMessage("two claims have the id 'a-nc1'");
    }

    @Test
    void papersOnTheClassPathAreFound() {
        Catalogue loaded = Catalogue.load(CatalogueTest.class.getClassLoader());

        assertThat(loaded.find("regret-two-step").orElseThrow().kind()).isEqualTo(Kind.THEOREM);
    }
}
