package io.github.saleskit.examples.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.approval.ApprovalEngine;
import io.github.saleskit.core.approval.ApprovalPolicy;
import io.github.saleskit.core.approval.ApprovalRule;
import io.github.saleskit.core.approval.ApprovalState;
import io.github.saleskit.core.approval.ApprovalStatus;
import io.github.saleskit.core.approval.ApprovalStep;
import io.github.saleskit.core.approval.ApprovalVote;
import io.github.saleskit.core.approval.Attendance;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.pricing.PriceAction;
import io.github.saleskit.cpq.pricing.PriceBook;
import io.github.saleskit.cpq.pricing.PriceEntry;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceRule;
import io.github.saleskit.cpq.pricing.PricedQuote;
import io.github.saleskit.cpq.pricing.PricingContext;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteHistory;
import io.github.saleskit.cpq.quote.QuoteLine;
import io.github.saleskit.cpq.quote.QuoteStatus;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents have what their standards require, in the order they require, and their sums are those of the quote.
 */
class InterchangeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Catalog CATALOG = Catalog.of(List.of(
            Product.of("seat", "CRM <seat> & more"), Product.of("premium", "CRM premium"), Product.of("day", "Day")));

    private static final PricingEngine PRICES = PricingEngine.compile(
            PricingPlan.builder()
                    .addPriceBooks(PriceBook.builder()
                            .id("eur")
                            .currency(CurrencyUnit.EUR)
                            .addEntries(
                                    PriceEntry.of("seat", new PriceModel.PerUnit(BigMoney.parse("EUR 30"))),
                                    PriceEntry.of("premium", new PriceModel.PerUnit(BigMoney.parse("EUR 45"))),
                                    PriceEntry.of("day", new PriceModel.PerUnit(BigMoney.parse("EUR 1200"))))
                            .build())
                    .addRules(PriceRule.builder()
                            .id("TEN")
                            .addActions(PriceAction.PercentOff.of(BigDecimal.TEN))
                            .build())
                    .rounding(RoundingPolicy.halfUpByLine())
                    .allocation(MoneyAllocation.largestRemainder())
                    .build(),
            CATALOG);

    private static final Quote QUOTE = Quote.builder()
            .id("Q-1")
            .priceBook("eur")
            .customer("C-7")
            .addLines(
                    QuoteLine.of("L1", "seat", 7)
                            .withTermMonths(24)
                            .withGroup("Software")
                            .withAttributes(Map.of("edition", "pro")),
                    QuoteLine.of("L2", "premium", 7).withTermMonths(24).withAlternativeTo("L1"),
                    QuoteLine.of("L3", "day", 2),
                    QuoteLine.of("L4", "day", 1).withOptional(true))
            .build();

    private static PricedQuote priced() {
        return PRICES.price(QUOTE, PricingContext.of(DAY), (quote, line, product) -> new BigDecimal("20"));
    }

    private static Offer offer() {
        QuoteHistory history =
                QuoteHistory.start(QUOTE).withDraft(QUOTE, priced().total(), Optional.of(DAY.plusDays(30)));
        for (QuoteStatus to : List.of(QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED, QuoteStatus.PRESENTED)) {
            history = history.move(to, ApprovalStatus.APPROVED, "ann", DAY).history();
        }
        return new Offer(history.latest(), priced(), CATALOG, DAY, "Seller Ltd", BillingPeriod.monthly());
    }

    private static ApprovalState approval() {
        FieldSet<Money> amount =
                FieldSet.of(Money.class).money("amount", money -> money).build();
        ApprovalEngine<Money> engine = ApprovalEngine.compile(
                ApprovalPolicy.of(List.of(ApprovalRule.builder()
                        .id("amount")
                        .when(Criterion.all())
                        .addSteps(ApprovalStep.of("cfo"))
                        .build())),
                amount);
        ApprovalState asked = engine.request(Money.parse("EUR 2349.00"), ApprovalState.empty(), "ann", DAY);
        return engine.vote(asked, "cfo", ApprovalVote.APPROVE, "", Attendance.full(), DAY);
    }

    private static JsonNode tmf() {
        return JsonMapper.shared().valueToTree(Tmf648Quote.of(offer(), approval()));
    }

    /** TMF648 v4: a quote needs quoteItem, each with id and action; prices need their type, amounts unit and value. */
    @Test
    void aQuoteOfTmForumHasWhatItNeeds() {
        JsonNode quote = tmf();
        assertThat(quote.get("id").asString()).isEqualTo("Q-1");
        assertThat(quote.get("state").asString()).isEqualTo("approved");
        assertThat(quote.get("quoteItem").size()).isEqualTo(4);
        for (JsonNode item : quote.get("quoteItem")) {
            assertThat(item.get("id").asString()).isNotEmpty();
            assertThat(item.get("action").asString()).isIn("add", "modify", "delete", "noChange");
            assertThat(item.get("quantity").isNumber()).isTrue();
            assertThat(item.get("productOffering").get("id").asString()).isNotEmpty();
            item.get("quoteItemPrice").forEach(InterchangeTest::assertPrice);
        }
        quote.get("quoteTotalPrice").forEach(InterchangeTest::assertPrice);
        assertThat(quote.get("validFor").get("endDateTime").asString()).isEqualTo("2026-12-23T23:59:59Z");
        assertThat(quote.get("relatedParty").get(0).get("@referredType").asString())
                .isEqualTo("Customer");
        assertThat(quote.get("authorization")
                        .get(0)
                        .get("approver")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo("cfo");
    }

    private static void assertPrice(JsonNode price) {
        String type = price.get("priceType").asString();
        assertThat(type).isIn("oneTime", "recurring");
        assertThat(price.has("recurringChargePeriod")).isEqualTo(type.equals("recurring"));
        for (String kind : List.of("dutyFreeAmount", "taxIncludedAmount")) {
            assertThat(price.get("price").get(kind).get("unit").asString()).isEqualTo("EUR");
            assertThat(price.get("price").get(kind).get("value").isNumber()).isTrue();
        }
    }

    @Test
    void aQuoteOfTmForumAddsUp() {
        JsonNode quote = tmf();
        assertThat(amounts(quote.get("quoteTotalPrice"), "dutyFreeAmount")).containsExactly("2160.00", "189.00");
        assertThat(amounts(quote.get("quoteTotalPrice"), "taxIncludedAmount")).containsExactly("2592.00", "226.80");
        JsonNode first = quote.get("quoteItem").get(0);
        assertThat(first.get("quoteItemPrice")
                        .get(0)
                        .get("priceAlteration")
                        .get(0)
                        .get("price")
                        .toString())
                .contains("-21");
        assertThat(quote.get("quoteItem")
                        .get(1)
                        .get("quoteItemRelationship")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo("L1");
    }

    private static List<String> amounts(JsonNode prices, String kind) {
        List<String> amounts = new ArrayList<>();
        prices.forEach(each -> amounts.add(each.get("price")
                .get(kind)
                .get("value")
                .decimalValue()
                .setScale(2)
                .toPlainString()));
        return amounts;
    }

    @Test
    void everyStatusHasAStateOfTmForum() {
        Map<QuoteStatus, String> states = new EnumMap<>(QuoteStatus.class);
        for (QuoteStatus status : QuoteStatus.values()) {
            states.put(status, Tmf648Quote.state(status));
        }
        assertThat(states.values())
                .isSubsetOf("inProgress", "pending", "approved", "accepted", "rejected", "cancelled");
    }

    private static Element ubl() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(UblQuotation.of(offer()))))
                .getDocumentElement();
    }

    private static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getNodeName());
        }
        return names;
    }

    private static Element first(Element element, String name) {
        return (Element) element.getElementsByTagNameNS("*", name).item(0);
    }

    /**
     * UBL 2.1: ID, IssueDate, SellerSupplierParty and QuotationLine are needed; a line needs LineItem, that ID and
     * Item.
     */
    @Test
    void aQuotationHasWhatUblNeedsInItsOrder() throws Exception {
        Element quotation = ubl();
        assertThat(quotation.getNamespaceURI()).isEqualTo("urn:oasis:names:specification:ubl:schema:xsd:Quotation-2");
        assertThat(children(quotation))
                .containsExactly(
                        "cbc:UBLVersionID",
                        "cbc:ID",
                        "cbc:IssueDate",
                        "cbc:Note",
                        "cbc:PricingCurrencyCode",
                        "cbc:LineCountNumeric",
                        "cac:ValidityPeriod",
                        "cac:SellerSupplierParty",
                        "cac:BuyerCustomerParty",
                        "cac:TaxTotal",
                        "cac:QuotedMonetaryTotal",
                        "cac:QuotationLine",
                        "cac:QuotationLine");
        assertThat(children(first(quotation, "QuotationLine")))
                .containsExactly("cbc:ID", "cac:LineItem", "cac:AlternativeLineItem");
        Element item = first(quotation, "LineItem");
        assertThat(children(item))
                .containsExactly(
                        "cbc:ID",
                        "cbc:Note",
                        "cbc:Quantity",
                        "cbc:LineExtensionAmount",
                        "cbc:TotalTaxAmount",
                        "cac:Price",
                        "cac:Item");
        assertThat(children(first(item, "Item")))
                .containsExactly("cbc:Name", "cac:SellersItemIdentification", "cac:AdditionalItemProperty");
        assertThat(first(first(item, "Item"), "Name").getTextContent()).isEqualTo("CRM <seat> & more");
    }

    @Test
    void aQuotationAddsUp() throws Exception {
        Element quotation = ubl();
        Element total = first(quotation, "QuotedMonetaryTotal");
        assertThat(children(total))
                .containsExactly(
                        "cbc:LineExtensionAmount",
                        "cbc:TaxExclusiveAmount",
                        "cbc:TaxInclusiveAmount",
                        "cbc:PayableAmount");
        assertThat(first(total, "LineExtensionAmount").getTextContent()).isEqualTo("2349.00");
        assertThat(first(total, "PayableAmount").getTextContent()).isEqualTo("2818.80");
        assertThat(first(total, "PayableAmount").getAttribute("currencyID")).isEqualTo("EUR");
        BigDecimal lines = BigDecimal.ZERO;
        var items = quotation.getElementsByTagNameNS("*", "LineItem");
        for (int i = 0; i < items.getLength(); i++) {
            lines = lines.add(new BigDecimal(
                    first((Element) items.item(i), "LineExtensionAmount").getTextContent()));
        }
        assertThat(lines).isEqualTo(new BigDecimal("2349.00"));
    }

    @Test
    void aQuoteWithoutTotalIsNoQuotation() {
        Quote unpriced = QUOTE.withLines(QuoteLine.of("L1", "unknown", 1));
        Offer offer = new Offer(
                QuoteHistory.start(unpriced).latest(),
                PRICES.price(unpriced, DAY),
                CATALOG,
                DAY,
                "Seller Ltd",
                BillingPeriod.monthly());
        assertThatThrownBy(() -> UblQuotation.of(offer)).hasMessageContaining("no total");
    }
}
