package io.github.saleskit.examples.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An arrow only ever points to a package that stands earlier in the list. */
class PackageArrowsTest {

    /** From the ground up. */
    private static final List<String> CORE = List.of(
            "definition",
            "json",
            "explain",
            "statistics",
            "calendar",
            "criteria",
            "money",
            "team",
            "approval",
            "account",
            "identity",
            "lead",
            "scoring",
            "scorecard",
            "assignment",
            "activity",
            "routing",
            "invitation",
            "staffing",
            "opportunity",
            "pipeline",
            "automation",
            "engagement",
            "notification",
            "customer",
            "analytics",
            "quota",
            "performance",
            "incentive");

    /** Prices are of quotes, subscriptions have prices, and orders know all of them. */
    private static final List<String> CPQ = List.of("catalog", "quote", "pricing", "subscription", "order");

    @Test
    void noPackageOfCoreKnowsALaterOne() {
        checkArrows("core", CORE);
    }

    @Test
    void noPackageOfCpqKnowsALaterOne() {
        checkArrows("cpq", CPQ);
    }

    private static void checkArrows(String module, List<String> packages) {
        for (int i = 0; i < packages.size() - 1; i++) {
            String[] later = packages.subList(i + 1, packages.size()).stream()
                    .map(name -> House.packageOf(module) + "." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(House.packageOf(module) + "." + packages.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .check(House.CLASSES);
        }
    }

    @Test
    void everyPackageOfCoreHasItsPlaceInTheList() {
        TreeSet<String> packages = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            String name = type.getPackageName();
            if (name.startsWith("io.github.saleskit.core.") && !name.contains(".internal")) {
                packages.add(name.substring("io.github.saleskit.core.".length()).replaceAll("\\..*", ""));
            }
        }
        assertThat(CORE).containsAll(packages);
    }

    @Test
    void theOuterModulesNeverSeeEachOther() {
        List<String> outer = List.of("cpq", "territory", "forecast");
        for (String module : outer) {
            String[] others = outer.stream()
                    .filter(other -> !other.equals(module))
                    .map(other -> House.packageOf(other) + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(House.packageOf(module) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(House.CLASSES);
        }
    }

    @Test
    void coreKnowsNoOuterModule() {
        noClasses()
                .that()
                .resideInAPackage("io.github.saleskit.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.saleskit.cpq..", "io.github.saleskit.territory..", "io.github.saleskit.forecast..")
                .check(House.CLASSES);
    }
}
