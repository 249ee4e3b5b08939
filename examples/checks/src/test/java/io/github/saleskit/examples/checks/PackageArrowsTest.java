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

    @Test
    void noPackageOfCoreKnowsALaterOne() {
        for (int i = 0; i < CORE.size(); i++) {
            String[] later = CORE.subList(i + 1, CORE.size()).stream()
                    .map(name -> "io.github.saleskit.core." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.github.saleskit.core." + CORE.get(i) + "..")
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
