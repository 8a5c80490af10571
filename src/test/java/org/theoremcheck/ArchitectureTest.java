package org.theoremcheck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.theoremcheck.claim.Paper;

/** Who may know whom, and what nobody may use. */
class ArchitectureTest {

    private static final String OURS = "org.theoremcheck";

    /** The same on every JDK and platform; other functions of {@link Math} differ in the last bit. */
    private static final Set<String> REPRODUCIBLE =
            Set.of("sqrt", "abs", "min", "max", "fma", "rint", "ulp", "scalb", "copySign", "signum");

    private static final JavaClasses MAIN = main();

    @Test
    void numericKnowsNoOtherPackageOfOurs() {
        assertKnowsOnly("numeric", "numeric");
    }

    @Test
    void claimKnowsNumeric() {
        assertKnowsOnly("claim", "claim", "numeric");
    }

    @Test
    void everyPaperKnowsClaimAndNumericAndNoOtherPaper() {
        assertThat(papers()).contains("predictable");
        for (String paper : papers()) {
            assertKnowsOnly(paper, paper, "claim", "numeric");
        }
    }

    @Test
    void auditKnowsClaimAndNumeric() {
        assertKnowsOnly("audit", "audit", "claim", "numeric");
    }

    @Test
    void reportKnowsAuditAndGradients() {
        assertKnowsOnly("report", "report", "audit", "gradients", "claim", "numeric");
    }

    @Test
    void guardKnowsAudit() {
        assertKnowsOnly("guard", "guard", "audit", "claim", "numeric");
    }

    @Test
    void gradientsKnowsClaimAndNumeric() {
        assertKnowsOnly("gradients", "gradients", "claim", "numeric");
    }

    @Test
    void onlySparkKnowsTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackages(house("cli"), house("spark"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS + ".cli..")
                .check(MAIN);
    }

    @Test
    void nobodyElseKnowsSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage(house("spark"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house("spark"), "org.apache.spark..", "org.apache.hadoop..", "scala..")
                .check(MAIN);
    }

    @Test
    void everyClassIsInOneOfTheseHouses() {
        String[] houses = Stream.concat(
                        Stream.of("numeric", "claim", "audit", "report", "guard", "gradients", "cli", "spark"),
                        papers().stream())
                .map(ArchitectureTest::house)
                .toArray(String[]::new);

        classes().should().resideInAnyPackage(houses).check(MAIN);
    }

    @Test
    void noPackageIsNamedForWhatHasNoName() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..misc..")
                .check(MAIN);
    }

    @Test
    void theoremsOutliveTheTestEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + ".guard.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.jqwik..", "org.junit..", "org.assertj..", "com.tngtech.archunit..")
                .check(MAIN);
    }

    @Test
    void theContractNeedsNothingButJUnit() {
        noClasses()
                .that()
                .resideInAPackage(OURS + ".guard.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.jqwik..", "org.assertj..", "com.tngtech.archunit..")
                .check(MAIN);
    }

    @Test
    void nobodyNeedsTheContract() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + ".guard.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS + ".guard.junit..")
                .check(MAIN);
    }

    @Test
    void onlyReproducibleFunctionsOfMathAreCalled() {
        DescribedPredicate<JavaAccess<?>> another = describe(
                "another member of Math",
                access -> access.getTargetOwner().isEquivalentTo(Math.class)
                        && !REPRODUCIBLE.contains(access.getTarget().getName()));

        noClasses().should().accessTargetWhere(another).check(MAIN);
    }

    @Test
    void onlyTheCommandsPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + ".cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(MAIN);
    }

    @Test
    void aJudgeMakesNoTemporaryFiles() {
        DescribedPredicate<JavaAccess<?>> temporary = describe(
                "a temporary file", access -> access.getTarget().getName().startsWith("createTemp"));

        noClasses()
                .that()
                .resideInAPackage(OURS + ".guard..")
                .should()
                .accessTargetWhere(temporary)
                .check(MAIN);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }

    @Test
    void chanceComesFromNamedStreamsOnly() {
        noClasses()
                .that(resideInAnyPackage(reproducible()))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|UUID|concurrent\\.ThreadLocalRandom)"
                        + "|java\\.security\\.SecureRandom|java\\.util\\.random\\..*"
                        + "|org\\.apache\\.commons\\.math3\\.random\\.(?!RandomGenerator).*")
                .check(MAIN);
    }

    @Test
    void noResultDependsOnTheClock() {
        noClasses()
                .that(resideInAnyPackage(reproducible()))
                .should()
                .accessTargetWhere(clock("System", "currentTimeMillis"))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|Instant|.*Date.*|.*Time|Year.*)|java\\.util\\.(Date|Calendar)")
                .check(MAIN);
    }

    @Test
    void onlyATimeBudgetAndTheListOfTheSlowestWorkLookAtTheStopwatch() {
        noClasses()
                .that(resideInAnyPackage(reproducible()))
                .and()
                .doNotHaveFullyQualifiedName(OURS + ".audit.Audit")
                .and()
                .doNotHaveFullyQualifiedName(OURS + ".audit.ThreadWorkers")
                .should()
                .accessTargetWhere(clock("System", "nanoTime"))
                .check(MAIN);
    }

    private static JavaClasses main() {
        // What a class of ours touches is known by name; the classes of the JDK need not be read for that.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(OURS);
    }

    private static void assertKnowsOnly(String house, String... known) {
        String[] packages = Stream.of(known).map(ArchitectureTest::house).toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(house(house))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(OURS + "..")).or(resideInAnyPackage(packages)))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    private static String house(String name) {
        return OURS + "." + name + "..";
    }

    /** The first package below ours of everything that is a paper. */
    private static Set<String> papers() {
        return MAIN.stream()
                .filter(type -> type.isAssignableTo(Paper.class) && !type.isInterface())
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(OURS.length() + 1).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages whose results are to repeat bit for bit. */
    private static String[] reproducible() {
        return Stream.concat(Stream.of("claim", "numeric", "audit"), papers().stream())
                .map(ArchitectureTest::house)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAccess<?>> clock(String owner, String method) {
        return describe(owner + "." + method + "()", access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().getName().equals("java.lang." + owner)
                    && target.getName().equals(method);
        });
    }
}
