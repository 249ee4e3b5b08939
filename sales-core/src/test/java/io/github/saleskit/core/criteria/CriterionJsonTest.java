package io.github.saleskit.core.criteria;

import static io.github.saleskit.core.criteria.Criterion.all;
import static io.github.saleskit.core.criteria.Criterion.any;
import static io.github.saleskit.core.criteria.Criterion.count;
import static io.github.saleskit.core.criteria.Criterion.field;
import static io.github.saleskit.core.criteria.Criterion.max;
import static io.github.saleskit.core.criteria.Criterion.min;
import static io.github.saleskit.core.criteria.Criterion.none;
import static io.github.saleskit.core.criteria.Criterion.not;
import static io.github.saleskit.core.criteria.Criterion.now;
import static io.github.saleskit.core.criteria.Criterion.parameter;
import static io.github.saleskit.core.criteria.Criterion.sum;
import static io.github.saleskit.core.criteria.Criterion.today;
import static io.github.saleskit.core.criteria.Criterion.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CriterionJsonTest {

    /** One of everything. */
    private static final Criterion SAMPLE = all(
            field("industry").in("Software", "Finance"),
            not(field("optedOut").is(true)),
            field("employees").atLeast(200).or(field("score").lessThan(0.25)),
            field("rating").between(1, parameter("best")),
            field("country").isNot(field("home")),
            field("createdAt").moreThan(now().minusDays(30)),
            field("due").atMost(today().plusBusinessDays(3)),
            field("name").startsWith("A"),
            field("name").endsWith("Z"),
            field("name").like("A*Z"),
            field("name").contains("mid"),
            field("tags").containsAny("a", "b"),
            field("tags").containsAll("a", "b"),
            field("tags").containsNone("c"),
            field("phone").present(),
            field("fax").absent(),
            any("contacts", field("role").is("CEO")),
            all("contacts", field("age").atLeast(18)),
            none("contacts", field("age").moreThan(120)),
            count("contacts", field("role").is("CEO")).atLeast(2),
            sum("amount", "lines").is(max("amount", "lines", field("open").is(true))),
            min("amount", "lines").is(value(new BigDecimal("12345678901234567.891"))),
            value(5).lessThan(field("visits")));

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Holder(List<Criterion> list, Map<String, Criterion> map, Optional<Criterion> optional, Operand operand) {}

    @Test
    void everythingIsReadFromTheGoldenFile() {
        GoldenFile.assertReads(CriterionJsonTest.class, "criterion-v1.json", SAMPLE, Criterion.class);
    }

    @Test
    void criteriaRoundTripInsideOtherTypesAndAsTheirOwn() {
        Criterion leaf = field("a").is(1);
        JsonLine.assertRoundTrip(
                new Holder(List.of(SAMPLE, leaf), Map.of("x", leaf), Optional.of(SAMPLE), now().minusDays(2)),
                Holder.class);
        JsonLine.assertRoundTrip((Criterion.All) SAMPLE, Criterion.All.class);
        JsonLine.assertRoundTrip((Criterion.Compare) leaf, Criterion.Compare.class);
        JsonLine.assertRoundTrip(now().plusDays(2), Operand.Moment.class);
        JsonLine.assertRoundTrip((Operand.Reference) field("x"), Operand.Reference.class);
        JsonLine.assertRoundTrip(new Operand.Constant(Value.of("x")), Operand.Constant.class);
        JsonLine.assertRoundTrip((Value.Text) Value.of("x"), Value.Text.class);
        JsonLine.assertRoundTrip((Value.Decimal) Value.of(1.5), Value.Decimal.class);
        JsonLine.assertRoundTrip((Value.Flag) Value.of(true), Value.Flag.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void subtypesRejectCriteriaOfOtherTypes(JsonLine line) {
        assertThatThrownBy(() -> line.read("{\"field\":\"a\",\"is\":1}", Criterion.All.class))
                .hasStackTraceContaining("a criterion of another type");
        assertThatThrownBy(() -> line.read("{\"field\":\"a\"}", Operand.Moment.class))
                .hasStackTraceContaining("an operand of another type");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void theJsonIsWhatAPersonWouldWrite(JsonLine line) {
        assertThat(line.write(all(
                        field("industry").in("Software"), not(field("optedOut").is(true)))))
                .isEqualTo("{\"all\":[{\"field\":\"industry\",\"in\":[\"Software\"]},"
                        + "{\"not\":{\"field\":\"optedOut\",\"is\":true}}]}");
        assertThat(line.write(field("a").atLeast(now().minusDays(30))))
                .isEqualTo("{\"field\":\"a\",\"atLeast\":{\"now\":\"-30d\"}}");
        assertThat(line.write(count("contacts", field("role").absent()).atLeast(parameter("minimum"))))
                .isEqualTo("{\"count\":\"contacts\",\"where\":{\"field\":\"role\",\"present\":false},"
                        + "\"atLeast\":{\"parameter\":\"minimum\"}}");
    }

    @Test
    void numbersAreExact() {
        for (String number : List.of(
                "0",
                "-0.1",
                "200",
                "2e2",
                "1e400",
                "-1E-400",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551617",
                "123456789012345678901234567890.123456789")) {
            Value exact = Value.of(new BigDecimal(number));
            JsonLine.assertRoundTrip(field("a").is(exact), Criterion.class);
            JsonLine.assertRoundTrip(field("a").in(exact), Criterion.class);
            assertThat(Criterion.parse("a = " + number)).isEqualTo(field("a").is(exact));
        }
        assertThat(Value.of(200)).isEqualTo(Value.of(200.0)).isEqualTo(Value.of(new BigDecimal("2E+2")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "'{\"field\":\"a\",\"iz\":1}' | iz",
                "'{\"field\":\"a\"}' | a criterion needs",
                "'{\"field\":\"a\",\"is\":null}' | property \"is\"",
                "'{}' | a criterion needs",
                "'{\"field\":\"a\",\"atLeast\":1,\"atMost\":2}' | has atMost and atLeast",
                "'{\"all\":[],\"field\":\"a\"}' | stands alone",
                "'{\"all\":[null]}' | property \"all\"",
                "'{\"field\":\"a\",\"in\":[\"x\",null]}' | property \"in\"",
                "'{\"field\":\"a\",\"between\":[1]}' | two: [low, high]",
                "'{\"is\":1}' | an operand needs",
                "'{\"field\":\"a\",\"count\":\"b\",\"is\":1}' | has field and count",
                "'{\"sum\":\"a\",\"is\":1}' | sum needs of",
                "'{\"field\":\"a\",\"of\":\"b\",\"is\":1}' | of belongs to",
                "'{\"field\":\"a\",\"is\":{\"now\":\"-30x\"}}' | is no amount of time",
                "'{\"field\":\"a\",\"is\":{\"today\":\"-3h\"}}' | Maybe now instead of today",
                "'{\"field\":\"a\",\"is\":{\"fild\":\"b\"}}' | fild",
                "'{\"field\":\"a\",\"is\":1e400}' | has to be finite",
                "'{\"count\":\"a\",\"anyMatch\":{\"all\":[]}}' | anyMatch needs field",
                "'{\"field\":\"\",\"is\":1}' | a name has"
            })
    void whatIsNoCriterionIsRejectedClearly(String json, String message) {
        for (JsonLine line : JsonLine.values()) {
            assertThatThrownBy(() -> line.read(json, Criterion.class)).hasStackTraceContaining(message);
        }
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void nestingIsLimited(JsonLine line) {
        assertThat(line.read(nested(99), Criterion.class).toString()).startsWith("not not");
        assertThatThrownBy(() -> line.read(nested(100), Criterion.class)).hasStackTraceContaining("deeper than 100");
    }

    private static String nested(int levels) {
        return "{\"not\":".repeat(levels) + "{\"field\":\"a\",\"is\":1}" + "}".repeat(levels);
    }

    @Test
    void explanationsRoundTrip() {
        Explanation explanation = Condition.compile(
                        Criterion.parse("industry = \"x\" and employees >= 200"), Prospect.FIELDS)
                .explain(Prospect.EMPTY.withEmployees(50), Samples.NOW);
        GoldenFile.assertReads(CriterionJsonTest.class, "explanation-v1.json", explanation, Explanation.class);
    }
}
