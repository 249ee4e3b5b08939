package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds everything that is wrong with a scorecard for the fields of a type. */
final class CardCheck<T> {

    private static final double LARGEST = 1_000;
    private static final int MOST_TERMS = 10_000;

    private final Scorecard card;
    private final FieldSet<T> fields;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    CardCheck(Scorecard card, FieldSet<T> fields, Problems problems) {
        this.card = card;
        this.fields = fields;
        this.problems = problems;
    }

    void check() {
        figure(problems.at("intercept"), card.intercept());
        int terms = card.numbers().size()
                + card.categories().size()
                + card.sets().size()
                + card.pairs().size();
        if (terms > MOST_TERMS) {
            problems.report("scorecard.tooManyTerms", Integer.toString(terms), "a scorecard has at most 10000 terms");
            return;
        }
        for (int i = 0; i < card.numbers().size(); i++) {
            check(card.numbers().get(i), problems.at("numbers", i));
        }
        for (int i = 0; i < card.categories().size(); i++) {
            check(card.categories().get(i), problems.at("categories", i));
        }
        for (int i = 0; i < card.sets().size(); i++) {
            check(card.sets().get(i), problems.at("sets", i));
        }
        for (int i = 0; i < card.pairs().size(); i++) {
            check(card.pairs().get(i), problems.at("pairs", i));
        }
    }

    private void check(NumberTerm term, Problems at) {
        once(term.field(), term.part(), at);
        field(term.field(), term.part(), true, at);
        ascending(term.cuts(), at.at("cuts"));
        figures(term.logOdds(), term.cuts().size() + 1, at.at("logOdds"));
        rows(term.rows(), term.cuts().size() + 2, at.at("rows"));
        figure(at.at("missing"), term.missing());
    }

    private void check(CategoryTerm term, Problems at) {
        once(term.field(), term.part(), at);
        field(term.field(), term.part(), false, at);
        different(term.values(), at.at("values"));
        figures(term.logOdds(), term.values().size(), at.at("logOdds"));
        rows(term.rows(), term.values().size() + 2, at.at("rows"));
        figure(at.at("missing"), term.missing());
        figure(at.at("unseen"), term.unseen());
    }

    private void check(SetTerm term, Problems at) {
        once(term.field(), FieldPart.MEMBER, at);
        field(term.field(), FieldPart.MEMBER, false, at);
        different(term.members(), at.at("members"));
        figures(term.logOdds(), term.members().size(), at.at("logOdds"));
        rows(term.rows(), term.members().size() + 1, at.at("rows"));
        figure(at.at("missing"), term.missing());
        figure(at.at("present"), term.present());
    }

    private void check(PairTerm term, Problems at) {
        check(term.first(), at.at("first"));
        check(term.second(), at.at("second"));
        int height = term.first().groups();
        if (term.logOdds().size() != height) {
            wrongSize(at.at("logOdds"), term.logOdds().size(), height);
        }
        for (int i = 0; i < term.logOdds().size(); i++) {
            figures(term.logOdds().get(i), term.second().groups(), at.at("logOdds", i));
        }
    }

    private void check(PairSide side, Problems at) {
        Optional<Field<T>> field = fields.field(side.field());
        boolean ordered = field.isPresent() && Feature.ordered(field.get(), side.part());
        field(side.field(), side.part(), ordered, at);
        if (side.part() == FieldPart.MEMBER) {
            at.at("part").report("scorecard.wrongPart", "MEMBER", "members of sets are in no pair");
        }
        if (ordered ? !side.values().isEmpty() : !side.cuts().isEmpty()) {
            at.report("scorecard.wrongPart", side.field(), "a number has cuts and anything else has values");
        }
        ascending(side.cuts(), at.at("cuts"));
        different(side.values().stream().flatMap(List::stream).toList(), at.at("values"));
    }

    private void once(String field, FieldPart part, Problems at) {
        if (!taken.add(part + " " + field)) {
            at.at("field").report("scorecard.fieldTwice", field, "this part of the field has a term already");
        }
    }

    private void field(String name, FieldPart part, boolean ordered, Problems at) {
        Optional<Field<T>> field = fields.field(name, at.at("field"));
        if (field.isPresent()
                && (!Feature.parts(field.get()).contains(part) || Feature.ordered(field.get(), part) != ordered)) {
            String message = "a field of kind " + field.get().kind() + " has no such term for its part " + part;
            at.at("part").report("scorecard.wrongPart", part.name(), message);
        }
    }

    private static void ascending(List<Double> cuts, Problems at) {
        for (int i = 0; i < cuts.size(); i++) {
            if (!Double.isFinite(cuts.get(i)) || (i > 0 && !(cuts.get(i) > cuts.get(i - 1)))) {
                at.at(i).report("scorecard.notAscending", cuts.get(i).toString(), "cuts must be finite and ascending");
            }
        }
    }

    private static void different(List<String> texts, Problems at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!seen.add(texts.get(i))) {
                at.report("scorecard.valueTwice", texts.get(i), "the value \"" + texts.get(i) + "\" is given twice");
            }
        }
    }

    private static void figures(List<Double> figures, int expected, Problems at) {
        if (figures.size() != expected) {
            wrongSize(at, figures.size(), expected);
        }
        for (int i = 0; i < figures.size(); i++) {
            figure(at.at(i), figures.get(i));
        }
    }

    private static void rows(List<Integer> rows, int expected, Problems at) {
        if (rows.size() != expected) {
            wrongSize(at, rows.size(), expected);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) < 0) {
                at.at(i).report("scorecard.rowsNegative", rows.get(i).toString(), "rows must not be negative");
            }
        }
    }

    private static void wrongSize(Problems at, int found, int expected) {
        at.report(
                "scorecard.wrongSize", Integer.toString(found), "there are " + found + " items, expected " + expected);
    }

    private static void figure(Problems at, double figure) {
        if (!(Math.abs(figure) <= LARGEST)) {
            at.report("scorecard.figure", Double.toString(figure), "log-odds must be from -1000 to 1000");
        } else if (Assembly.rounded(figure) != figure) {
            at.report(
                    "scorecard.figure",
                    Double.toString(figure),
                    "log-odds must be a multiple of 1/1048576, so that sums are exact",
                    "Maybe " + Assembly.rounded(figure) + "?");
        }
    }
}
