package io.github.saleskit.cpq.quote;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a quote, to be read by people.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reasons one for each change: lines that went, lines that changed, lines that came, the price book, the
 *     customer, attributes, coupons, the total, the last day
 */
public record QuoteDiff(List<Reason> reasons) implements Decision, StrictDocument {

    public QuoteDiff {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    static QuoteDiff between(QuoteVersion from, QuoteVersion to) {
        List<Reason> changes = new ArrayList<>();
        Map<String, QuoteLine> before = byId(from.quote());
        Map<String, QuoteLine> after = byId(to.quote());
        before.forEach((id, line) -> {
            if (!after.containsKey(id)) {
                changes.add(Reason.of("cpq.quote.lineGone", "line", id, "product", line.product()));
            }
        });
        after.forEach((id, line) -> addLine(before.get(id), line, changes));
        addOfQuote(from.quote(), to.quote(), changes);
        addChange("total", text(from.total()), text(to.total()), changes);
        addChange("validUntil", text(from.validUntil()), text(to.validUntil()), changes);
        return new QuoteDiff(changes);
    }

    private static Map<String, QuoteLine> byId(Quote quote) {
        Map<String, QuoteLine> lines = new LinkedHashMap<>();
        quote.lines().forEach(line -> lines.put(line.id(), line));
        return lines;
    }

    private static void addLine(@Nullable QuoteLine before, QuoteLine after, List<Reason> changes) {
        if (before == null) {
            changes.add(Reason.of(
                    "cpq.quote.lineNew", "line", after.id(), "product", after.product(), "quantity", after.quantity()));
            return;
        }
        addOfLine(after.id(), "product", before.product(), after.product(), changes);
        if (before.quantity().compareTo(after.quantity()) != 0) {
            addOfLine(
                    after.id(),
                    "quantity",
                    before.quantity().toPlainString(),
                    after.quantity().toPlainString(),
                    changes);
        }
        addOfLine(after.id(), "unit", text(before.unit()), text(after.unit()), changes);
        addOfLine(after.id(), "attributes", text(before.attributes()), text(after.attributes()), changes);
        addOfLine(after.id(), "termMonths", text(before.termMonths()), text(after.termMonths()), changes);
        addOfLine(after.id(), "counts", text(before.counts()), text(after.counts()), changes);
        addOfLine(after.id(), "alternativeTo", text(before.alternativeTo()), text(after.alternativeTo()), changes);
        addOfLine(after.id(), "partOf", text(before.partOf()), text(after.partOf()), changes);
        addOfLine(after.id(), "group", text(before.group()), text(after.group()), changes);
    }

    private static void addOfQuote(Quote before, Quote after, List<Reason> changes) {
        addChange("priceBook", before.priceBook(), after.priceBook(), changes);
        addChange("customer", text(before.customer()), text(after.customer()), changes);
        addChange("attributes", text(before.attributes()), text(after.attributes()), changes);
        addChange("coupons", text(before.coupons()), text(after.coupons()), changes);
    }

    private static void addOfLine(String line, String what, String before, String after, List<Reason> changes) {
        if (!before.equals(after)) {
            changes.add(
                    Reason.of("cpq.quote.lineChanged", "line", line, "what", what, "before", before, "after", after));
        }
    }

    private static void addChange(String what, String before, String after, List<Reason> changes) {
        if (!before.equals(after)) {
            changes.add(Reason.of("cpq.quote.changed", "what", what, "before", before, "after", after));
        }
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }

    private static String text(Object value) {
        return value.toString();
    }
}
