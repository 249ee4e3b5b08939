package io.github.saleskit.examples.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import io.github.saleskit.core.explain.Decision;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an engine answers is a decision, and a decision carries its reasons. */
class DecisionTest {

    private static final Set<String> VERBS =
            Set.of("assign", "decide", "explain", "forecast", "match", "plan", "price", "resolve", "score", "train");

    @Test
    void everyAnswerOfAnEngineCarriesItsReasons() {
        TreeSet<String> withoutReasons = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            for (JavaMethod method : type.getMethods()) {
                if (isPublic(type, method) && !isCalendar(type) && isAnswer(type, method)) {
                    ownTypesIn(method.getReturnType()).stream()
                            .filter(answer -> !answer.equals(type) && !answer.isAssignableTo(Decision.class))
                            .forEach(answer -> withoutReasons.add(method.getFullName() + " -> " + answer.getName()));
                }
            }
        }
        assertThat(withoutReasons).isEmpty();
    }

    private static boolean isPublic(JavaClass type, JavaMethod method) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().endsWith(".internal");
    }

    /** A calendar looks up dates; there is nothing to decide and nothing to give reasons for. */
    private static boolean isCalendar(JavaClass type) {
        return type.getPackageName().equals("io.github.saleskit.core.calendar")
                || type.getSimpleName().endsWith("Calendar");
    }

    /** A method of an engine that takes something, or any method that is called by an engine's verb. */
    private static boolean isAnswer(JavaClass type, JavaMethod method) {
        boolean named = VERBS.contains(method.getName());
        boolean ofEngine = isEngine(type)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getRawParameterTypes().isEmpty()
                && !method.getName().startsWith("with");
        return !method.getRawParameterTypes().isEmpty() && (named || ofEngine);
    }

    private static boolean isEngine(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getName().equals("compile")
                        && method.getModifiers().contains(JavaModifier.STATIC)
                        && method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static List<JavaClass> ownTypesIn(JavaType returned) {
        return returned.getAllInvolvedRawTypes().stream()
                .filter(type -> type.getPackageName().startsWith("io.github.saleskit"))
                .toList();
    }
}
