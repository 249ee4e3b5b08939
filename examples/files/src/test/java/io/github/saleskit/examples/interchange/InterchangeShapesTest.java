package io.github.saleskit.examples.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.approval.ApprovalState;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PriceBook;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteHistory;
import io.github.saleskit.cpq.quote.QuoteLine;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents of quotes with parts of units, cash rounding, bundles and offers beside offers. */
class InterchangeShapesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final CurrencyUnit CHF = CurrencyUnit.of("CHF");
    private static final Catalog CATALOG =
            Catalog.of(List.of(Product.of("suite", "Suite"), Product.of("hour", "Hour"), Product.of("day", "Day")));

    private static final PricingEngine PRICES = PricingEngine.compile(
            PricingPlan.builder()
                    .addPriceBooks(PriceBook.builder()
                            .id("chf")
                            .currency(CHF)
                            .addEntries(
                                    PriceEntry.of("suite", PriceModel.perUnit(BigMoney.parse("CHF 10.03"))),
                                    PriceEntry.of("hour", PriceModel.perUnit(BigMoney.parse("CHF 100"))),
                                    PriceEntry.of("day", PriceModel.perUnit(BigMoney.parse("CHF 800"))))
                            .build())
                    .rounding(RoundingPolicy.halfUpByLine().withCashIncrement(Money.parse("CHF 0.05")))
                    .allocation(MoneyAllocation.largestRemainder())
                    .build(),
            CATALOG);

    private static final Quote QUOTE = Quote.builder()
            .id("Q")
            .priceBook("chf")
            .addLines(
                    QuoteLine.of("L1", "suite", 1).withTermMonths(12).withAttributes(Map.of("edition", "pro")),
                    QuoteLine.of("L2", "hour", new BigDecimal("1.5")).withPartOf("L1"),
                    QuoteLine.of("L3", "day", 1).withOptional(true),
                    QuoteLine.of("L4", "hour", 7).withAlternativeTo("L3"))
            .build();

    private static Offer offer(Quote quote) {
        return new Offer(
                QuoteHistory.start(quote).latest(),
                PRICES.price(quote, DAY),
                CATALOG,
                DAY,
                "Seller Ltd",
                BillingPeriod.monthly());
    }

    /** For each object of TMF648 4.0.0 that the mapping writes what it may have; what it must have is marked with *. */
    private static final Map<String, String> SCHEMA = Map.ofEntries(
            Map.entry(
                    "Quote",
                    "id href version state quoteDate validFor instantSyncQuote relatedParty authorization "
                            + "quoteTotalPrice"
                            + " quoteItem* @type"),
            Map.entry(
                    "quoteItem",
                    "id* action* state quantity productOffering product quoteItemRelationship note "
                            + "quoteItemPrice @type"),
            Map.entry("productOffering", "id* name @referredType"),
            Map.entry("product", "productCharacteristic productTerm @type"),
            Map.entry("productCharacteristic", "name* value*"),
            Map.entry("productTerm", "name duration"),
            Map.entry("duration", "amount units"),
            Map.entry("quoteItemRelationship", "id relationshipType"),
            Map.entry("note", "id* text*"),
            Map.entry("quoteItemPrice", "priceType recurringChargePeriod price priceAlteration @type"),
            Map.entry("quoteTotalPrice", "priceType recurringChargePeriod price priceAlteration @type"),
            Map.entry("priceAlteration", "name priceType* priority price*"),
            Map.entry("price", "dutyFreeAmount taxIncludedAmount @type"),
            Map.entry("dutyFreeAmount", "unit value"),
            Map.entry("taxIncludedAmount", "unit value"));

    private static void assertShape(String type, JsonNode node) {
        if (node.isArray()) {
            node.forEach(each -> assertShape(type, each));
        } else if (node.isObject()) {
            List<String> stated = List.of(SCHEMA.get(type).split(" "));
            assertThat(stated.stream().map(name -> name.replace("*", "")).toList())
                    .as(type)
                    .containsAll(node.propertyNames());
            stated.stream()
                    .filter(name -> name.endsWith("*"))
                    .forEach(name -> assertThat(node.has(name.replace("*", "")))
                            .as(type + "." + name)
                            .isTrue());
            node.properties().forEach(each -> assertShape(each.getKey(), each.getValue()));
        }
    }

    @Test
    void aQuoteOfTmForumHasNothingThatItsSchemaDoesNotKnow() {
        JsonNode quote = JsonMapper.shared().valueToTree(Tmf648Quote.of(offer(QUOTE), ApprovalState.empty()));
        assertShape("Quote", quote);
        JsonNode items = quote.get("quoteItem");
        assertThat(items.get(0)
                        .get("product")
                        .get("productTerm")
                        .get(0)
                        .get("duration")
                        .get("amount")
                        .asInt())
                .isEqualTo(12);
        assertThat(items.get(1).has("quantity")).isFalse();
        assertThat(items.get(1).get("note").get(0).get("text").asString()).isEqualTo("1.5");
        assertThat(items.get(1)
                        .get("quoteItemRelationship")
                        .get(0)
                        .get("relationshipType")
                        .asString())
                .isEqualTo("isPartOf");
        assertThatThrownBy(() -> Tmf648Quote.of(offer(QUOTE.withLines()), ApprovalState.empty()))
                .hasMessageContaining("no lines");
    }

    /** 10.03 and 150.00 are 160.03, paid as 160.05. */
    @Test
    void aQuotationTellsWhatIsRoundedAndWhatIsOfferedBesideOffers() {
        String xml = UblQuotation.of(offer(QUOTE));
        assertThat(xml)
                .contains("<cbc:TaxInclusiveAmount currencyID=\"CHF\">160.03</cbc:TaxInclusiveAmount>"
                        + "<cbc:PayableRoundingAmount currencyID=\"CHF\">0.02</cbc:PayableRoundingAmount>"
                        + "<cbc:PayableAmount currencyID=\"CHF\">160.05</cbc:PayableAmount>")
                .contains("<cbc:Note>Optional: 1 x Day for CHF 800.00</cbc:Note>")
                .contains("<cbc:Note>Alternative to L3: 7 x Hour for CHF 700.00</cbc:Note>")
                .doesNotContain("AlternativeLineItem");
    }

    @Test
    void absurdQuantitiesAndHalfCharactersAreWritten() {
        QuoteLine absurd =
                QuoteLine.of("L9", "day", new BigDecimal("1e999999999")).withOptional(true);
        QuoteLine half = QuoteLine.of("L8", "day", 1).withAttributes(Map.of("note", "a\uD83Db\uD83D\uDE00"));
        assertThat(UblQuotation.of(offer(QUOTE.withLines(absurd, half))))
                .contains("<cbc:Note>Optional: 1E+999999999 x Day</cbc:Note>")
                .contains("<cbc:Value>a b\uD83D\uDE00</cbc:Value>");
    }
}
