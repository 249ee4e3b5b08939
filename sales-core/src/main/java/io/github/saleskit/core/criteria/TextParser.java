package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.DefinitionException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the text form of criteria by recursive descent, one token ahead.
 *
 * <pre>
 * criterion   = conjunction ("or" conjunction)*
 * conjunction = unary ("and" unary)*
 * unary       = "not" unary | "(" criterion ")" | ("all" | "any") "(" [criterion ("," criterion)*] ")"
 *             | ("any" | "all" | "none") name "(" criterion ")" | operand question
 * </pre>
 */
final class TextParser {

    private static final List<String> QUESTIONS = List.of(
            "=", "!=", "<", "<=", ">", ">=", "in", "between", "contains", "starts with", "ends with", "like", "is");

    private final TextScanner scanner;
    private int depth;

    private TextParser(TextScanner scanner) {
        this.scanner = scanner;
    }

    static Criterion parse(String text) {
        TextScanner scanner = new TextScanner(text);
        TextParser parser = new TextParser(scanner);
        Criterion criterion = parser.criterion();
        if (!scanner.atEnd()) {
            throw scanner.expected("and, or, or the end");
        }
        return criterion;
    }

    private Criterion criterion() {
        if (++depth > Limits.DEPTH) {
            throw scanner.problem("text.tooDeep", "nests deeper than " + Limits.DEPTH + " levels", null);
        }
        List<Criterion> criteria = new ArrayList<>();
        do {
            criteria.add(conjunction());
        } while (scanner.takeWord("or"));
        depth--;
        return criteria.size() == 1 ? criteria.get(0) : made(() -> new Criterion.Any(criteria));
    }

    private Criterion conjunction() {
        List<Criterion> criteria = new ArrayList<>();
        do {
            criteria.add(unary());
        } while (scanner.takeWord("and"));
        return criteria.size() == 1 ? criteria.get(0) : made(() -> new Criterion.All(criteria));
    }

    private Criterion unary() {
        int negations = 0;
        while (scanner.takeWord("not")) {
            negations++;
        }
        Criterion criterion = positive();
        for (; negations > 0; negations--) {
            Criterion inner = criterion;
            criterion = made(() -> new Criterion.Not(inner));
        }
        return criterion;
    }

    private Criterion positive() {
        if (scanner.takeSymbol("(")) {
            Criterion criterion = criterion();
            scanner.requireSymbol(")");
            return criterion;
        }
        for (Quantifier quantifier : Quantifier.values()) {
            if (scanner.takeWord(quantifier.word())) {
                return quantified(quantifier);
            }
        }
        return question(operand());
    }

    private Criterion quantified(Quantifier quantifier) {
        if (quantifier != Quantifier.NONE && scanner.takeSymbol("(")) {
            List<Criterion> criteria = group();
            return made(() -> quantifier == Quantifier.ALL ? new Criterion.All(criteria) : new Criterion.Any(criteria));
        }
        String each = scanner.requireName("the field that holds the elements");
        scanner.requireSymbol("(");
        Criterion criterion = criterion();
        scanner.requireSymbol(")");
        return made(() -> new Criterion.Elements(quantifier, each, criterion));
    }

    private List<Criterion> group() {
        List<Criterion> criteria = new ArrayList<>();
        if (scanner.takeSymbol(")")) {
            return criteria;
        }
        do {
            criteria.add(criterion());
        } while (scanner.takeSymbol(","));
        scanner.requireSymbol(")");
        return criteria;
    }

    private Criterion question(Operand operand) {
        for (Comparison comparison : Comparison.values()) {
            if (scanner.takeSymbol(comparison.symbol())) {
                return new Criterion.Compare(operand, comparison, operand());
            }
        }
        if (scanner.takeWord("not")) {
            scanner.requireWord("in");
            Criterion in = in(operand);
            return made(() -> new Criterion.Not(in));
        }
        if (scanner.takeWord("in")) {
            return in(operand);
        }
        if (scanner.takeWord("between")) {
            Operand low = operand();
            scanner.requireWord("and");
            return new Criterion.Between(operand, low, operand());
        }
        return scanner.takeWord("is") ? presence(operand) : textQuestion(operand);
    }

