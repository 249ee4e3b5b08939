package io.github.saleskit.core.criteria;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.Prospect.Contact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * Random criteria over {@link Prospect} that compile, and random prospects, from few values, so that they meet often.
 */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-29T00:30:00Z"); // the night of a change to daylight saving

    private static final List<String> TEXTS = List.of("", "a", "ab", "ba", "b", "abab", "日本", "𠮷野");
    private static final List<String> GLOBS = List.of("*", "a*", "*b", "?", "a?", "*a*b*", "日*", "?野", "\\*", "ab");
    private static final List<String> DATES =
            List.of("2026-03-26", "2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-04-02");
    private static final List<String> INSTANTS = List.of(
            "2026-03-27T23:30:00Z",
            "2026-03-28T00:00:00Z",
            "2026-03-28T23:00:00Z",
            "2026-03-29T00:30:00Z",
            "2026-03-29T01:00:00Z",
            "2026-03-29T22:00:00Z",
            "2026-03-30T12:00:00Z");
    private static final List<String> AMOUNTS = List.of("EUR 1", "EUR 1.00", "EUR 2.5", "USD 1", "USD 3", "JPY 2");

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    private <X> X pick(List<X> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <X> X orNull(Supplier<X> supplier) {
        return random.nextInt(5) == 0 ? null : supplier.get();
    }

    private double score() {
        return random.nextInt(6) == 0 ? Double.NaN : pick(List.of(-1.5, -0.0, 0.0, 1.0, 2.5, Double.POSITIVE_INFINITY));
    }

    private BigDecimal decimal() {
        return new BigDecimal(pick(List.of("-1", "0", "0.0", "1", "1.00", "2.5", "3")));
    }

    Prospect prospect() {
        return new Prospect(
                "p",
                orNull(() -> pick(TEXTS)),
                orNull(() -> pick(TEXTS)),
                random.nextInt(5) - 1,
                orNull(() -> random.nextInt(5) - 1),
                score(),
                orNull(this::decimal),
                orNull(() -> random.nextBoolean() ? BigMoney.parse(pick(AMOUNTS)) : Money.parse("EUR 1.00")),
                orNull(random::nextBoolean),
                orNull(() -> LocalDate.parse(pick(DATES))),
                orNull(() -> Instant.parse(pick(INSTANTS))),
                orNull(() -> random.nextBoolean() ? new HashSet<>(some(TEXTS)) : some(TEXTS)),
                orNull(this::contacts));
    }

    private <X> List<X> some(List<X> from) {
        List<X> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(pick(from));
        }
        return some;
    }

    private Collection<Contact> contacts() {
        Collection<Contact> contacts = random.nextBoolean() ? new ArrayList<>() : new ArrayDeque<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            contacts.add(new Contact(
                    orNull(() -> pick(TEXTS)),
                    random.nextInt(4),
                    score(),
                    orNull(this::decimal),
                    orNull(() -> BigMoney.parse(pick(AMOUNTS.subList(0, 4)))),
                    orNull(() -> LocalDate.parse(pick(DATES)))));
        }
        return random.nextInt(4) == 0 ? new LinkedHashSet<>(contacts) : contacts;
    }

    Criterion criterion(int depth) {
        return criterion(depth, true);
    }

    /** Without the empty lists of values that may be written down but not compiled. */
    Criterion compilable(int depth) {
        while (true) {
            Criterion criterion = criterion(depth);
            if (!criterion.toString().contains("in ()")) {
                return criterion;
            }
        }
    }

    /** Of a team, whose members are prospects with elements of their own. */
    Criterion teamCriterion() {
        Criterion members = compilable(3);
        if (random.nextBoolean()) {
            return new Criterion.Elements(pick(List.of(Quantifier.values())), "members", members);
        }
        Operand count =
                new Operand.Aggregate(AggregateFunction.COUNT, Optional.empty(), "members", Optional.of(members));
        return compare(count, random.nextInt(3));
    }

    Naive.Team team() {
        List<Prospect> members = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.add(prospect());
        }
        return new Naive.Team(orNull(() -> members));
    }

    private Criterion criterion(int depth, boolean outer) {
        if (depth <= 0 || random.nextInt(3) == 0) {
            return outer ? question() : contactQuestion();
        }
        return switch (random.nextInt(outer ? 5 : 4)) {
            case 0 -> new Criterion.Not(criterion(depth - 1, outer));
            case 1 -> new Criterion.Any(parts(depth, outer));
            case 2, 3 -> new Criterion.All(parts(depth, outer));
            default ->
                new Criterion.Elements(pick(List.of(Quantifier.values())), "contacts", criterion(depth - 1, false));
        };
    }

    private List<Criterion> parts(int depth, boolean outer) {
        List<Criterion> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(criterion(depth - 1, outer));
        }
        return parts;
    }

    private Comparison comparison() {
        return pick(List.of(Comparison.values()));
    }

    private Criterion question() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> textQuestion(field(pick(List.of("industry", "country"))));
            case 2, 3, 4 -> numberQuestion(field(pick(List.of("visits", "employees", "score", "rating"))));
            case 5 -> compare(field("budget"), pick(AMOUNTS));
            case 6 -> field("optedOut").is(random.nextBoolean());
            case 7 -> temporalQuestion(field("due"), DATES);
            case 8 -> temporalQuestion(field("createdAt"), random.nextBoolean() ? DATES : INSTANTS);
            case 9 -> setQuestion();
            case 10 ->
                pick(List.of(
                                "industry",
                                "employees",
                                "score",
                                "rating",
                                "budget",
                                "optedOut",
                                "due",
                                "tags",
                                "contacts"))
                        .transform(name -> random.nextBoolean()
                                ? field(name).present()
                                : field(name).absent());
            case 11 -> aggregateQuestion();
            case 12 -> fieldsQuestion();
            default ->
                field("industry")
                        .in(some(TEXTS.subList(1, 5)).toArray())
                        .or(field("industry").is("a"));
        };
    }

    private Criterion compare(Operand left, Object right) {
        Operand constant = Operand.of(right);
        return random.nextInt(4) == 0
                ? new Criterion.Compare(constant, comparison(), left)
                : new Criterion.Compare(left, comparison(), constant);
    }

    private Criterion textQuestion(Operand text) {
        return switch (random.nextInt(5)) {
            case 0 -> new Criterion.In(text, values(pick(TEXTS), pick(TEXTS)));
            case 1 ->
                new Criterion.Matches(
                        text,
                        pick(List.of(TextTest.CONTAINS, TextTest.STARTS_WITH, TextTest.ENDS_WITH)),
                        Operand.of(pick(TEXTS)));
            case 2 -> text.like(pick(GLOBS));
            case 3 ->
                new Criterion.Contains(text, pick(List.of(Quantifier.values())), values(pick(TEXTS), pick(TEXTS)));
            default -> compare(text, pick(TEXTS));
        };
    }

    private static List<Value> values(Object... constants) {
        return Arrays.stream(constants).map(Value::of).toList();
    }

    private Criterion numberQuestion(Operand number) {
        return switch (random.nextInt(3)) {
            case 0 -> new Criterion.In(number, values(random.nextInt(4) - 1, random.nextInt(4) - 1));
            case 1 -> number.between(random.nextInt(3) - 1, random.nextInt(3));
            default -> compare(number, random.nextInt(5) - 1);
        };
    }

    private Operand.Moment moment() {
        boolean today = random.nextBoolean();
        List<RelativeUnit> units = List.of(RelativeUnit.values());
        RelativeUnit unit = pick(today ? units.subList(2, units.size()) : units);
        return new Operand.Moment(today, random.nextInt(7) - 3, unit);
    }

    private Criterion temporalQuestion(Operand operand, List<String> constants) {
        return switch (random.nextInt(4)) {
            case 0 -> new Criterion.In(operand, values(pick(constants), pick(constants)));
            case 1 -> operand.between(pick(constants), moment());
            case 2 -> compare(operand, moment());
            default -> compare(operand, pick(constants));
        };
    }

    private Criterion setQuestion() {
        return random.nextBoolean()
                ? field("tags").contains(pick(TEXTS))
                : new Criterion.Contains(
                        field("tags"), pick(List.of(Quantifier.values())), values(pick(TEXTS), pick(TEXTS)));
    }

    private Criterion fieldsQuestion() {
        return switch (random.nextInt(5)) {
            case 0 -> new Criterion.Compare(field("industry"), comparison(), field("country"));
            case 1 -> new Criterion.Compare(field("visits"), comparison(), field("employees"));
            case 2 -> new Criterion.Compare(field("score"), comparison(), field(pick(List.of("visits", "rating"))));
            case 3 -> new Criterion.Compare(field("rating"), comparison(), field(pick(List.of("visits", "rating"))));
            default ->
                new Criterion.Compare(
                        field(pick(List.of("due", "createdAt"))),
                        comparison(),
                        field(pick(List.of("due", "createdAt"))));
        };
    }

    private Criterion aggregateQuestion() {
        String each = "contacts";
        Optional<Criterion> where = random.nextBoolean() ? Optional.of(contactQuestion()) : Optional.empty();
        if (random.nextInt(3) == 0) {
            return compare(
                    new Operand.Aggregate(AggregateFunction.COUNT, Optional.empty(), each, where), random.nextInt(3));
        }
        String of = pick(List.of("age", "weight", "share", "bonus", "since"));
        AggregateFunction function = of.equals("since")
                ? pick(List.of(AggregateFunction.MIN, AggregateFunction.MAX))
                : pick(List.of(AggregateFunction.SUM, AggregateFunction.MIN, AggregateFunction.MAX));
        Operand aggregate = new Operand.Aggregate(function, Optional.of(of), each, where);
        Object other =
                of.equals("since") ? pick(DATES) : of.equals("bonus") ? pick(AMOUNTS) : (Object) random.nextInt(4);
        return compare(aggregate, other);
    }

    private Criterion contactQuestion() {
        return switch (random.nextInt(5)) {
            case 0 -> textQuestion(field("role"));
            case 1 -> numberQuestion(field(pick(List.of("age", "weight", "share"))));
            case 2 -> compare(field("bonus"), pick(AMOUNTS));
            case 3 -> temporalQuestion(field("since"), DATES);
            default -> field(pick(List.of("role", "weight", "bonus"))).present();
        };
    }
}
