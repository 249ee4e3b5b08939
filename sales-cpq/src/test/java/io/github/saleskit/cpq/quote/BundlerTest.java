package io.github.saleskit.cpq.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.cpq.catalog.BundleOption;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.catalog.UnitOfMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundlerTest {

    /**
     * A suite holds 5 to 10 seats, may hold support, and holds a pack, which holds 2 gigabytes, sold by the megabyte.
     */
    private static final Catalog CATALOG = Catalog.of(List.of(
                    Product.of("suite", "Suite")
                            .withOptions(option("seat", 5, 10), option("support", 0, 1), one("pack")),
                    Product.of("seat", "Seat"),
                    Product.of("support", "Support"),
                    Product.of("pack", "Pack").withOptions(option("storage", 2, 2)),
                    Product.of("storage", "Storage").withUnit("GB")))
            .withUnits(List.of(new UnitOfMeasure("GB", "MB", new BigDecimal(1000))));

    private static final Bundler BUNDLER = Bundler.compile(CATALOG);

    private static BundleOption option(String product, int atLeast, int atMost) {
        return BundleOption.builder()
                .product(product)
                .atLeast(atLeast)
                .atMost(atMost)
                .build();
    }

    private static BundleOption one(String product) {
        return option(product, 1, 1);
    }

    private static List<QuoteLine> lines(String id, String product, int quantity) {
        return lines(BUNDLER, id, product, quantity);
    }

    private static List<QuoteLine> lines(Bundler bundler, String id, String product, int quantity) {
        return bundler.withBundle(quote(List.of()), id, product, quantity).lines();
    }

    private static Quote quote(List<QuoteLine> lines) {
        return Quote.builder().id("Q").priceBook("eur").addAllLines(lines).build();
    }

    private static List<String> findings(List<QuoteLine> lines) {
        BundleCheck check = BUNDLER.check(quote(lines));
        JsonLine.assertRoundTrip(check, BundleCheck.class);
        assertThat(check.passed()).isEqualTo(check.reasons().isEmpty());
        return check.reasons().stream().map(each -> each.text(Locale.ENGLISH)).toList();
    }

    private static List<QuoteLine> changed(String id, String quantity) {
        List<QuoteLine> lines = new ArrayList<>(lines("L1", "suite", 2));
        lines.replaceAll(line -> line.id().equals(id) ? line.withQuantity(new BigDecimal(quantity)) : line);
        return lines;
    }

    @Test
    void aBundleIsWrittenWithWhatIsPresetInIt() {
        List<QuoteLine> lines = lines("L1", "suite", 2);
        assertThat(lines)
                .extracting(line ->
                        line.id() + " " + line.quantity() + " " + line.partOf().orElse("-"))
                .containsExactly("L1 2 -", "L1/seat 10 L1", "L1/pack 2 L1", "L1/pack/storage 4 L1/pack");
        assertThat(lines.get(3).attributes()).isEqualTo(Map.of(Bundler.BUNDLE, "pack"));
        assertThat(findings(lines)).isEmpty();
        JsonLine.assertRoundTrip(quote(lines), Quote.class);
        assertThat(BUNDLER.withBundle(quote(lines), "L2", "pack", 1).lines()).hasSize(6);
        assertThatThrownBy(() -> BUNDLER.withBundle(quote(lines), "L1", "pack", 1))
                .hasMessageContaining("has such a line");
    }

    @Test
    void numbersAreHeldForEachBundle() {
        assertThat(findings(changed("L1/seat", "9"))).containsExactly("Line L1 needs 10 of seat and holds 9.");
        assertThat(findings(changed("L1/seat", "20"))).isEmpty();
        assertThat(findings(changed("L1/seat", "21"))).containsExactly("Line L1 may hold 20 of seat and holds 21.");
        assertThat(findings(List.of(QuoteLine.of("L1", "suite", 1))))
                .containsExactly("Line L1 needs 5 of seat and holds 0.", "Line L1 needs 1 of pack and holds 0.");
    }

    @Test
    void absurdQuantitiesAreTold() {
        assertThat(findings(changed("L1/seat", "1e999999999")))
                .containsExactly(
                        "Line L1/seat has a quantity that cannot be counted: 1E+999999999.",
                        "Line L1 needs 10 of seat and holds 0.");
    }

    @Test
    void partsAreCountedInTheirProductsUnit() {
        List<QuoteLine> lines = changed("L1/pack/storage", "4000");
        lines.replaceAll(line -> line.product().equals("storage") ? line.withUnit("MB") : line);
        assertThat(findings(lines)).isEmpty();
        lines.replaceAll(line -> line.product().equals("storage") ? line.withUnit("hour") : line);
        assertThat(findings(lines))
                .hasSize(2)
                .contains("Line L1/pack/storage is counted in hour, which its product is not.");
    }

    @Test
    void whatIsForeignGoneOrCircularIsTold() {
        List<QuoteLine> lines = new ArrayList<>(lines("L1", "suite", 1));
        lines.add(QuoteLine.of("L2", "storage", 1).withPartOf("L1"));
        lines.add(QuoteLine.of("L3", "seat", 1).withPartOf("L9"));
        lines.add(QuoteLine.of("L4", "seat", 1).withPartOf("L5"));
        lines.add(QuoteLine.of("L5", "seat", 1).withPartOf("L4"));
        assertThat(findings(lines))
                .contains(
                        "Line L3 is part of line L9, which is not there.",
                        "Line L1 holds storage, which is no option of the bundle suite.",
                        "Line L4 is part of itself.")
                .hasSize(5);
    }

    @Test
    void whatIsOnlyOfferedDoesNotCount() {
        List<QuoteLine> lines = new ArrayList<>(lines("L1", "suite", 1));
        lines.add(QuoteLine.of("L2", "support", 7).withPartOf("L1").withOptional(true));
        assertThat(findings(lines)).isEmpty();
        lines.replaceAll(line -> line.withOptional(true));
        assertThat(findings(lines)).containsExactly("Line L1 may hold 1 of support and holds 7.");
    }

    @Test
    void whoChoosesABundleGetsItsPartsInTheirPlace() {
        List<QuoteLine> lines = new ArrayList<>(lines("L1", "suite", 1));
        lines("L2", "suite", 1).forEach(line -> lines.add(line.withOptional(true)));
        lines.set(4, lines.get(4).withOptional(false).withAlternativeTo("L1"));
        Quote chosen = quote(lines).choosing(List.of("L2"));
        assertThat(chosen.lines())
                .extracting(QuoteLine::id)
                .containsExactly("L2", "L2/seat", "L2/pack", "L2/pack/storage");
        assertThat(chosen.lines()).allMatch(QuoteLine::counts);
        assertThat(findings(lines)).isEmpty();
        Quote stays = quote(lines).choosing(List.of());
        assertThat(stays.lines()).hasSize(8);
    }

    @Test
    void whoChoosesABundleMayChooseAlternativesToItsParts() {
        List<QuoteLine> lines = new ArrayList<>();
        lines("L1", "suite", 1).forEach(line -> lines.add(line.withOptional(true)));
        lines.add(QuoteLine.of("L2", "storage", 7).withPartOf("L1").withAlternativeTo("L1/pack"));
        assertThat(quote(lines).choosing(List.of("L1", "L2")).lines())
                .extracting(QuoteLine::id)
                .containsExactly("L1", "L1/seat", "L2");
        assertThatThrownBy(() -> quote(lines).choosing(List.of("L1", "L1/pack", "L2")))
                .hasMessageContaining("takes the place");
    }

    @Test
    void bundlesThatMultiplyWithoutMeasureAreRefused() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            products.add(Product.of("p" + i, "p").withOptions(one("p" + (i + 1)), one("q" + i)));
            products.add(Product.of("q" + i, "q").withOptions(one("p" + (i + 1))));
        }
        products.add(Product.of("p40", "last"));
        Bundler bundler = Bundler.compile(Catalog.of(products));
        assertThatThrownBy(() -> lines(bundler, "L", "p0", 1)).hasMessageContaining("more than 10000 lines");
        assertThat(lines(bundler, "L", "p39", 1)).hasSize(4);
    }

    @Test
    void misspeltNamesAreRefusedWithASuggestion() {
        assertThatThrownBy(() -> lines("L1", "siute", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("siute")
                .hasMessageContaining("Maybe")
                .hasMessageContaining("suite");
        assertThatThrownBy(() -> quote(lines("Line", "suite", 1)).line("Line/saet"))
                .hasMessageContaining("Line/seat");
    }
}
