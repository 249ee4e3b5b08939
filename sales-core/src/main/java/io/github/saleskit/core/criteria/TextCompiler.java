package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns questions about texts and sets of texts into nodes. */
final class TextCompiler<T> {

    private final OperandCompiler<T> operands;

    TextCompiler(OperandCompiler<T> operands) {
        this.operands = operands;
    }

    Node<T> matches(Criterion.Matches matches, Problems at) {
        Source<T> source = operands.kinded(matches.operand(), at);
        Problems atText = at.at(matches.test().property());
        Source<T> text = text(matches, atText);
        if (source == null || !textual(matches, source, atText) || text == null) {
            return new Node.Never<>();
        }
        if (source.kind == FieldKind.SET) {
            return new TextNodes.Member<>(source, text);
        }
        if (matches.test() == TextTest.CONTAINS && text instanceof Source.OfConstant<T> constant) {
            return new TextNodes.Has<>(source, new Needle((String) constant.value()));
        }
        if (matches.test() != TextTest.LIKE) {
            return new TextNodes.Test<>(source, matches.test(), text);
        }
        return like(source, matches.text(), atText);
    }

    private boolean textual(Criterion.Matches matches, Source<T> source, Problems at) {
        boolean possible =
                source.kind == FieldKind.TEXT || (source.kind == FieldKind.SET && matches.test() == TextTest.CONTAINS);
        if (!possible) {
            at.report(
                    "text.wrongKind",
                    matches.operand().toString(),
                    matches.operand() + " is " + Coercion.words(source.kind) + ", which does not know "
                            + matches.test().words(),
                    source.kind == FieldKind.SET ? "Maybe contains?" : null);
        }
        return possible;
    }

    /** The text that is looked for; null when a parameter has no value, or it is no text, which is reported. */
    private @Nullable Source<T> text(Criterion.Matches matches, Problems at) {
        if (OperandCompiler.literalOperand(matches.text())) {
            Value value = operands.literal(matches.text());
            Object text = value == null
                    ? null
                    : operands.coercion()
                            .coerce(value, FieldKind.TEXT, matches.test().words(), at);
            return text == null ? null : new Source.OfConstant<>(FieldKind.TEXT, text);
        }
        Source<T> source = operands.source(matches.text(), at);
        if (source != null && source.kind != FieldKind.TEXT) {
            at.report(
                    "text.wrongKind",
                    matches.text().toString(),
                    matches.text() + " is " + Coercion.words(source.kind) + ", not a text");
            return null;
        }
        return source;
    }

    private Node<T> like(Source<T> source, Operand operand, Problems at) {
        if (!OperandCompiler.literalOperand(operand)) {
            at.report("glob.notConstant", operand.toString(), "a glob has to be a constant or a parameter");
            return new Node.Never<>();
        }
        String pattern =
                String.valueOf(operands.literal(operand) instanceof Value.Text constant ? constant.text() : "");
        try {
            return new TextNodes.Like<>(source, Glob.of(pattern));
        } catch (IllegalArgumentException e) {
            at.report("glob.invalid", pattern, String.valueOf(e.getMessage()));
            return new Node.Never<>();
        }
    }

    Node<T> contains(Criterion.Contains contains, Problems at) {
        Source<T> source = operands.kinded(contains.operand(), at);
        Problems atValues = at.at("contains" + capitalised(contains.quantifier()));
        OperandCompiler.requireSome(contains.values(), atValues);
        if (source == null) {
            return new Node.Never<>();
        }
        if (source.kind != FieldKind.SET && source.kind != FieldKind.TEXT) {
            at.report(
                    "text.wrongKind",
                    contains.operand().toString(),
                    contains.operand() + " is " + Coercion.words(source.kind) + ", which contains nothing",
                    source.kind.scalar() ? "Maybe in?" : "Maybe any, all, none or count over its elements?");
            return new Node.Never<>();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < contains.values().size(); i++) {
            Object text = operands.coercion()
                    .coerce(
                            contains.values().get(i),
                            FieldKind.TEXT,
                            "a member of " + contains.operand(),
                            atValues.at(i));
            if (text != null) {
                texts.add((String) text);
            }
        }
        return new TextNodes.Contains<>(source, contains.quantifier(), texts);
    }

    private static String capitalised(Quantifier quantifier) {
        return switch (quantifier) {
            case ANY -> "Any";
            case ALL -> "All";
            case NONE -> "None";
        };
    }
}
