package io.github.saleskit.core.criteria;

import static io.github.saleskit.core.criteria.Criterion.any;
import static io.github.saleskit.core.criteria.Criterion.count;
import static io.github.saleskit.core.criteria.Criterion.field;
import static io.github.saleskit.core.criteria.Criterion.now;
import static io.github.saleskit.core.criteria.Criterion.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.criteria.Prospect.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z"); // a Monday

    private static boolean matches(Prospect prospect, Criterion criterion) {
        return Condition.compile(criterion, Prospect.FIELDS).matches(prospect, NOW);
    }

    private static boolean matches(Prospect prospect, String criterion) {
        return matches(prospect, Criterion.parse(criterion));
    }

    @Test
    void builtParsedAndReadCriteriaAreEqualAndMatchAlike() {
        Criterion built = field("industry")
                .in("Software", "Finance")
                .and(field("employees").atLeast(200));
        String text = "industry in (\"Software\", \"Finance\") and employees >= 200";
        assertThat(Criterion.parse(text)).isEqualTo(built);
        assertThat(built).hasToString(text);
        Prospect big = Prospect.EMPTY.withIndustry("Software").withEmployees(200);
        assertThat(matches(big, built)).isTrue();
        assertThat(matches(big.withEmployees(199), built)).isFalse();
        assertThat(matches(big.withIndustry("Retail"), built)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "industry = \"x\"",
                "industry != \"x\"",
                "industry < \"x\"",
                "employees != 3",
                "score != 3",
                "score <= 3",
                "rating != 3",
                "budget != \"EUR 1\"",
                "optedOut = false",
                "optedOut != true",
                "due != \"2026-01-01\"",
                "due < today",
                "createdAt <= now",
                "createdAt != today",
                "tags contains none (\"a\")",
                "tags contains \"a\"",
                "industry = country",
                "industry != country",
                "any contacts (age >= 0)",
                "max age of contacts >= 0",
                "sum bonus of contacts >= \"EUR 0\"",
                "min since of contacts <= today",
                "industry like \"*\""
            })
    void everyComparisonWithAnAbsentValueIsFalse(String criterion) {
        assertThat(matches(Prospect.EMPTY, criterion)).isFalse();
        assertThat(matches(Prospect.EMPTY, "not (" + criterion + ")")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "industry",
                "employees",
                "score",
                "rating",
                "budget",
                "optedOut",
                "due",
                "createdAt",
                "tags",
                "contacts"
            })
    void presenceIsAsked(String field) {
        assertThat(matches(Prospect.EMPTY, field + " is present")).isFalse();
        assertThat(matches(Prospect.EMPTY, field + " is absent")).isTrue();
        assertThat(matches(Prospect.EMPTY.withTags(Set.of()), field + " is absent"))
                .isTrue();
    }

    @Test
    void ofNoElementsAllAndNoneHoldAndCountAndSumAreZero() {
        assertThat(matches(Prospect.EMPTY, "all contacts (age > 100)")).isTrue();
        assertThat(matches(Prospect.EMPTY, "none contacts (age > 100)")).isTrue();
        assertThat(matches(Prospect.EMPTY, "count contacts = 0")).isTrue();
        assertThat(matches(Prospect.EMPTY, "sum age of contacts = 0")).isTrue();
        assertThat(matches(Prospect.EMPTY, "sum weight of contacts = 0")).isTrue();
        assertThat(matches(Prospect.EMPTY, "sum share of contacts = 0")).isTrue();
    }

    @Test
    void nestedElementsAreCountedSummedAndCompared() {
        Prospect prospect = Prospect.EMPTY.withContacts(
                new Contact("CEO", 50, 1.5, null, Money.parse("EUR 10"), LocalDate.of(2020, 1, 1)),
                new Contact("CTO", 40, 2.5, null, BigMoney.parse("EUR 2.5"), LocalDate.of(2024, 1, 1)));
        assertThat(matches(
                        prospect,
                        any("contacts", field("role").is("CEO").and(field("age").moreThan(45)))))
                .isTrue();
        assertThat(matches(
                        prospect,
                        any("contacts", field("role").is("CEO").and(field("age").lessThan(45)))))
                .isFalse();
        assertThat(matches(prospect, count("contacts", field("age").atLeast(40)).is(2)))
                .isTrue();
        assertThat(matches(prospect, "sum bonus of contacts = \"EUR 12.50\"")).isTrue();
        assertThat(matches(prospect, "sum age of contacts (role = \"CEO\") = 50"))
                .isTrue();
        assertThat(matches(prospect, "max weight of contacts = 2.5 and min since of contacts = \"2020-01-01\""))
                .isTrue();
        assertThat(matches(prospect, "all contacts (role starts with \"C\")")).isTrue();
        assertThat(matches(prospect, "none contacts (role = \"CFO\")")).isTrue();
    }

    @Test
    void amountsInOtherCurrenciesAreNeitherEqualNorLessNorMore() {
        Prospect prospect = Prospect.EMPTY.withBudget(Money.parse("EUR 10"));
        assertThat(matches(prospect, "budget = \"EUR 10.00\"")).isTrue();
        assertThat(matches(prospect, "budget = \"USD 10\" or budget < \"USD 99\" or budget > \"USD 1\""))
                .isFalse();
        assertThat(matches(prospect, "budget != \"USD 10\"")).isTrue();
    }

    @Test
    void anInstantIsComparedWithADayByItsOwnDayInTheZone() {
        Prospect prospect = Prospect.EMPTY.withCreatedAt(Instant.parse("2026-01-31T23:30:00Z"));
        assertThat(matches(prospect, "createdAt = \"2026-01-31\" and createdAt <= \"2026-01-31\""))
                .isTrue();
        Condition<Prospect> tokyo = Condition.compile(
                        Criterion.parse("createdAt = \"2026-02-01\" and createdAt > \"2026-01-31\""), Prospect.FIELDS)
                .inZone(ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.matches(prospect, NOW)).isTrue();
    }

    @Test
    void momentsMoveByUnitsAndBusinessDays() {
        Prospect prospect =
                Prospect.EMPTY.withDue(LocalDate.of(2026, 11, 26)).withCreatedAt(Instant.parse("2026-10-24T10:15:30Z"));
        assertThat(matches(prospect, field("due").atMost(today().plusBusinessDays(3))))
                .isTrue();
        assertThat(matches(prospect, field("due").atMost(today().plusBusinessDays(2))))
                .isFalse();
        assertThat(matches(prospect, field("due").lessThan(now().plusDays(4)))).isTrue();
        assertThat(matches(prospect, field("createdAt").is(now().minusDays(30))))
                .isTrue();
        assertThat(matches(prospect, field("createdAt").atLeast(now().minusDays(29))))
                .isFalse();
        assertThat(matches(prospect, field("createdAt").is(today().minusDays(30))))
                .isTrue();
        Condition<Prospect> holiday = Condition.compile(
                        field("due").atMost(today().plusBusinessDays(2)), Prospect.FIELDS)
                .withCalendar((day, n) -> BusinessDays.MONDAY_TO_FRIDAY.plus(day, n + 1));
        assertThat(holiday.matches(prospect, NOW)).isTrue();
    }

    @Test
    void parametersAreBoundAndCheckedAndMissedClearly() {
        Condition<Prospect> condition =
                Condition.compile(Criterion.parse("employees >= :minimum and industry = :what"), Prospect.FIELDS);
        assertThat(condition.missingParameters()).containsExactly("minimum", "what");
        Prospect prospect = Prospect.EMPTY.withEmployees(200).withIndustry("Software");
        assertThatThrownBy(() -> condition.withParameter("minimum", 1).matches(prospect, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("what")
                .hasMessageContaining("Maybe condition.withParameter(\"what\", ...)?");
        assertThatThrownBy(() -> condition.withParameter("minimum", "many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/all/0/atLeast");
        Condition<Prospect> bound = condition.withParameter("minimum", 200).withParameter("what", "Software");
        assertThat(bound.matches(prospect, NOW)).isTrue();
        assertThat(bound.withParameter("minimum", 201).matches(prospect, NOW)).isFalse();
    }

    @Test
    void twoRecordsAreComparedByTheirJoinedFields() {
        record Rep(String country, long capacity) {}
        FieldSet<Rep> rep = FieldSet.of(Rep.class)
                .text("country", Rep::country)
                .whole("capacity", Rep::capacity)
                .build();
        Condition<Joined<Prospect, Rep>> condition = Condition.compile(
                Criterion.parse("lead.industry = rep.country and rep.capacity > lead.visits"),
                FieldSet.join("lead", Prospect.FIELDS, "rep", rep));
        Prospect lead = Prospect.EMPTY.withIndustry("JP");
        assertThat(condition.matches(new Joined<>(lead, new Rep("JP", 1)), NOW)).isTrue();
        assertThat(condition.matches(new Joined<>(lead, new Rep("JP", 0)), NOW)).isFalse();
        assertThat(condition.matches(new Joined<>(lead, new Rep("DE", 1)), NOW)).isFalse();
    }

    @Test
    void dynamicFieldsReadByNameAndRejectValuesOfTheWrongClass() {
        FieldSet<Map<String, Object>> fields = FieldSet.dynamic(
                Map.of("size", FieldKind.WHOLE, "rate", FieldKind.DECIMAL, "annual revenue", FieldKind.NUMBER),
                Map::get);
        Condition<Map<String, Object>> condition =
                Condition.compile(Criterion.parse("size >= 3 and rate = 2 and `annual revenue` > 1.5"), fields);
        assertThat(condition.matches(Map.of("size", 3, "rate", 2, "annual revenue", 2), NOW))
                .isTrue();
        assertThat(condition.matches(Map.of("size", 3, "rate", 2), NOW)).isFalse();
        assertThatThrownBy(() -> condition.matches(Map.of("size", "3"), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"size\"");
    }

    @Test
    void setsAndTextsContain() {
        Prospect prospect = Prospect.EMPTY.withTags(List.of("a", "b")).withIndustry("Software");
        assertThat(matches(prospect, "tags contains \"a\" and tags contains any (\"x\", \"b\")"))
                .isTrue();
        assertThat(matches(prospect, "tags contains all (\"a\", \"b\") and tags contains none (\"c\")"))
                .isTrue();
        assertThat(matches(prospect, "tags contains all (\"a\", \"c\") or tags contains none (\"b\")"))
                .isFalse();
        assertThat(matches(prospect, "count tags = 2")).isTrue();
        assertThat(matches(prospect, "industry contains \"ftwa\" and industry contains any (\"x\", \"oft\")"))
                .isTrue();
        assertThat(matches(prospect, "industry starts with \"Soft\" and industry ends with \"ware\""))
                .isTrue();
        assertThat(matches(prospect, "industry like \"S*w?re\" and not industry like \"S*w\""))
                .isTrue();
    }
}
