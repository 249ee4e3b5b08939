package io.github.saleskit.core.criteria;

import io.github.saleskit.core.criteria.Prospect.Contact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/**
 * Answers criteria by walking over them, written for plainness and apart from the engine: every operand becomes an
 * Optional, every number a BigDecimal unless a double is involved.
 */
final class Naive {

    /** A record whose elements have elements. */
    record Team(@Nullable Collection<Prospect> members) {}

    private final Instant now;
    private final ZoneId zone;

    Naive(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    boolean matches(Criterion criterion, Object record) {
        if (criterion instanceof Criterion.All all) {
            return all.criteria().stream().allMatch(part -> matches(part, record));
        }
        if (criterion instanceof Criterion.Any any) {
            return any.criteria().stream().anyMatch(part -> matches(part, record));
        }
        if (criterion instanceof Criterion.Not not) {
            return !matches(not.criterion(), record);
        }
        if (criterion instanceof Criterion.Elements elements) {
            Stream<?> contacts = elements(elements.each(), record).stream();
            return switch (elements.quantifier()) {
                case ANY -> contacts.anyMatch(contact -> matches(elements.criterion(), contact));
                case ALL -> contacts.allMatch(contact -> matches(elements.criterion(), contact));
                case NONE -> contacts.noneMatch(contact -> matches(elements.criterion(), contact));
            };
        }
        if (criterion instanceof Criterion.Compare compare) {
            return compare(value(compare.left(), record), compare.comparison(), value(compare.right(), record));
        }
        if (criterion instanceof Criterion.Between between) {
            return compare(value(between.operand(), record), Comparison.AT_LEAST, value(between.low(), record))
                    && compare(value(between.operand(), record), Comparison.AT_MOST, value(between.high(), record));
        }
        if (criterion instanceof Criterion.In in) {
            return in.values().stream()
                    .anyMatch(value -> compare(
                            value(in.operand(), record), Comparison.EQUAL, value(new Operand.Constant(value), record)));
        }
        if (criterion instanceof Criterion.Matches matches) {
            return text(value(matches.operand(), record), matches.test(), value(matches.text(), record));
        }
        if (criterion instanceof Criterion.Contains contains) {
            return contains(value(contains.operand(), record), contains);
        }
        return value(((Criterion.Present) criterion).operand(), record).isPresent();
    }

    private static Collection<?> elements(String field, Object record) {
        return (Collection<?>) read(field, record).orElse(List.of());
    }

    private static Optional<Object> read(String field, Object record) {
        if (record instanceof Joined<?, ?> joined) {
            String name = field.substring(field.indexOf('.') + 1);
            return read(name, field.startsWith("lead.") ? joined.left() : joined.right());
        }
        Object value = record instanceof Prospect prospect
                ? read(field, prospect)
                : record instanceof Team team ? team.members() : read(field, (Contact) record);
        boolean none = value == null
                || (value instanceof Double number && number.isNaN())
                || (value instanceof Collection<?> collection && collection.isEmpty());
        return none ? Optional.empty() : Optional.of(value);
    }

    private static Object read(String field, Prospect prospect) {
        return switch (field) {
            case "industry" -> prospect.industry();
            case "country" -> prospect.country();
            case "visits" -> BigDecimal.valueOf(prospect.visits());
            case "employees" -> prospect.employees() == null ? null : BigDecimal.valueOf(prospect.employees());
            case "score" -> prospect.score();
            case "rating" -> prospect.rating();
            case "budget" -> prospect.budget();
            case "optedOut" -> prospect.optedOut();
            case "due" -> prospect.due();
            case "createdAt" -> prospect.createdAt();
            case "tags" -> prospect.tags();
            case "contacts" -> prospect.contacts();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static Object read(String field, Contact contact) {
        return switch (field) {
            case "role" -> contact.role();
            case "age" -> BigDecimal.valueOf(contact.age());
            case "weight" -> contact.weight();
            case "share" -> contact.share();
            case "bonus" -> contact.bonus();
            case "since" -> contact.since();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private Optional<Object> value(Operand operand, Object record) {
        if (operand instanceof Operand.Reference reference) {
            return read(reference.field(), record);
        }
        if (operand instanceof Operand.Constant constant) {
            return Optional.of(constant);
        }
        if (operand instanceof Operand.Moment moment) {
            ZonedDateTime moved = now.atZone(zone);
            if (moment.unit() == RelativeUnit.BUSINESS_DAYS) {
                LocalDate day = moved.toLocalDate();
                for (int left = Math.abs(moment.amount()); left > 0; ) {
                    day = day.plusDays(Integer.signum(moment.amount()));
                    left -= day.getDayOfWeek().getValue() < 6 ? 1 : 0;
                }
                moved = moved.with(day);
            } else {
                moved = moved.plus(moment.amount(), moment.unit().chronoUnit());
            }
            return Optional.of(moment.today() ? (Object) moved.toLocalDate() : moved.toInstant());
        }
        return aggregate((Operand.Aggregate) operand, record);
    }

    private Optional<Object> aggregate(Operand.Aggregate aggregate, Object record) {
        List<Object> elements = new ArrayList<>(elements(aggregate.each(), record));
        elements.removeIf(element ->
                aggregate.where().isPresent() && !matches(aggregate.where().get(), element));
        if (aggregate.function() == AggregateFunction.COUNT) {
            return Optional.of(BigDecimal.valueOf(elements.size()));
        }
        List<Object> values = elements.stream()
                .flatMap(element -> read(aggregate.of().orElseThrow(), element).stream())
                .toList();
        boolean money = aggregate.of().orElseThrow().equals("bonus");
        if (money
                && values.stream()
                                .map(value -> money(value).getCurrencyUnit())
                                .distinct()
                                .count()
                        != 1) {
            return Optional.empty();
        }
        if (values.isEmpty()) {
            boolean number = aggregate.of().orElseThrow().equals("weight");
            return aggregate.function() == AggregateFunction.SUM
                    ? Optional.of(number ? (Object) 0.0 : BigDecimal.ZERO)
                    : Optional.empty();
        }
        return values.stream().reduce((a, b) -> switch (aggregate.function()) {
            case MIN -> order(b, a) < 0 ? b : a;
            case MAX -> order(b, a) > 0 ? b : a;
            default ->
                money
                        ? money(a).plus(b instanceof BigMoneyProvider m ? m : null)
                        : a instanceof Double d ? (Object) (d + (Double) b) : ((BigDecimal) a).add((BigDecimal) b);
        });
    }

    private static BigMoney money(Object value) {
        return ((BigMoneyProvider) value).toBigMoney();
    }

    private boolean compare(Optional<Object> left, Comparison comparison, Optional<Object> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        Object a = left.get() instanceof Operand.Constant constant ? constant(constant, right.get()) : left.get();
        Object b = right.get() instanceof Operand.Constant constant ? constant(constant, left.get()) : right.get();
        if (a instanceof BigMoneyProvider && !money(a).getCurrencyUnit().equals(money(b).getCurrencyUnit())) {
            return comparison == Comparison.NOT_EQUAL;
        }
        int order = order(a, b);
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private Object constant(Operand.Constant constant, Object other) {
        if (constant.value() instanceof Value.Decimal decimal) {
            return other instanceof Double ? (Object) decimal.number().doubleValue() : decimal.number();
        }
        if (constant.value() instanceof Value.Flag flag) {
            return flag.flag();
        }
        String text = ((Value.Text) constant.value()).text();
        if (other instanceof BigMoneyProvider) {
            return BigMoney.parse(text);
        }
        if (other instanceof LocalDate || (other instanceof Instant && text.length() == 10)) {
            return LocalDate.parse(text);
        }
        return other instanceof Instant ? (Object) Instant.parse(text) : text;
    }

    @SuppressWarnings("unchecked")
    private int order(Object a, Object b) {
        if (a instanceof BigMoneyProvider) {
            return money(a).compareTo(money(b));
        }
        if (a instanceof Double || b instanceof Double) {
            double x = ((Number) a).doubleValue();
            double y = ((Number) b).doubleValue();
            return x < y ? -1 : x > y ? 1 : 0;
        }
        if (a instanceof Instant instant && b instanceof LocalDate day) {
            return instant.atZone(zone).toLocalDate().compareTo(day);
        }
        if (a instanceof LocalDate day && b instanceof Instant instant) {
            return day.compareTo(instant.atZone(zone).toLocalDate());
        }
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static boolean text(Optional<Object> left, TextTest test, Optional<Object> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        String other = right.get() instanceof Operand.Constant constant
                ? ((Value.Text) constant.value()).text()
                : (String) right.get();
        if (left.get() instanceof Collection<?> members) {
            return members.contains(other);
        }
        String text = (String) left.get();
        return switch (test) {
            case CONTAINS -> text.contains(other);
            case STARTS_WITH -> text.startsWith(other);
            case ENDS_WITH -> text.endsWith(other);
            case LIKE -> glob(other).matcher(text).matches();
        };
    }

    /** The glob as a regular expression, for texts so short that backtracking does not matter. */
    static Pattern glob(String glob) {
        StringBuilder pattern = new StringBuilder();
        int[] characters = glob.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            String literal = Pattern.quote(Character.toString(c == '\\' ? characters[++i] : c));
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : literal);
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static boolean contains(Optional<Object> value, Criterion.Contains contains) {
        Stream<String> texts = contains.values().stream().map(text -> ((Value.Text) text).text());
        return value.isPresent()
                && switch (contains.quantifier()) {
                    case ANY -> texts.anyMatch(text -> contains(value.get(), text));
                    case ALL -> texts.allMatch(text -> contains(value.get(), text));
                    case NONE -> texts.noneMatch(text -> contains(value.get(), text));
                };
    }

    private static boolean contains(Object value, String text) {
        return value instanceof Collection<?> members
                ? members.contains(text)
                : Objects.toString(value).contains(text);
    }
}
