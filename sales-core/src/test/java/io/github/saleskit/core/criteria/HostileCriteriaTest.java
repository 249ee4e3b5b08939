package io.github.saleskit.core.criteria;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corners at which a careless engine is wrong. */
class HostileCriteriaTest {

    private static final Instant NOW = Instant.parse("2005-10-30T12:00:00Z");
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

    @Test
    void anIndexedCriterionThatMissesAParameterMatchesNothingAlsoWhenNegated() {
        Problems problems = new Problems();
        CriteriaIndex<Prospect> index = CriteriaIndex.compile(
                List.of(Criterion.parse("not industry = :wanted"), Criterion.parse("industry is absent")),
                Prospect.FIELDS,
                problems);
        CriteriaMatches matches = index.newMatches();
        index.find(Prospect.EMPTY, NOW, matches);
        assertThat(problems.total()).isEqualTo(1);
        assertThat(matches.toBitSet()).hasToString("{1}");
    }

    /** In 2005 St. John's put the clock back by an hour at 00:01 on 30 October, so that the 29th came a second time. */
    @ParameterizedTest
    @ValueSource(strings = {"=", "!=", "<", "<=", ">", ">="})
    void theDayOfAnInstantIsThatOfTheClockAlsoWhereADayComesTwice(String comparison) {
        Prospect prospect = Prospect.EMPTY.withDue(LocalDate.of(2005, 10, 30));
        Instant midnight = Instant.parse("2005-10-30T02:30:00Z");
        for (int minute = -90; minute <= 90; minute++) {
            Prospect created = prospect.withCreatedAt(midnight.plusSeconds(60L * minute));
            boolean byField = matches(created, "createdAt " + comparison + " due");
            assertThat(matches(created, "createdAt " + comparison + " \"2005-10-30\""))
                    .as("minute %s", minute)
                    .isEqualTo(byField);
            assertThat(matches(created, "createdAt " + comparison + " today"))
                    .as("minute %s", minute)
                    .isEqualTo(byField);
        }
    }

    private static boolean matches(Prospect prospect, String criterion) {
        Condition<Prospect> condition =
                Condition.compile(Criterion.parse(criterion), Prospect.FIELDS).inZone(ST_JOHNS);
        CriteriaIndex<Prospect> index = CriteriaIndex.of(List.of(condition));
        CriteriaMatches matches = index.newMatches();
        index.find(prospect, NOW, matches);
        boolean matched = condition.matches(prospect, NOW);
        assertThat(matches.contains(0)).isEqualTo(matched);
        return matched;
    }

    @Test
    void theLastDayThereIsCanBeCompared() {
        Prospect prospect = Prospect.EMPTY.withCreatedAt(NOW);
        assertThat(matches(prospect, "createdAt <= \"+999999999-12-31\"")).isTrue();
        assertThat(matches(prospect, "createdAt > \"-999999999-01-01\"")).isTrue();
    }

    @Test
    void instantsMayLeaveTheirSecondsOut() {
        Prospect prospect = Prospect.EMPTY.withCreatedAt(NOW);
        assertThat(matches(prospect, "createdAt = \"2005-10-30T12:00Z\"")).isTrue();
        assertThat(matches(prospect, "createdAt = \"2005-10-30T12:00:00.000Z\""))
                .isTrue();
        assertThat(matches(prospect, "createdAt = \"2005-10-30T13:00+01:00\"")).isTrue();
        assertThat(matches(prospect, "createdAt = \"2005-10-30T08:30\"")).isTrue();
    }

    @Test
    void longListsOfEveryKindMatchAsTheirParts() {
        Samples samples = new Samples(7);
        List<String> lists = List.of(
                "score in (2.5, -0.0, 7, 7)",
                "rating in (1.00, 2.5)",
                "due in (\"2026-03-29\", \"2026-03-26\")",
                "createdAt in (\"2026-03-29T01:00:00Z\", \"2026-03-28\")",
                "createdAt in (\"2026-03-29T01:00:00Z\", \"2026-03-28T23:00:00Z\")",
                "budget in (\"EUR 1\", \"USD 3.00\")");
        Naive naive = new Naive(NOW, ST_JOHNS);
        for (int i = 0; i < 200; i++) {
            Prospect prospect = samples.prospect();
            for (String list : lists) {
                assertThat(matches(prospect, list))
                        .as("%s of %s", list, prospect)
                        .isEqualTo(naive.matches(Criterion.parse(list), prospect));
            }
        }
    }