    private Criterion in(Operand operand) {
        List<Value> values = values();
        return made(() -> new Criterion.In(operand, values));
    }

    private Criterion presence(Operand operand) {
        if (scanner.takeWord("present")) {
            return operand.present();
        }
        if (scanner.takeWord("absent")) {
            return operand.absent();
        }
        throw scanner.expected("present or absent", "Maybe = to compare?");
    }

    private Criterion textQuestion(Operand operand) {
        if (scanner.takeWord("contains")) {
            for (Quantifier quantifier : Quantifier.values()) {
                if (scanner.takeWord(quantifier.word())) {
                    List<Value> values = values();
                    return made(() -> new Criterion.Contains(operand, quantifier, values));
                }
            }
            return new Criterion.Matches(operand, TextTest.CONTAINS, operand());
        }
        if (scanner.takeWord("starts")) {
            scanner.requireWord("with");
            return new Criterion.Matches(operand, TextTest.STARTS_WITH, operand());
        }
        if (scanner.takeWord("ends")) {
            scanner.requireWord("with");
            return new Criterion.Matches(operand, TextTest.ENDS_WITH, operand());
        }
        if (scanner.takeWord("like")) {
            return new Criterion.Matches(operand, TextTest.LIKE, operand());
        }
        throw scanner.expected("a comparison", QUESTIONS);
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        scanner.requireSymbol("(");
        if (scanner.takeSymbol(")")) {
            return values;
        }
        do {
            values.add(value().orElseThrow(
                            () -> scanner.expected("a constant", "Texts stand in double quotes: \"Software\".")));
        } while (scanner.takeSymbol(","));
        scanner.requireSymbol(")");
        return values;
    }

    private Optional<Value> value() {
        if (scanner.takeWord("true")) {
            return Optional.of(new Value.Flag(true));
        }
        if (scanner.takeWord("false")) {
            return Optional.of(new Value.Flag(false));
        }
        Optional<String> text = scanner.takeText();
        return text.isPresent()
                ? text.map(Value.Text::new)
                : scanner.takeNumber().map(number -> new Value.Decimal(new BigDecimal(number)));
    }

    private Operand operand() {
        Optional<Value> value = value();
        if (value.isPresent()) {
            return new Operand.Constant(value.get());
        }
        if (scanner.takeSymbol(":")) {
            return new Operand.Parameter(scanner.requireName("the name of a parameter"));
        }
        if (scanner.takeWord("now")) {
            return moment(new Operand.Moment(false, 0, RelativeUnit.DAYS));
        }
        if (scanner.takeWord("today")) {
            return moment(new Operand.Moment(true, 0, RelativeUnit.DAYS));
        }
        for (AggregateFunction function : AggregateFunction.values()) {
            if (scanner.takeWord(function.word())) {
                return aggregate(function);
            }
        }
        return new Operand.Reference(scanner.requireName("a field, a constant, now, today or a parameter"));
    }

    private Operand moment(Operand.Moment anchor) {
        boolean later = scanner.takeSymbol("+");
        if (!later && !scanner.takeSymbol("-")) {
            return anchor;
        }
        int amount = scanner.requireAmount();
        RelativeUnit unit = scanner.requireUnit();
        return made(() -> anchor.plus(later ? amount : -amount, unit));
    }

    private Operand aggregate(AggregateFunction function) {
        Optional<String> of = Optional.empty();
        if (function != AggregateFunction.COUNT) {
            of = Optional.of(scanner.requireName("a field of the elements"));
            scanner.requireWord("of");
        }
        String each = scanner.requireName("the field that holds the elements");
        Optional<Criterion> where = Optional.empty();
        if (scanner.takeSymbol("(")) {
            where = Optional.of(criterion());
            scanner.requireSymbol(")");
        }
        Optional<String> summed = of;
        Optional<Criterion> chosen = where;
        return made(() -> new Operand.Aggregate(function, summed, each, chosen));
    }

    /** Turns what a constructor rejects into a problem at this place of the text. */
    private <X> X made(Supplier<X> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw problemOf(e);
        }
    }

    private DefinitionException problemOf(IllegalArgumentException e) {
        return scanner.problem("text.notPossible", String.valueOf(e.getMessage()), null);
    }
}
