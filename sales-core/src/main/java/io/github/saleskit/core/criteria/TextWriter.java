package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the text form of criteria. */
final class TextWriter {

    private TextWriter() {}

    /** A value as JSON and Java know it: a String, Boolean, Long or BigDecimal. */
    static Object scalar(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        return value instanceof Value.Flag flag ? (Object) flag.flag() : scalar(((Value.Decimal) value).number());
    }

    /** A whole number beyond long gets a fraction, else Jackson would read it as a class that no creator takes. */
    private static Object scalar(BigDecimal number) {
        return number.scale() != 0 ? number : fitsLong(number) ? (Object) number.longValue() : number.setScale(1);
    }

    private static boolean fitsLong(BigDecimal number) {
        return number.scale() == 0 && number.toBigInteger().bitLength() < Long.SIZE;
    }

    /**
     * Whether a value comes back from JSON where also an object may stand; there Jackson reads fractions as doubles.
     */
    static boolean simple(Value value) {
        if (!(value instanceof Value.Decimal decimal) || fitsLong(decimal.number())) {
            return true;
        }
        double number = decimal.number().doubleValue();
        return Double.isFinite(number) && decimal.equals(new Value.Decimal(BigDecimal.valueOf(number)));
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    static String write(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return group(all.criteria(), "all", " and ");
        }
        if (criterion instanceof Criterion.Any any) {
            return group(any.criteria(), "any", " or ");
        }
        if (criterion instanceof Criterion.Not not) {
            return not.criterion() instanceof Criterion.Present present
                    ? present.operand() + " is absent"
                    : "not " + enclosed(not.criterion());
        }
        if (criterion instanceof Criterion.Elements elements) {
            return elements.quantifier().word() + " " + FieldNames.write(elements.each()) + " (" + elements.criterion()
                    + ")";
        }
        return writeTest(criterion);
    }

    private static String writeTest(Criterion criterion) {
        if (criterion instanceof Criterion.Compare compare) {
            return compare.left() + " " + compare.comparison().symbol() + " " + compare.right();
        }
        if (criterion instanceof Criterion.Between between) {
            return between.operand() + " between " + between.low() + " and " + between.high();
        }
        if (criterion instanceof Criterion.In in) {
            return in.operand() + " in " + list(in.values());
        }
        if (criterion instanceof Criterion.Matches matches) {
            return matches.operand() + " " + matches.test().words() + " " + matches.text();
        }
        if (criterion instanceof Criterion.Contains contains) {
            return contains.operand() + " contains " + contains.quantifier().word() + " " + list(contains.values());
        }
        return ((Criterion.Present) criterion).operand() + " is present";
    }

    private static String group(List<Criterion> criteria, String word, String joint) {
        if (criteria.size() < 2) {
            return criteria.stream().map(Criterion::toString).collect(Collectors.joining("", word + "(", ")"));
        }
        return criteria.stream().map(TextWriter::enclosed).collect(Collectors.joining(joint));
    }

    /** In parentheses, if it is a list of two or more. */
    private static String enclosed(Criterion criterion) {
        boolean list = (criterion instanceof Criterion.All all && all.criteria().size() > 1)
                || (criterion instanceof Criterion.Any any && any.criteria().size() > 1);
        return list ? "(" + criterion + ")" : criterion.toString();
    }

    private static String list(List<Value> values) {
        return values.stream().map(Value::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    static String write(Operand operand) {
        if (operand instanceof Operand.Reference reference) {
            return FieldNames.write(reference.field());
        }
        if (operand instanceof Operand.Constant constant) {
            return constant.value().toString();
        }
        if (operand instanceof Operand.Parameter parameter) {
            return ":" + FieldNames.write(parameter.name());
        }
        return operand instanceof Operand.Moment moment ? write(moment) : write((Operand.Aggregate) operand);
    }

    private static String write(Operand.Moment moment) {
        String anchor = moment.today() ? "today" : "now";
        if (moment.amount() == 0) {
            return anchor;
        }
        return anchor + (moment.amount() < 0 ? " - " : " + ") + Math.abs(moment.amount()) + " "
                + moment.unit().words();
    }

    private static String write(Operand.Aggregate aggregate) {
        return aggregate.function().word()
                + aggregate.of().map(of -> " " + FieldNames.write(of) + " of").orElse("")
                + " " + FieldNames.write(aggregate.each())
                + aggregate.where().map(where -> " (" + where + ")").orElse("");
    }
}