    @Test
    void longTextsAreFoundAsShortOnesAre() {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            String text = random(random, 400);
            int from = random.nextInt(text.length() - 100);
            String piece = random.nextBoolean()
                    ? text.substring(from, from + 33 + random.nextInt(60))
                    : random(random, 33 + random.nextInt(8));
            assertThat(new Needle(piece).isIn(text)).isEqualTo(text.contains(piece));
        }
        String text = "a".repeat(1_000_000);
        assertThat(new Needle("a".repeat(500_000) + "b").isIn(text)).isFalse();
        assertThat(new Needle("b" + "a".repeat(500_000)).isIn(text)).isFalse();
        assertThat(new Needle("a".repeat(500_000)).isIn(text)).isTrue();
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(12) == 0 ? 'b' : 'a');
        }
        return text.toString();
    }

    @Test
    void textsOfOneHashCodeDoNotMakeTheIndexQuadratic() {
        List<String> alike = new ArrayList<>(List.of(""));
        for (int i = 0; i < 15; i++) {
            alike = alike.stream()
                    .flatMap(text -> List.of(text + "Aa", text + "BB").stream())
                    .toList();
        }
        CriteriaIndex<Prospect> index =
                CriteriaIndex.compile(List.of(field("industry").in(alike)), Prospect.FIELDS);
        CriteriaMatches matches = index.newMatches();
        for (int i = 0; i < alike.size(); i++) {
            index.find(Prospect.EMPTY.withIndustry(alike.get(i)), NOW, matches);
            assertThat(matches.count()).isEqualTo(1);
        }
        index.find(Prospect.EMPTY.withIndustry(alike.get(0) + "C"), NOW, matches);
        assertThat(matches.count()).isZero();
    }

    @Test
    void dynamicWholesAreAnyNumberWithoutAFraction() {
        FieldSet<Map<String, Object>> fields = FieldSet.dynamic(Map.of("n", FieldKind.WHOLE), Map::get);
        Condition<Map<String, Object>> isFive = Condition.compile(Criterion.parse("n = 5"), fields);
        for (Object five : List.of(5, 5L, 5.0, 5f, BigInteger.valueOf(5), new BigDecimal("5.00"), (short) 5)) {
            assertThat(isFive.matches(Map.of("n", five), NOW)).isTrue();
        }
        assertThat(isFive.matches(Map.of(), NOW)).isFalse();
        for (Object other : Arrays.asList(
                5.5,
                1e30,
                Double.NaN,
                "5",
                BigInteger.TWO.pow(63),
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-9"))) {
            assertThatThrownBy(() -> isFive.matches(Map.of("n", other), NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("field \"n\" reads");
        }
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void aMisspeltQuestionComesWithAdvice(JsonLine line) {
        assertThatThrownBy(() -> line.read("{\"field\":\"a\",\"atleast\":1}", Criterion.class))
                .hasStackTraceContaining("Maybe \"atLeast\"?");
        assertThatThrownBy(() -> line.read("{\"field\":\"a\",\"is\":{\"fild\":\"b\"}}", Criterion.class))
                .hasStackTraceContaining("Maybe \"field\"?");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void nullsAreRejectedByName(JsonLine line) {
        for (String json : List.of(
                "{\"field\":\"a\",\"is\":1,\"atLeast\":null}",
                "{\"field\":\"a\",\"atLeast\":null}",
                "{\"all\":[],\"atLeast\":null}",
                "{\"count\":\"a\",\"is\":{\"parameter\":\"x\",\"atLeast\":null}}")) {
            assertThatThrownBy(() -> line.read(json, Criterion.class)).hasStackTraceContaining("\"atLeast\"");
        }
        assertThatThrownBy(() -> line.read("{\"all\":[null]}", Criterion.class)).hasStackTraceContaining("\"all\"");
        assertThatThrownBy(() -> line.read("{\"field\":\"a\",\"is\":{\"value\":null}}", Criterion.class))
                .hasStackTraceContaining("\"value\"");
        RequiredComponents.assertNamed("{\"matched\":true,\"reasons\":[]}", Explanation.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void hugeNumbersNeitherHangNorPassUnseen(JsonLine line) {
        for (String number : List.of("1e9999999", "-1e9999999", "1e-9999999", "1e999999999", "0e999999999")) {
            String json = "{\"field\":\"rating\",\"is\":{\"value\":" + number + "}}";
            try {
                Problems problems = new Problems();
                Condition.compile(line.read(json, Criterion.class), Prospect.FIELDS, problems);
                assertThat(problems.isEmpty()).as(number).isEqualTo(number.startsWith("0"));
            } catch (RuntimeException e) {
                assertThat(e).as(number).hasStackTraceContaining("is");
            }
        }
        assertThatThrownBy(() -> Value.of(new BigDecimal("100e2147483647"))).hasMessageContaining("exponent is beyond");
    }

    @Test
    void wordsInUpperCaseComeWithAdvice() {
        assertThatThrownBy(() -> Criterion.parse("industry = \"a\" AND employees > 1"))
                .hasMessageContaining("Maybe \"and\"? The words of the language are in lower case.");
    }

    /** Written out, these sums would have a thousand million digits. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "0e999999999", "0e-999999999"})
    void hugeAndTinyDecimalsOfTheHostAreSummedAndExplained(String text) {
        BigDecimal number = new BigDecimal(text);
        Prospect prospect = Prospect.EMPTY.withContacts(
                share(BigDecimal.ONE), share(number), share(BigDecimal.TEN), share(BigDecimal.ONE));
        assertThat(matches(prospect, "sum share of contacts > 5")).isEqualTo(!text.startsWith("-"));
        // a sum is rounded to 1,000 digits
        assertThat(matches(prospect, "sum share of contacts = 12"))
                .isEqualTo(text.startsWith("0") || text.contains("e-"));
        assertThat(matches(prospect, "min share of contacts < 0")).isEqualTo(text.startsWith("-"));
        assertThat(matches(prospect, "max share of contacts >= 10")).isTrue();
        for (String function : List.of("sum", "min", "max")) {
            assertThat(explained(prospect, function + " share of contacts > 5")).hasSizeLessThan(2_000);
        }
    }

    @Test
    void hugeDecimalsOfTheHostAreComparedAndListed() {
        for (String text : List.of("1e999999999", "1e-999999999", "-1e999999999", "0e999999999")) {
            Prospect prospect = Prospect.EMPTY.withRating(new BigDecimal(text));
            assertThat(matches(prospect, "rating < 7")).isEqualTo(!text.equals("1e999999999"));
            assertThat(matches(prospect, "rating in (0, 7)")).isEqualTo(text.startsWith("0"));
            assertThat(matches(prospect, "rating = score")).isFalse();
            assertThat(matches(prospect, "rating > visits")).isEqualTo(text.startsWith("1"));
            assertThat(explained(prospect, "rating < 7")).contains("rating");
        }
    }

    @Test
    void tinyAmountsOfTheHostAreSummedAndExplained() {
        BigMoney tiny = BigMoney.of(CurrencyUnit.EUR, new BigDecimal("1e-999999999"));
        Prospect prospect = Prospect.EMPTY.withContacts(bonus(BigMoney.parse("EUR 2")), bonus(tiny), bonus(tiny));
        assertThat(matches(prospect, "sum bonus of contacts = \"EUR 2\"")).isTrue();
        assertThat(matches(prospect, "min bonus of contacts > \"EUR 0\"")).isTrue();
        assertThat(explained(prospect, "min bonus of contacts > \"EUR 0\"")).contains("EUR 1E-999999999");
        assertThat(explained(Prospect.EMPTY.withBudget(BigMoney.parse("EUR 0.0000001")), "budget is present"))
                .contains("EUR 0.0000001");
    }

    private static Prospect.Contact share(BigDecimal share) {
        return new Prospect.Contact(null, 0, Double.NaN, share, null, null);
    }

    private static Prospect.Contact bonus(BigMoney bonus) {
        return new Prospect.Contact(null, 0, Double.NaN, null, bonus, null);
    }

    private static String explained(Prospect prospect, String criterion) {
        return Condition.compile(Criterion.parse(criterion), Prospect.FIELDS)
                .explain(prospect, NOW)
                .toString();
    }

    @Test
    void aHundredThousandValuesAndLongPatternsTakeNoTime() {
        List<String> values = IntStream.range(0, 100_000).mapToObj(i -> "v" + i).toList();
        Criterion in = Criterion.parse(field("industry").in(values).toString());
        Condition<Prospect> condition = Condition.compile(in, Prospect.FIELDS);
        assertThat(condition.matches(Prospect.EMPTY.withIndustry("v99999"), NOW))
                .isTrue();
        assertThat(condition.matches(Prospect.EMPTY.withIndustry("v100000"), NOW))
                .isFalse();
        assertThatThrownBy(() -> field("industry")
                        .in(IntStream.rangeClosed(0, 100_000).boxed().toArray()))
                .hasMessageContaining("at most 100000");
        String pattern = "*a".repeat(20_000) + "b";
        String text = "a".repeat(50_000);
        assertThat(matches(Prospect.EMPTY.withIndustry(text), "industry like \"" + pattern + "\""))
                .isFalse();
        assertThat(matches(Prospect.EMPTY.withIndustry(text + "b"), "industry like \"" + pattern + "\""))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void deepAndBroadDocumentsAreRefused(JsonLine line) {
        String deep = "{\"not\":".repeat(101) + "{\"field\":\"a\",\"is\":1}" + "}".repeat(101);
        assertThatThrownBy(() -> line.read(deep, Criterion.class)).hasStackTraceContaining("deeper than 100");
        String broad = "{\"all\":[" + "{\"field\":\"a\",\"is\":1},".repeat(10_000) + "{\"field\":\"a\",\"is\":1}]}";
        assertThatThrownBy(() -> line.read(broad, Criterion.class)).hasStackTraceContaining("more than 10000");
        assertThatThrownBy(() -> Criterion.parse("not (".repeat(200) + "a = 1" + ")".repeat(200)))
                .hasMessageContaining("deeper than 100");
        assertThatThrownBy(() -> Criterion.parse("a = " + "1".repeat(1_000_000)))
                .hasMessageContaining("a number has more than");
    }
}
