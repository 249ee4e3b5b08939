package io.github.saleskit.cpq.order;

import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.pricing.OrderDiscount;
import io.github.saleskit.cpq.pricing.PriceWaterfall;
import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import io.github.saleskit.cpq.quote.QuoteVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a template, such as one of Mustache, needs to print a quote: maps, lists, texts and flags, nothing else.
 *
 * <pre>{@code
 * {{quote}} ({{number}}), valid until {{validUntil}}
 * {{#groups}}{{name}}
 * {{#lines}}  {{quantity}} x {{name}}: {{list}}, for you {{net}}{{/lines}}
 * {{/groups}}
 * {{#options}}  Choose also {{name}} for {{net}}{{/options}}
 * Total {{total}}{{#hasTax}}, with tax {{gross}}{{/hasTax}}
 * }</pre>
 *
 * <p>Keys of the quote: {@code quote}, {@code number}, {@code status}, {@code customer}, {@code asOf},
 * {@code validUntil}, {@code groups} (each with {@code name}, {@code lines} and {@code total}), {@code options} and
 * {@code alternatives} (lines that are only offered), {@code discounts} (each with {@code rule} and {@code amount}),
 * {@code total}, {@code tax}, {@code hasTax}, {@code gross} and {@code due}. Keys of a line: {@code id},
 * {@code product}, {@code name}, {@code quantity}, {@code unit}, {@code termMonths}, {@code hasTerm}, {@code partOf},
 * {@code attributes} (each with {@code name} and {@code value}), {@code list}, {@code net}, {@code isReduced},
 * {@code tax}, {@code alternativeTo}, {@code reasons} (texts) and {@code obstacle}. What is absent is an empty text, so
 * that no template fails on it. Lines without a group stand in a first group without a name. Amounts and numbers are
 * plain, such as {@code EUR 1234.50}, for the template to lay out.
 */
public final class QuoteDocument {

    private final QuoteVersion version;
    private final Quote quote;
    private final PricedQuote priced;
    private final Locale locale;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, PricedLine> prices = new LinkedHashMap<>();

    private QuoteDocument(QuoteVersion version, PricedQuote priced, Catalog catalog, Locale locale) {
        this.version = version;
        this.quote = priced.withAddedLines(version.quote());
        this.priced = priced;
        this.locale = locale;
        priced.lines().forEach(line -> prices.putIfAbsent(line.id(), line));
        catalog.products().forEach(product -> names.putIfAbsent(product.id(), product.name()));
    }

    /**
     * The data of a quote.
     *
     * @param catalog for the names of products; those it does not know go by their ids
     * @param locale for the texts of reasons
     * @throws IllegalArgumentException when a line of the quote is not among the prices
     */
    public static Map<String, Object> data(QuoteVersion version, PricedQuote priced, Catalog catalog, Locale locale) {
        return new QuoteDocument(version, priced, catalog, locale).data();
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("quote", quote.id());
        data.put("number", Integer.toString(version.number()));
        data.put("status", version.status().name());
        data.put("customer", quote.customer().orElse(""));
        data.put("asOf", priced.asOf().toString());
        data.put("validUntil", text(version.validUntil()));
        data.put("groups", groups());
        data.put(
                "options",
                lines(quote.lines().stream()
                        .filter(line -> line.optional().orElse(false))
                        .toList()));
        data.put(
                "alternatives",
                lines(quote.lines().stream()
                        .filter(line -> line.alternativeTo().isPresent())
                        .toList()));
        data.put(
                "discounts",
                priced.orderDiscounts().stream().map(QuoteDocument::discount).toList());
        addTotals(data);
        return Collections.unmodifiableMap(data);
    }

    private void addTotals(Map<String, Object> data) {
        data.put("total", text(priced.total()));
        data.put("tax", text(priced.tax()));
        data.put("hasTax", priced.tax().isPresent());
        data.put("gross", text(priced.gross()));
        data.put("due", text(priced.due()));
    }

    private static Map<String, Object> discount(OrderDiscount discount) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rule", discount.rule());
        data.put("amount", discount.discount().toString());
        return Collections.unmodifiableMap(data);
    }

    /** The lines that count, by group in the order in which groups first occur; those without one first. */
    private List<Map<String, Object>> groups() {
        Map<String, List<QuoteLine>> byGroup = new LinkedHashMap<>();
        List<QuoteLine> sold = quote.lines().stream().filter(QuoteLine::counts).toList();
        sold.stream().filter(line -> line.group().isEmpty()).forEach(line -> put(byGroup, line));
        sold.stream().filter(line -> line.group().isPresent()).forEach(line -> put(byGroup, line));
        List<Map<String, Object>> groups = new ArrayList<>();
        byGroup.forEach((name, lines) -> groups.add(group(name, lines)));
        return List.copyOf(groups);
    }

    private static void put(Map<String, List<QuoteLine>> byGroup, QuoteLine line) {
        byGroup.computeIfAbsent(line.group().orElse(""), name -> new ArrayList<>())
                .add(line);
    }

    private Map<String, Object> group(String name, List<QuoteLine> lines) {
        Optional<Money> total = lines.stream()
                .map(line -> price(line).net())
                .reduce((a, b) -> a.flatMap(first -> b.map(first::plus)))
                .flatMap(sum -> sum);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", name);
        data.put("lines", lines(lines));
        data.put("total", text(total));
        return Collections.unmodifiableMap(data);
    }

    private List<Map<String, Object>> lines(List<QuoteLine> lines) {
        return lines.stream().map(this::line).toList();
    }

    private Map<String, Object> line(QuoteLine line) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", line.id());
        data.put("product", line.product());
        data.put("name", names.getOrDefault(line.product(), line.product()));
        data.put("quantity", line.quantity().toPlainString());
        data.put("unit", line.unit().orElse(""));
        data.put("termMonths", text(line.termMonths()));
        data.put("hasTerm", line.termMonths().isPresent());
        data.put("attributes", attributes(line));
        data.put("partOf", line.partOf().orElse(""));
        data.put("alternativeTo", line.alternativeTo().orElse(""));
        addPrices(data, price(line));
        return Collections.unmodifiableMap(data);
    }

    private PricedLine price(QuoteLine line) {
        PricedLine price = prices.get(line.id());
        return price == null ? priced.line(line.id()) : price;
    }

    private static List<Map<String, String>> attributes(QuoteLine line) {
        List<Map<String, String>> attributes = new ArrayList<>();
        line.attributes().forEach((name, value) -> {
            Map<String, String> attribute = new LinkedHashMap<>();
            attribute.put("name", name);
            attribute.put("value", value);
            attributes.add(Collections.unmodifiableMap(attribute));
        });
        return List.copyOf(attributes);
    }

    private void addPrices(Map<String, Object> data, PricedLine line) {
        data.put("list", text(line.waterfall().map(PriceWaterfall::list)));
        data.put("net", text(line.net()));
        data.put(
                "isReduced",
                line.waterfall().map(each -> each.net().isLessThan(each.list())).orElse(false));
        data.put("tax", text(line.tax()));
        data.put(
                "reasons",
                line.reasons().stream().map(each -> each.text(locale)).toList());
        data.put("obstacle", line.obstacle().map(each -> each.text(locale)).orElse(""));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
