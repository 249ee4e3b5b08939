package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.Problems;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConditionProblemsTest {

    private static String problemsOf(String... criteria) {
        Criterion all =
                new Criterion.All(Stream.of(criteria).map(Criterion::parse).toList());
        try {
            Condition.compile(all, Prospect.FIELDS);
        } catch (DefinitionException e) {
            return e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        }
        return "";
    }

    @Test
    void everyProblemIsListedWithItsPlaceInTheJsonAndAdvice() {
        assertThat(problemsOf(
                        "employes >= 200",
                        "employees >= \"200\"",
                        "employees in (1, 2.5, true)",
                        "score > 1e400",
                        "due = \"2025-02-30\"",
                        "createdAt < \"yesterday\"",
                        "budget > 5",
                        "budget > \"EUR\"",
                        "optedOut > true",
                        "optedOut = \"yes\"",
                        "tags = \"a\"",
                        "contacts > 1",
                        "industry = employees",
                        "industry = 5",
                        "any contacts (rolle = \"CEO\")",
                        "any industry (role = \"CEO\")",
                        "sum role of contacts > 1",
                        "count contacts (age > \"x\") > 1",
                        "1 = 2",
                        "\"a\" is present",
                        "employees starts with \"a\"",
                        "industry like country",
                        "industry like \"a\\\\\"",
                        "industry in ()",
                        "employees between 1 and zzz",
                        "visits = 9223372036854775808",
                        "not (due < industry)"))
                .isEqualTo("""
                        /all/0/field: there is no field "employes" (field.unknown). Maybe "employees"?
                        /all/1/atLeast: employees is a whole number, but "200" is a text (value.wrongKind). \
                        Maybe 200 without quotes?
                        /all/2/in/1: employees is a whole number, but 2.5 has a fraction (value.notWhole). Maybe 2 or 3?
                        /all/2/in/2: employees is a whole number, but true is a truth value (value.wrongKind)
                        /all/3/moreThan: score cannot hold 1E+400 (value.outOfRange)
                        /all/4/is: due is a date, but "2025-02-30" is none (value.notADate). Dates look like \
                        "2026-04-01".
                        /all/5/lessThan: createdAt is an instant, but "yesterday" is none (value.notADate). \
                        Instants look like \
                        "2026-04-01T09:00:00Z", "2026-04-01T09:00" (in the zone of the condition) or \
                        "2026-04-01" (all of that day).
                        /all/6/moreThan: budget is an amount of money, but 5 is a number (value.wrongKind). \
                        Amounts look like "EUR 10.50".
                        /all/7/moreThan: budget is an amount of money, but "EUR" is none (value.notMoney). \
                        Amounts look like "EUR 10.50".
                        /all/8/moreThan: optedOut is a truth value, which is neither less nor more than another \
                        (comparison.notOrdered). Maybe = or !=?
                        /all/9/is: optedOut is a truth value, but "yes" is a text (value.wrongKind). Maybe true \
                        or false?
                        /all/10/is: tags is a set of texts, which cannot be compared (comparison.wrongKind). \
                        Maybe contains, contains \
                        any or contains all?
                        /all/11/moreThan: contacts is a list of elements, which cannot be compared \
                        (comparison.wrongKind). Maybe any, \
                        all, none or count over its elements?
                        /all/12/is: industry is a text, but employees is a whole number (comparison.wrongKinds)
                        /all/13/is: industry is a text, but 5 is a number (value.wrongKind). Maybe "5"?
                        /all/14/anyMatch/field: there is no field "rolle" (field.unknown). Maybe "role"?
                        /all/15/field: "industry" is a text, not a list of elements (field.noElements)
                        /all/16/sum: "role" is a text, which has no sum (aggregate.wrongKind)
                        /all/17/where/moreThan: age is a whole number, but "x" is a text (value.wrongKind)
                        /all/18: two constants are compared (criterion.noField). Maybe one of them should be a field?
                        /all/19/value: a constant is asked, not a field (criterion.noField). Maybe turn the \
                        question round?
                        /all/20/startsWith: employees is a whole number, which does not know starts with \
                        (text.wrongKind)
                        /all/21/like: a glob has to be a constant or a parameter (glob.notConstant)
                        /all/22/like: the glob ends with a lone backslash (glob.invalid)
                        /all/23/in: the list of values is empty (values.none)
                        /all/24/between/1/field: there is no field "zzz" (field.unknown). Known: budget, \
                        contacts, country, createdAt, \
                        due, employees, industry, optedOut, rating, score, tags, visits.
                        /all/25/is: visits cannot hold 9223372036854775808 (value.outOfRange)
                        /all/26/not/lessThan: due is a date, but industry is a text \
                        (comparison.wrongKinds)""".replace("\r", ""));
    }

    @Test
    void aCriterionInsideADefinitionReportsThereAndThenMatchesNothing() {
        Problems problems = new Problems();
        Condition<Prospect> condition = Condition.compile(
                Criterion.parse("not employes = 1"), Prospect.FIELDS, problems.at("rules", 3, "when"));
        assertThat(problems.toList()).extracting(Problem::pointer).containsExactly("/rules/3/when/not/field");
        assertThat(condition.matches(Prospect.EMPTY, Samples.NOW)).isFalse();
        assertThat(condition.withParameter("x", 1).matches(Prospect.EMPTY, Samples.NOW))
                .isFalse();
        assertThat(condition.explain(Prospect.EMPTY, Samples.NOW).matched()).isFalse();
    }

    @Test
    void anIndexListsTheProblemsOfAllCriteriaAndMissingParameters() {
        assertThatThrownBy(() -> CriteriaIndex.compile(
                        List.of(
                                Criterion.parse("visits = 1"),
                                Criterion.parse("visit = 1"),
                                Criterion.parse("visits = :x")),
                        Prospect.FIELDS))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("/1/field: there is no field \"visit\"")
                .hasMessageContaining("/2: a list of criteria has no values for parameters (parameter.missing)");
        Condition<Prospect> unbound = Condition.compile(Criterion.parse("visits = :x"), Prospect.FIELDS);
        assertThatThrownBy(() -> CriteriaIndex.of(List.of(unbound))).isInstanceOf(IllegalArgumentException.class);
        CriteriaIndex<Prospect> index = CriteriaIndex.of(List.of(unbound.withParameter("x", 0)));
        CriteriaMatches matches = index.newMatches();
        index.find(Prospect.EMPTY, Samples.NOW, matches);
        assertThat(matches).hasToString("{0}");
        assertThatThrownBy(() ->
                        CriteriaIndex.of(List.<Condition<Prospect>>of()).find(Prospect.EMPTY, Samples.NOW, matches))
                .hasMessageContaining("another index");
    }
}
