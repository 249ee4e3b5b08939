package io.github.saleskit.cpq.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.support.GoldenFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void theDocumentStaysReadable() {
        Catalog catalog = Catalog.of(
                List.of(Product.of("seat", "CRM seat").withFamily("software"), Product.of("day", "Day of onboarding")));
        GoldenFile.assertReads(CatalogTest.class, "catalog-v1.json", catalog, Catalog.class);
    }

    private static List<String> problems(Catalog catalog) {
        Problems problems = new Problems();
        catalog.check(problems);
        return problems.toList().stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }

    private static Product bundle(String id, String of) {
        return Product.of(id, id).withOptions(BundleOption.builder().product(of).build());
    }

    @Test
    void bundlesThatContainThemselvesAreReportedOnceEach() {
        Catalog circles = Catalog.of(List.of(
                bundle("a", "b"), bundle("b", "c"), bundle("c", "a"), bundle("self", "self"), bundle("outside", "a")));
        assertThat(problems(circles))
                .containsExactly("/products/0/options bundle.circular", "/products/3/options bundle.circular");
    }

    @Test
    void aLongChainOfBundlesIsNoCircle() {
        List<Product> chain = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            chain.add(bundle("p" + i, "p" + (i + 1)));
        }
        chain.add(Product.of("p20000", "last"));
        assertThat(problems(Catalog.of(chain))).isEmpty();
    }

    @Test
    void numbersOfOptionsMustFitTogether() {
        BundleOption option = BundleOption.builder()
                .product("seat")
                .atLeast(3)
                .atMost(2)
                .preset(5)
                .build();
        BundleOption unknown =
                BundleOption.builder().product("soap").atLeast(-1).preset(0).build();
        Catalog catalog = Catalog.of(
                List.of(Product.of("seat", "Seat"), Product.of("suite", "Suite").withOptions(option, unknown)));
        assertThat(problems(catalog))
                .containsExactly(
                        "/products/1/options/0/atMost option.reversed",
                        "/products/1/options/0/preset option.preset",
                        "/products/1/options/1/product product.unknown",
                        "/products/1/options/1/atLeast option.negative");
    }

    @Test
    void aBundleHasOneOptionOfAProduct() {
        BundleOption option = BundleOption.builder().product("seat").build();
        Catalog catalog = Catalog.of(
                List.of(Product.of("seat", "Seat"), Product.of("suite", "Suite").withOptions(option, option)));
        assertThat(problems(catalog)).containsExactly("/products/1/options/1/product option.duplicate");
    }

    /** Each of 100 bundles holds all others: as many circles are told as there are bundles to begin one. */
    @Test
    void bundlesThatAllContainEachOtherAreReportedOnceEach() {
        List<BundleOption> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(BundleOption.builder().product("p" + i).build());
        }
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            products.add(Product.of("p" + i, "p").withOptions(all));
        }
        assertThat(problems(Catalog.of(products))).hasSize(100);
    }

    @Test
    void unitsMadeOfThemselvesAreReported() {
        Catalog catalog = Catalog.of(List.of())
                .withUnits(List.of(
                        new UnitOfMeasure("t", "kg", new BigDecimal(1000)),
                        new UnitOfMeasure("kg", "t", new BigDecimal("0.001"))));
        assertThat(problems(catalog)).containsExactly("/units/0/base unit.circular", "/units/1/base unit.circular");
    }

    @Test
    void costsHaveFewEnoughDigitsToCalculateWith() {
        Problems problems = new Problems();
        BigMoney tiny = BigMoney.of(CurrencyUnit.EUR, new BigDecimal("1e-19"));
        Catalog.of(List.of(Product.of("seat", "CRM seat").withCosts(tiny))).check(problems);
        assertThat(problems.toList())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly("/products/0/costs/0 number.tooLong");
    }
}
