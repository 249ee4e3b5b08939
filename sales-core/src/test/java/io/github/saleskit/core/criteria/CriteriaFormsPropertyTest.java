package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.JsonLine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * Two records at once, fields known only at run time, parameters, elements of elements: all as the naive interpreter
 * says.
 */
class CriteriaFormsPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("America/St_Johns");

    private static final FieldSet<Joined<Prospect, Prospect>> PAIR =
            FieldSet.join("lead", Prospect.FIELDS, "rep", Prospect.FIELDS);

    private static final FieldSet<Prospect> DYNAMIC = FieldSet.of(Prospect.class)
            .dynamic(schema(), CriteriaFormsPropertyTest::raw)
            .each("contacts", Prospect::contacts, Prospect.CONTACT)
            .build();

    private static final FieldSet<Naive.Team> TEAM = FieldSet.of(Naive.Team.class)
            .each("members", Naive.Team::members, Prospect.FIELDS)
            .build();

    /** A criterion for the engine, and the same for the naive interpreter. */
    record Twins<T>(Condition<T> condition, Criterion plain) {}

    @Property(tries = 15)
    void criteriaOverTwoRecordsAtOnce(@ForAll long seed) {
        Samples samples = new Samples(seed);
        Random random = new Random(seed);
        Rewriting prefixes = Rewriting.ofFields(name -> (random.nextBoolean() ? "lead." : "rep.") + name);
        List<Twins<Joined<Prospect, Prospect>>> twins = some(random, () -> {
            Criterion criterion = prefixes.of(samples.compilable(3));
            return new Twins<>(Condition.compile(criterion, PAIR).inZone(ZONE), criterion);
        });
        assertAgree(twins, () -> new Joined<>(samples.prospect(), samples.prospect()));
    }

    @Property(tries = 15)
    void fieldsThatAreKnownOnlyAtRunTime(@ForAll long seed) {
        Samples samples = new Samples(seed);
        List<Twins<Prospect>> twins = some(new Random(seed), () -> {
            Criterion criterion = samples.compilable(3);
            return new Twins<>(Condition.compile(criterion, DYNAMIC).inZone(ZONE), criterion);
        });
        assertAgree(twins, samples::prospect);
    }

    @Property(tries = 15)
    void parametersInThePlaceOfConstants(@ForAll long seed) {
        Samples samples = new Samples(seed);
        List<Twins<Prospect>> twins =
                some(new Random(seed), () -> withParameters(samples.compilable(3), new Random(seed)));
        assertAgree(twins, samples::prospect);
    }

    private static Twins<Prospect> withParameters(Criterion plain, Random random) {
        Map<String, Object> given = new LinkedHashMap<>();
        Rewriting parameters = Rewriting.ofConstants(operand -> {
            Value value = ((Operand.Constant) operand).value();
            if (random.nextInt(3) == 0) {
                return operand;
            }
            String name = "p" + given.size();
            given.put(name, raw(value));
            return new Operand.Parameter(name);
        });
        Criterion criterion = parameters.of(plain);
        Condition<Prospect> condition =
                Condition.compile(criterion, Prospect.FIELDS).inZone(ZONE);
        assertThat(condition.missingParameters()).hasSize(given.size());
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            condition = condition.withParameter(entry.getKey(), entry.getValue());
        }
        return new Twins<>(condition, plain);
    }

    private static Object raw(Value value) {
        return value instanceof Value.Text text
                ? text.text()
                : value instanceof Value.Flag flag ? (Object) flag.flag() : ((Value.Decimal) value).number();
    }

    @Property(tries = 15)
    void elementsOfElements(@ForAll long seed) {
        Samples samples = new Samples(seed);
        List<Twins<Naive.Team>> twins = some(new Random(seed), () -> {
            Criterion criterion = samples.teamCriterion();
            return new Twins<>(Condition.compile(criterion, TEAM).inZone(ZONE), criterion);
        });
        assertAgree(twins, samples::team);
    }

    @Tag("long")
    @Property(tries = 100)
    void manyOfEveryForm(@ForAll long seed) {
        criteriaOverTwoRecordsAtOnce(seed);
        fieldsThatAreKnownOnlyAtRunTime(seed);
        parametersInThePlaceOfConstants(seed);
        elementsOfElements(seed);
    }

    @Property(tries = 25)
    void parametersAndPrefixesAreWrittenAndReadBack(@ForAll long seed) {
        Random random = new Random(seed);
        Criterion prefixed = Rewriting.ofFields(name -> "lead." + name).of(new Samples(seed).compilable(4));
        Criterion criterion = Rewriting.ofConstants(
                        operand -> random.nextBoolean() ? new Operand.Parameter("p" + random.nextInt(9)) : operand)
                .of(prefixed);
        assertThat(Criterion.parse(criterion.toString())).isEqualTo(criterion);
        JsonLine.assertRoundTrip(criterion, Criterion.class);
    }

    private static <X> List<X> some(Random random, Supplier<X> supplier) {
        List<X> some = new ArrayList<>();
        for (int i = random.nextInt(70); i >= 0; i--) {
            some.add(supplier.get());
        }
        return some;
    }

    private static <T> void assertAgree(List<Twins<T>> twins, Supplier<T> records) {
        CriteriaIndex<T> index =
                CriteriaIndex.of(twins.stream().map(Twins::condition).toList());
        CriteriaMatches matches = index.newMatches();
        Naive naive = new Naive(Samples.NOW, ZONE);
        for (int i = 0; i < 10; i++) {
            T record = records.get();
            index.find(record, Samples.NOW, matches);
            for (int c = 0; c < twins.size(); c++) {
                Twins<T> twin = twins.get(c);
                boolean expected = naive.matches(twin.plain, record);
                assertThat(twin.condition.matches(record, Samples.NOW))
                        .as("%s of %s", twin.condition, record)
                        .isEqualTo(expected);
                assertThat(matches.contains(c))
                        .as("indexed %s of %s", twin.condition, record)
                        .isEqualTo(expected);
                assertThat(twin.condition.explain(record, Samples.NOW).matched())
                        .isEqualTo(expected);
            }
        }
    }

    private static Map<String, FieldKind> schema() {
        Map<String, FieldKind> schema = new LinkedHashMap<>();
        Prospect.FIELDS.fields().stream()
                .filter(field -> field.kind() != FieldKind.EACH)
                .forEach(field -> schema.put(field.name(), field.kind()));
        return schema;
    }

    private static Object raw(Prospect prospect, String name) {
        return switch (name) {
            case "industry" -> prospect.industry();
            case "country" -> prospect.country();
            case "visits" -> prospect.visits();
            case "employees" -> prospect.employees();
            case "score" -> prospect.score();
            case "rating" -> prospect.rating();
            case "budget" -> prospect.budget();
            case "optedOut" -> prospect.optedOut();
            case "due" -> prospect.due();
            case "createdAt" -> prospect.createdAt();
            case "tags" -> prospect.tags();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
