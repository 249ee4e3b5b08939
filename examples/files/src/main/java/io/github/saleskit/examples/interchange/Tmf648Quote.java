package io.github.saleskit.examples.interchange;

import io.github.saleskit.core.approval.ApprovalEvent;
import io.github.saleskit.core.approval.ApprovalState;
import io.github.saleskit.cpq.pricing.PriceStep;
import io.github.saleskit.cpq.pricing.PriceStepKind;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.quote.QuoteLine;
import io.github.saleskit.cpq.quote.QuoteStatus;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;

/**
 * A quote as the resource {@code Quote} of TMF648 Quote Management, release 4: maps, lists and plain values for any
 * JSON writer.
 *
 * <p>What has no place there: groups and quantities that are no whole numbers are told as notes of their items; a cash
 * rounding is left out. Lines that are only offered are items that no price of the quote counts: alternatives refer to
 * the item they replace, optional ones carry a note.
 */
public final class Tmf648Quote {

    private static final int MOST_ZEROS = 30;

    private final Offer offer;
    private final OfferLines lines;

    private Tmf648Quote(Offer offer) {
        this.offer = offer;
        this.lines = new OfferLines(offer);
    }

    /**
     * The resource.
     *
     * @throws IllegalArgumentException when the quote has no lines, of which the standard wants one
     */
    public static Map<String, Object> of(Offer offer, ApprovalState approval) {
        if (offer.version().quote().lines().isEmpty()) {
            throw new IllegalArgumentException(
                    "offer is of quote " + offer.version().quote().id() + ", which has no lines.");
        }
        return new Tmf648Quote(offer).quote(approval);
    }

    private Map<String, Object> quote(ApprovalState approval) {
        Map<String, Object> quote = new LinkedHashMap<>();
        quote.put("id", lines.quote().id());
        quote.put("href", "/quoteManagement/v4/quote/" + lines.quote().id());
        quote.put("version", Integer.toString(offer.version().number()));
        quote.put("state", state(offer.version().status()));
        quote.put("quoteDate", instant(offer.issued()));
        offer.version().validUntil().ifPresent(day -> quote.put("validFor", validity(offer.issued(), day)));
        quote.put("instantSyncQuote", false);
        lines.quote().customer().ifPresent(id -> quote.put("relatedParty", List.of(party(id, "Customer"))));
        quote.put("authorization", authorizations(approval));
        quote.put("quoteTotalPrice", totals());
        quote.put("quoteItem", lines.all().stream().map(this::item).toList());
        quote.put("@type", "Quote");
        return quote;
    }

    /** Superseded and expired versions are cancelled there; what is presented is approved. */
    static String state(QuoteStatus status) {
        return switch (status) {
            case DRAFT -> "inProgress";
            case IN_REVIEW -> "pending";
            case APPROVED, PRESENTED -> "approved";
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case EXPIRED, SUPERSEDED, CANCELLED -> "cancelled";
        };
    }

