package io.github.saleskit.core.criteria;

import static io.github.saleskit.core.criteria.Criterion.all;
import static io.github.saleskit.core.criteria.Criterion.any;
import static io.github.saleskit.core.criteria.Criterion.count;
import static io.github.saleskit.core.criteria.Criterion.field;
import static io.github.saleskit.core.criteria.Criterion.not;
import static io.github.saleskit.core.criteria.Criterion.now;
import static io.github.saleskit.core.criteria.Criterion.parameter;
import static io.github.saleskit.core.criteria.Criterion.sum;
import static io.github.saleskit.core.criteria.Criterion.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTextTest {

    private static void same(String text, Criterion criterion) {
        assertThat(Criterion.parse(text)).isEqualTo(criterion);
        assertThat(criterion).hasToString(text);
    }

    @Test
    void theTextFormReadsAsItIsWritten() {
        same("createdAt >= now - 30 days", field("createdAt").atLeast(now().minusDays(30)));
        same("due <= today + 3 business days", field("due").atMost(today().plusBusinessDays(3)));
        same("any contacts (role = \"CEO\")", any("contacts", field("role").is("CEO")));
        same(
                "count contacts (role = \"CEO\") >= 2",
                count("contacts", field("role").is("CEO")).atLeast(2));
        same("sum amount of lines >= 1000.5", sum("amount", "lines").atLeast(1000.5));
        same("employees >= :minimum", field("employees").atLeast(parameter("minimum")));
        same("tags contains any (\"a\", \"b\")", field("tags").containsAny("a", "b"));
        same(
                "x between 1 and 2 and y is absent",
                field("x").between(1, 2).and(field("y").absent()));
        same("`annual revenue` > `count`", field("annual revenue").moreThan(field("count")));
        same("業種 = \"製造\\n\\\"業\\\"\"", field("業種").is("製造\n\"業\""));
        same("all() or any(a = 1)", all().or(any(field("a").is(1))));
    }

    @Test
    void notBindsStrongestAndOrWeakest() {
        Criterion a = field("a").is(1);
        Criterion b = field("b").is(2);
        Criterion c = field("c").is(3);
        same("(not a = 1 and b = 2) or c = 3", not(a).and(b).or(c));
        assertThat(Criterion.parse("not a = 1 and b = 2 or c = 3"))
                .isEqualTo(not(a).and(b).or(c));
        same("a = 1 and (b = 2 or c = 3)", a.and(b.or(c)));
        same("not (a = 1 and b = 2)", not(a.and(b)));
        assertThat(Criterion.parse("((a = 1)) and b=2 and(c=3)"))
                .isEqualTo(a.and(b).and(c));
        assertThat(Criterion.parse("a not in (1) and due > now + 1 day"))
                .isEqualTo(not(field("a").in(1)).and(field("due").moreThan(now().plusDays(1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | at character 1: expected a field, a constant, now, today or a parameter, found the end | ",
                "a | at character 2: expected a comparison, found the end | Known: =",
                "a contians \"x\" | at character 3: expected a comparison, found \"contians\" | Maybe \"contains\"?",
                "a = 'x' | at character 5: expected a field, a constant | Texts stand in straight double quotes",
                "a == 1 | at character 3: expected a comparison, found \"=\" | Maybe \"=\"?",
                "a <> 1 | at character 3: expected a comparison, found \"<\" | Maybe \"!=\"?",
                "a = 1 && b = 2 | at character 7: expected and, or, or the end, found \"&\" | Maybe \"and\"?",
                "!a = 1 | at character 1: expected a field, a constant | Maybe \"not\"?",
                "a = 2026-04-01 | at character 5: expected a number | Dates, amounts and other texts stand in "
                        + "double quotes",
                "a = \"x | at character 5: a text is not closed | Maybe a double quote is missing?",
                "(a = 1 | at character 7: expected \")\", found the end | ",
                "a = 1 b = 2 | at character 7: expected and, or, or the end, found \"b\" | ",
                "a in (b) | at character 7: expected a constant, found \"b\" | Texts stand in double quotes",
                "a is 5 | at character 6: expected present or absent | Maybe = to compare?",
                "a > now - 3 fortnights | at character 13: expected a unit of time, found | Known: business days",
                "a > today - 3 hours | unit is HOURS | Maybe now instead of today?",
                "a > now - many days | at character 11: expected a whole number | ",
                "a == 1 | at character 3: expected a comparison | ",
                "in = 1 | at character 1: expected a field | backticks: `in`",
                "any contacts role = 1 | at character 14: expected \"(\" | ",
                "a = \"\\x\" | at character 5: expected a text | a backslash stands before"
            })
    void errorsSayWhereAndWhatWasExpected(String text, String message, String advice) {
        assertThatThrownBy(() -> Criterion.parse(text))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(advice == null ? "" : advice);
    }

    @Test
    void depthSizeAndLengthAreLimited() {
        assertThat(Criterion.parse("not ".repeat(99) + "a = 1")).isNotNull();
        assertThatThrownBy(() -> Criterion.parse("not ".repeat(100) + "a = 1")).hasMessageContaining("100 levels");
        assertThatThrownBy(() -> Criterion.parse("(".repeat(100_000) + "a = 1")).hasMessageContaining("100 levels");
        assertThatThrownBy(() -> Criterion.parse("a = 1" + " or a = 1".repeat(10_000)))
                .hasMessageContaining("more than 10000 criteria");
        assertThatThrownBy(() -> Criterion.parse("a = 1" + "0".repeat(2_000))).hasMessageContaining("1000 characters");
        Criterion deep = field("a").is(1);
        for (int i = 0; i < 99; i++) {
            deep = not(deep);
        }
        Criterion deepest = deep;
        assertThatThrownBy(() -> not(deepest)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> count("x", deepest).is(1).and(deepest)).isInstanceOf(IllegalArgumentException.class);
    }
}
