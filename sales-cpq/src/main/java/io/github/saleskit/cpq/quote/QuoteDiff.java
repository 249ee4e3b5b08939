package io.github.saleskit.cpq.quote;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a quote, to be read by people.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reasons one for each change: lines that went, lines that changed, lines that came, the price book, the total
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
        addChange("priceBook", from.quote().priceBook(), to.quote().priceBook(), changes);
        addChange("total", text(from.total().orElse(null)), text(to.total().orElse(null)), changes);
        addChange(
                "validUntil",
                text(from.validUntil().orElse(null)),
                text(to.validUntil().orElse(null)),
                changes);
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
        addOfLine(after.id(), "attributes", text(before.attributes()), text(after.attributes()), changes);
        addOfLine(
                after.id(),
                "termMonths",
                text(before.termMonths().orElse(null)),
                text(after.termMonths().orElse(null)),
                changes);
        addOfLine(after.id(), "counts", text(before.counts()), text(after.counts()), changes);
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

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