    private static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }

    /** The last day as a whole. */
    private static Map<String, Object> validity(LocalDate from, LocalDate until) {
        Map<String, Object> period = new LinkedHashMap<>();
        period.put("startDateTime", instant(from));
        period.put("endDateTime", until + "T23:59:59Z");
        return period;
    }

    private static Map<String, Object> party(String id, String role) {
        Map<String, Object> party = new LinkedHashMap<>();
        party.put("id", id);
        party.put("role", role);
        party.put("@referredType", role);
        return party;
    }

    /** One for each vote that was cast. */
    private static List<Map<String, Object>> authorizations(ApprovalState approval) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ApprovalEvent event : approval.trail()) {
            if (event.approver().isPresent()) {
                Map<String, Object> authorization = new LinkedHashMap<>();
                authorization.put("name", event.rule());
                authorization.put("state", event.kind() == ApprovalEvent.Kind.APPROVED ? "approved" : "declined");
                authorization.put("givenDate", instant(event.day()));
                authorization.put("approver", List.of(party(event.approver().get(), "Approver")));
                authorization.put("@type", "Authorization");
                all.add(authorization);
            }
        }
        return all;
    }

    /** What is sold once and what recurs, each summed up. */
    private List<Map<String, Object>> totals() {
        List<Map<String, Object>> totals = new ArrayList<>();
        for (boolean recurring : new boolean[] {false, true}) {
            lines.sold().stream()
                    .filter(line -> line.termMonths().isPresent() == recurring)
                    .map(lines::price)
                    .filter(line -> line.net().isPresent())
                    .map(Amounts::of)
                    .reduce(Amounts::plus)
                    .ifPresent(sum -> totals.add(price(recurring, sum)));
        }
        return totals;
    }

    /** Net price and tax. */
    private record Amounts(Money net, Money gross) {
        static Amounts of(PricedLine line) {
            Money net = line.net().orElseThrow();
            return new Amounts(net, line.tax().map(net::plus).orElse(net));
        }

        Amounts plus(Amounts other) {
            return new Amounts(net.plus(other.net), gross.plus(other.gross));
        }
    }

    private Map<String, Object> price(boolean recurring, Amounts amounts) {
        Map<String, Object> price = new LinkedHashMap<>();
        price.put("priceType", recurring ? "recurring" : "oneTime");
        if (recurring) {
            price.put("recurringChargePeriod", offer.per().toString());
        }
        price.put("price", value(amounts));
        price.put("@type", "QuotePrice");
        return price;
    }

    private static Map<String, Object> value(Amounts amounts) {
        Map<String, Object> price = new LinkedHashMap<>();
        price.put("dutyFreeAmount", money(amounts.net));
        price.put("taxIncludedAmount", money(amounts.gross));
        price.put("@type", "Price");
        return price;
    }

    private static Map<String, Object> money(BigMoneyProvider amount) {
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("unit", amount.toBigMoney().getCurrencyUnit().getCode());
        money.put("value", amount.toBigMoney().getAmount());
        return money;
    }

    private Map<String, Object> item(QuoteLine line) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", line.id());
        item.put("action", "add");
        item.put("state", state(offer.version().status()));
        wholeQuantity(line).ifPresent(quantity -> item.put("quantity", quantity));
        item.put("productOffering", offering(line));
        item.put("product", product(line));
        List<Map<String, Object>> relations = relations(line);
        if (!relations.isEmpty()) {
            item.put("quoteItemRelationship", relations);
        }
        item.put("note", notes(line));
        if (lines.hasPrice(line)) {
            item.put("quoteItemPrice", List.of(itemPrice(line)));
        }
        item.put("@type", "QuoteItem");
        return item;
    }

    /** Quantities are whole numbers there; others are told in a note. */
    private static Optional<BigInteger> wholeQuantity(QuoteLine line) {
        if (line.quantity().scale() < -MOST_ZEROS) {
            return Optional.empty();
        }
        try {
            return Optional.of(line.quantity().toBigIntegerExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Map<String, Object> offering(QuoteLine line) {
        Map<String, Object> offering = new LinkedHashMap<>();
        offering.put("id", line.product());
        offering.put("name", lines.name(line.product()));
        offering.put("@referredType", "ProductOffering");
        return offering;
    }

    private static Map<String, Object> product(QuoteLine line) {
        List<Map<String, Object>> characteristics = new ArrayList<>();
        line.attributes().forEach((name, value) -> {
            Map<String, Object> characteristic = new LinkedHashMap<>();
            characteristic.put("name", name);
            characteristic.put("value", value);
            characteristics.add(characteristic);
        });
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("productCharacteristic", characteristics);
        line.termMonths().ifPresent(months -> product.put("productTerm", List.of(term(months))));
        product.put("@type", "Product");
        return product;
    }

    private static Map<String, Object> term(int months) {
        Map<String, Object> duration = new LinkedHashMap<>();
        duration.put("amount", months);
        duration.put("units", "month");
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("name", "commitment");
        term.put("duration", duration);
        return term;
    }

    private static List<Map<String, Object>> relations(QuoteLine line) {
        List<Map<String, Object>> relations = new ArrayList<>();
        line.alternativeTo().ifPresent(base -> relations.add(relation(base, "isAlternativeTo")));
        line.partOf().ifPresent(bundle -> relations.add(relation(bundle, "isPartOf")));
        return relations;
    }

    private static Map<String, Object> relation(String id, String type) {
        Map<String, Object> relation = new LinkedHashMap<>();
        relation.put("id", id);
        relation.put("relationshipType", type);
        return relation;
    }

    private static List<Map<String, Object>> notes(QuoteLine line) {
        List<Map<String, Object>> notes = new ArrayList<>();
        line.group().ifPresent(group -> notes.add(note("group", group)));
        line.optional().filter(flag -> flag).ifPresent(flag -> notes.add(note("optional", "not in the total")));
        if (wholeQuantity(line).isEmpty()) {
            notes.add(note("quantity", line.quantity().toString()));
        }
        return notes;
    }

    private static Map<String, Object> note(String id, String text) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("id", id);
        note.put("text", text);
        return note;
    }

    private Map<String, Object> itemPrice(QuoteLine line) {
        PricedLine priced = lines.price(line);
        Map<String, Object> price = price(line.termMonths().isPresent(), Amounts.of(priced));
        price.put("priceAlteration", alterations(priced, line.termMonths().isPresent() ? "recurring" : "oneTime"));
        return price;
    }

    /** What each rule took off or added, in the order in which it did. */
    private static List<Map<String, Object>> alterations(PricedLine line, String priceType) {
        List<Map<String, Object>> alterations = new ArrayList<>();
        for (PriceStep step : line.waterfall().orElseThrow().steps()) {
            Optional<String> rule = step.source().filter(source -> step.kind() != PriceStepKind.LIST);
            if (rule.isPresent()) {
                Map<String, Object> change = new LinkedHashMap<>();
                change.put("dutyFreeAmount", money(step.difference()));
                Map<String, Object> alteration = new LinkedHashMap<>();
                alteration.put("name", rule.get());
                alteration.put("priceType", priceType);
                alteration.put("priority", alterations.size() + 1);
                alteration.put("price", change);
                alterations.add(alteration);
            }
        }
        return alterations;
    }
}
