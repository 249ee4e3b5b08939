package io.github.saleskit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void problemsOfAllPlacesReachTheCallerInOneException() {
        Problems problems = new Problems();
        problems.at("rules", 3, "when")
                .at("field")
                .report("field.unknown", "employes", "there is no field \"employes\"");
        problems.at("name").report("name.missing", null, "the model has no name", "Maybe \"inbound\"?");

        DefinitionException exception =
                catchThrowableOfType(DefinitionException.class, () -> problems.throwIfAny("scoring model \"inbound\""));

        assertThat(exception.problems()).extracting(Problem::pointer).containsExactly("/rules/3/when/field", "/name");
        assertThat(exception).hasMessage("""
                        scoring model "inbound" has 2 problems:
                          /rules/3/when/field: there is no field "employes" (field.unknown)
                          /name: the model has no name (name.missing). Maybe "inbound"?""");
    }

    @Test
    void nothingReportedThrowsNothing() {
        assertThatCode(() -> new Problems().throwIfAny("x")).doesNotThrowAnyException();
        assertThat(new Problems().isEmpty()).isTrue();
    }

    @Test
    void pointersAreEscapedAsRfc6901Says() {
        assertThat(new Problems().at("a/b", "m~n", "~1").pointer()).isEqualTo("/a~1b/m~0n/~01");
    }

    @Test
    void problemsFoundElsewhereMoveBelowThisPlace() {
        Problems inner = new Problems();
        inner.at("field").report("a.b", "v", "message");
        Problems outer = new Problems();
        outer.at("when").addAll(inner.toList());
        assertThat(outer.toList()).containsExactly(new Problem("/when/field", "a.b", "v", "message", null));
    }

    @Test
    void aFloodOfProblemsIsCountedButNotKept() {
        Problems problems = new Problems();
        for (int i = 0; i < Problems.LIMIT + 5; i++) {
            problems.at(i).report("a.b", null, "message");
        }
        assertThat(problems.toList()).hasSize(Problems.LIMIT);
        assertThat(problems.total()).isEqualTo(Problems.LIMIT + 5);
        assertThatThrownBy(() -> problems.throwIfAny("the file"))
                .hasMessageStartingWith("the file has 1005 problems:")
                .hasMessageEndingWith("and 985 more");
    }

    @Test
    void suggestionsNameTheNearestWordOrAFewKnownOnes() {
        List<String> known = List.of("employees", "industry", "country");
        assertThat(Problems.suggest("employes", known)).isEqualTo("Maybe \"employees\"?");
        assertThat(Problems.suggest("Industry", known)).isEqualTo("Maybe \"industry\"?");
        assertThat(Problems.suggest("indutsry", known)).isEqualTo("Maybe \"industry\"?");
        assertThat(Problems.suggest("revenue", known)).isEqualTo("Known: country, employees, industry.");
        assertThat(Problems.suggest("x", List.of())).isNull();
        List<String> many = IntStream.range(0, 20).mapToObj(i -> "field" + i).toList();
        assertThat(Problems.suggest("quite different", many)).isNull();
    }

    @Test
    void aPointerWithoutSlashAndAnEmptyExceptionAreTheCallersMistake() {
        assertThatThrownBy(() -> new Problem("rules", "a.b", null, "message", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe \"/rules\"?");
        assertThatThrownBy(() -> new DefinitionException("x", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongValueIsCut() {
        Problem problem = new Problem("", "a.b", "x".repeat(1_000_000), "message", null);
        assertThat(problem.value()).hasSize(203).endsWith("...");
        Problem pairs = new Problem("", "a.b", "x" + "\uD83D\uDE00".repeat(1_000), "message", null);
        assertThat(pairs.value()).hasSize(202).endsWith("\uD83D\uDE00...");
    }

    @Test
    void theProblemsSurviveSerialisation() throws IOException, ClassNotFoundException {
        List<Problem> problems = List.of(new Problem("/a", "a.b", null, "message", "Maybe?"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new DefinitionException("x", problems));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((DefinitionException) in.readObject()).problems()).isEqualTo(problems);
        }
    }
}
