package io.github.saleskit.examples.interchange;

import io.github.saleskit.cpq.pricing.PricedLine;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joda.money.Money;

/**
 * A quote as a {@code Quotation} of the Universal Business Language 2.1 (OASIS, ISO/IEC 19845), its elements in the
 * order of the schema.
 *
 * <p>Alternatives stand with the line they could replace; optional lines, and alternatives to lines that are not sold
 * themselves, in the notes, for a quotation has no place for lines that it does not count. Units of measure are counted
 * as pieces ({@code C62}).
 */
public final class UblQuotation {

    private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:Quotation-2";
    private static final String AGGREGATE = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static final String BASIC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    private final Offer offer;
    private final OfferLines lines;
    private final Map<String, List<QuoteLine>> alternatives = new HashMap<>();
    private final XMLStreamWriter xml;

    private UblQuotation(Offer offer, XMLStreamWriter xml) {
        this.offer = offer;
        this.lines = new OfferLines(offer);
        for (QuoteLine line : lines.all()) {
            if (line.alternativeTo().isPresent() && lines.hasPrice(line)) {
                alternatives
                        .computeIfAbsent(line.alternativeTo().get(), base -> new ArrayList<>())
                        .add(line);
            }
        }
        this.xml = xml;
    }

    /**
     * The document.
     *
     * @throws IllegalArgumentException when the quote has no total
     */
    public static String of(Offer offer) {
        if (offer.priced().total().isEmpty()) {
            throw new IllegalArgumentException(
                    "offer is of quote " + offer.version().quote().id() + ", which has no total.");
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new UblQuotation(offer, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a quotation could not be written to memory", e);
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Quotation");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("cac", AGGREGATE);
        xml.writeNamespace("cbc", BASIC);
        basic("UBLVersionID", "2.1");
        basic("ID", lines.quote().id() + "/" + offer.version().number());
        basic("IssueDate", offer.issued().toString());
        writeNotes();
        basic("PricingCurrencyCode", total().getCurrencyUnit().getCode());
        basic("LineCountNumeric", Integer.toString(lines.sold().size()));
        writeValidity();
        writeParties();
        writeTotals();
        for (QuoteLine line : lines.sold()) {
            writeLine(line);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private Money total() {
        return offer.priced().total().orElseThrow();
    }

    /** What is only offered and stands with no line that is sold. */
    private void writeNotes() throws XMLStreamException {
        Set<String> sold = new HashSet<>();
        lines.sold().forEach(line -> sold.add(line.id()));
        for (QuoteLine line : lines.all()) {
            Optional<String> base = line.alternativeTo();
            boolean stands = base.map(sold::contains).orElse(false);
            if (!line.counts() && !stands) {
                String what = base.map(id -> "Alternative to " + id + ": ").orElse("Optional: ");
                basic("Note", what + quantity(line) + " x " + lines.name(line.product()) + price(line));
            }
        }
    }

    /** One without a price may have as many digits as there is memory. */
    private String quantity(QuoteLine line) {
        return lines.hasPrice(line)
                ? line.quantity().toPlainString()
                : line.quantity().toString();
    }

    private String price(QuoteLine line) {
        return lines.price(line).net().map(net -> " for " + net).orElse("");
    }

    private void writeValidity() throws XMLStreamException {
        if (offer.version().validUntil().isPresent()) {
            open("ValidityPeriod");
            basic("StartDate", offer.issued().toString());
            basic("EndDate", offer.version().validUntil().get().toString());
            close();
        }
    }

    private void writeParties() throws XMLStreamException {
        open("SellerSupplierParty");
        open("Party");
        open("PartyName");
        basic("Name", offer.seller());
        close();
        close();
        close();
        if (lines.quote().customer().isPresent()) {
            open("BuyerCustomerParty");
            basic("SupplierAssignedAccountID", lines.quote().customer().get());
            close();
        }
    }

    private void writeTotals() throws XMLStreamException {
        if (offer.priced().tax().isPresent()) {
            open("TaxTotal");
            amount("TaxAmount", offer.priced().tax().get());
            close();
        }
        open("QuotedMonetaryTotal");
        amount("LineExtensionAmount", total());
        amount("TaxExclusiveAmount", total());
        amount("TaxInclusiveAmount", offer.priced().gross().orElseThrow());
        Money rounding =
                offer.priced().due().orElseThrow().minus(offer.priced().gross().orElseThrow());
        if (!rounding.isZero()) {
            amount("PayableRoundingAmount", rounding);
        }
        amount("PayableAmount", offer.priced().due().orElseThrow());
        close();
    }

    private void writeLine(QuoteLine line) throws XMLStreamException {
        open("QuotationLine");
        basic("ID", line.id());
        writeItem("LineItem", line);
        for (QuoteLine other : alternatives.getOrDefault(line.id(), List.of())) {
            writeItem("AlternativeLineItem", other);
        }
        close();
    }

    private void writeItem(String element, QuoteLine line) throws XMLStreamException {
        PricedLine price = lines.price(line);
        open(element);
        basic("ID", line.id());
        if (line.termMonths().isPresent()) {
            basic("Note", "for each " + offer.per() + " of " + line.termMonths().get() + " months");
        }
        quantity("Quantity", line);
        amount("LineExtensionAmount", price.net().orElseThrow());
        if (price.tax().isPresent()) {
            amount("TotalTaxAmount", price.tax().get());
        }
        writePrice(line, price.net().orElseThrow());
        writeProduct(line);
        close();
    }

    /** The price of the whole quantity, which is exact where a unit price would not be. */
    private void writePrice(QuoteLine line, Money net) throws XMLStreamException {
        open("Price");
        amount("PriceAmount", net);
        quantity("BaseQuantity", line);
        close();
    }

    private void writeProduct(QuoteLine line) throws XMLStreamException {
        open("Item");
        basic("Name", lines.name(line.product()));
        open("SellersItemIdentification");
        basic("ID", line.product());
        close();
        for (var attribute : line.attributes().entrySet()) {
            open("AdditionalItemProperty");
            basic("Name", attribute.getKey());
            basic("Value", attribute.getValue());
            close();
        }
        close();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeStartElement("cac", element, AGGREGATE);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Control characters and halves of surrogate pairs, which XML cannot hold, become blanks. */
    private void basic(String element, String text) throws XMLStreamException {
        xml.writeStartElement("cbc", element, BASIC);
        xml.writeCharacters(text.replaceAll("[\\x00-\\x1F\\p{Cs}\\uFFFE\\uFFFF]", " "));
        xml.writeEndElement();
    }

    private void amount(String element, Money amount) throws XMLStreamException {
        xml.writeStartElement("cbc", element, BASIC);
        xml.writeAttribute("currencyID", amount.getCurrencyUnit().getCode());
        xml.writeCharacters(amount.getAmount().toPlainString());
        xml.writeEndElement();
    }

    private void quantity(String element, QuoteLine line) throws XMLStreamException {
        xml.writeStartElement("cbc", element, BASIC);
        xml.writeAttribute("unitCode", "C62");
        xml.writeCharacters(line.quantity().toPlainString());
        xml.writeEndElement();
    }
}
