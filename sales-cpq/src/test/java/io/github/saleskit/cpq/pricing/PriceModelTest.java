package io.github.saleskit.cpq.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceModelTest {

    @Test
    void thePlainCasesTakeOneLine() {
        BigMoney ten = BigMoney.parse("EUR 10");
        BigMoney five = BigMoney.parse("EUR 5");
        PriceTier[] tiers = {PriceTier.upTo(10, ten), PriceTier.beyond(five)};
        assertThat(total(PriceModel.graduated(tiers), "12")).isEqualTo(BigMoney.parse("EUR 110"));
        assertThat(total(PriceModel.volume(tiers), "12")).isEqualTo(BigMoney.parse("EUR 60"));
        assertThat(total(PriceModel.perPackage(BigDecimal.TEN, five), "12")).isEqualTo(ten);
        assertThat(total(PriceModel.perUnit(five), "2")).isEqualTo(ten);
    }

    private static BigMoney total(PriceModel model, String quantity) {
        return BigMoney.total(model.charges(new BigDecimal(quantity)).stream()
                .map(TierCharge::amount)
                .toList());
    }

    private static final List<PriceTier> TIERS =
            List.of(tier("10", "EUR 10", "EUR 2"), tier("20", "EUR 8", "EUR 3"), tier(null, "EUR 5", "EUR 4"));

    /** At 12 units: 10 x 10 + 2, and 2 x 8 + 3. */
    @ParameterizedTest
    @CsvSource({"1, 12", "10, 102", "10.5, 109", "11, 113", "12, 121", "20, 185", "21, 194"})
    void graduatedTiersChargeEachUnitWhereItLies(String quantity, String amount) {
        assertThat(amount(graduated(TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE), quantity))
                .isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"1, 12", "10, 102", "10.5, 87", "20, 163", "21, 109"})
    void volumeTiersChargeAllUnitsAtTheTierReached(String quantity, String amount) {
        assertThat(amount(volume(TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE), quantity))
                .isEqualByComparingTo(amount);
    }

    @Test
    void onABoundThePolicyDecides() {
        assertThat(amount(volume(TierBounds.UPPER_EXCLUSIVE, ZeroQuantity.FREE), "10"))
                .isEqualByComparingTo("83");
        // The second tier is reached, so its flat fee is due, but no unit lies in it yet.
        assertThat(amount(graduated(TierBounds.UPPER_EXCLUSIVE, ZeroQuantity.FREE), "10"))
                .isEqualByComparingTo("105");
    }

    @Test
    void atZeroThePolicyDecides() {
        assertThat(amount(graduated(TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE), "0"))
                .isZero();
        assertThat(amount(graduated(TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FIRST_FLAT_FEE), "0.0"))
                .isEqualByComparingTo("2");
        assertThat(amount(volume(TierBounds.UPPER_EXCLUSIVE, ZeroQuantity.FREE), "0"))
                .isZero();
        assertThat(amount(volume(TierBounds.UPPER_EXCLUSIVE, ZeroQuantity.FIRST_FLAT_FEE), "0"))
                .isEqualByComparingTo("2");
        PriceModel flatOnly = new PriceModel.Volume(
                List.of(PriceTier.builder().flatFee(BigMoney.parse("EUR 9")).build()),
                TierBounds.UPPER_INCLUSIVE,
                ZeroQuantity.FREE);
        assertThat(amount(flatOnly, "0")).isZero();
        assertThat(amount(flatOnly, "1")).isEqualByComparingTo("9");
    }

    @Test
    void quantitiesOutsideTheTiersHaveNoPrice() {
        List<PriceTier> closed = List.of(
                PriceTier.builder()
                        .from(BigDecimal.ONE)
                        .upTo(new BigDecimal("11"))
                        .flatFee(BigMoney.parse("EUR 1"))
                        .build(),
                PriceTier.builder()
                        .upTo(new BigDecimal("51"))
                        .flatFee(BigMoney.parse("EUR 3"))
                        .build());
        PriceModel block = new PriceModel.Volume(closed, TierBounds.UPPER_EXCLUSIVE, ZeroQuantity.FREE);
        assertThat(block.charges(BigDecimal.ZERO)).isEmpty();
        assertThat(block.charges(new BigDecimal("0.99"))).isEmpty();
        assertThat(amount(block, "1")).isEqualByComparingTo("1");
        assertThat(amount(block, "10.99")).isEqualByComparingTo("1");
        assertThat(amount(block, "11")).isEqualByComparingTo("3");
        assertThat(block.charges(new BigDecimal("51"))).isEmpty();
        PriceModel graduated = new PriceModel.Graduated(
                List.of(tier("10", "EUR 1", "EUR 0")), TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE);
        assertThat(amount(graduated, "10")).isEqualByComparingTo("10");
        assertThat(graduated.charges(new BigDecimal("10.01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "10.01, 100", "20, 100", "121, 1200"})
    void packagesBegunAreChargedWhole(String quantity, String amount) {
        PriceModel packages =
                new PriceModel.PerPackage(BigDecimal.TEN, BigMoney.parse("EUR 100"), Optional.of(BigDecimal.TEN));
        assertThat(amount(packages, quantity)).isEqualByComparingTo(amount);
    }

    private static PriceModel.Graduated graduated(TierBounds bounds, ZeroQuantity zero) {
        return new PriceModel.Graduated(TIERS, bounds, zero);
    }

    private static PriceModel volume(TierBounds bounds, ZeroQuantity zero) {
        return new PriceModel.Volume(TIERS, bounds, zero);
    }

    private static PriceTier tier(String upTo, String unitPrice, String flatFee) {
        return PriceTier.builder()
                .upTo(Optional.ofNullable(upTo).map(BigDecimal::new))
                .unitPrice(BigMoney.parse(unitPrice))
                .flatFee(BigMoney.parse(flatFee))
                .build();
    }

    static BigDecimal amount(PriceModel model, String quantity) {
        return new PriceChange.Charges(model.charges(new BigDecimal(quantity)))
                .apply(BigMoney.parse("EUR 0"))
                .getAmount();
    }

    /** A line of its own region in a quote of another, for a known customer. */
    private static BigDecimal sum(List<TierCharge> charges) {
        return BigMoney.total(charges.stream().map(TierCharge::amount).toList()).getAmount();
    }

    private static BigDecimal transactions(Optional<String> freeAmount, Optional<Integer> freeTransactions) {
        return sum(new PriceModel.Percentage(
                        BigDecimal.ONE,
                        CurrencyUnit.EUR,
                        freeAmount.map(BigDecimal::new),
                        Optional.of(BigMoney.parse("EUR 0.5")),
                        freeTransactions,
                        Optional.of(BigMoney.parse("EUR 2")),
                        Optional.of(BigMoney.parse("EUR 9")))
                .charges(List.of(new BigDecimal("100"), new BigDecimal("400"), new BigDecimal("1000"))));
    }

    /** Of 100, 400 and 1000: 2 for the first (1.5 is too little), 4.5 and 9 (10.5 is too much). */
    @Test
    void freeTransactionsCostNothingNotEvenTheLeast() {
        assertThat(transactions(Optional.empty(), Optional.empty())).isEqualByComparingTo("15.5");
        assertThat(transactions(Optional.empty(), Optional.of(1))).isEqualByComparingTo("13.5");
        assertThat(transactions(Optional.of("100"), Optional.empty())).isEqualByComparingTo("13.5");
        // 100 and 200 of the second are free: 200 x 1 % + 0.5.
        assertThat(transactions(Optional.of("300"), Optional.empty())).isEqualByComparingTo("11.5");
        assertThat(transactions(Optional.of("2000"), Optional.empty())).isZero();
    }

    /**
     * Four units came late in the period and one that had been there all along went: worth -2 units, charged as none.
     */
    @Test
    void unitsThatWentNeverEarnMoreThanNothing() {
        PriceModel.Graduated model = graduated(TierBounds.UPPER_INCLUSIVE, ZeroQuantity.FREE);
        List<UsageChange> changes = List.of(
                new UsageChange(new BigDecimal("4"), new BigDecimal("1")),
                new UsageChange(new BigDecimal("-4"), new BigDecimal("-3")));
        assertThat(sum(model.charges(changes))).isEqualByComparingTo("2");
    }

    @Test
    void aMatrixAsksTheLineThenTheQuoteAndKnowsTheCustomer() {
        PriceModel matrix = new PriceModel.Matrix(
                List.of("region", "customer"),
                List.of(
                        new MatrixPrice(List.of("US", "*"), BigMoney.parse("EUR 5")),
                        new MatrixPrice(List.of("EU", "*"), BigMoney.parse("EUR 7")),
                        new MatrixPrice(List.of("EU", "C7"), BigMoney.parse("EUR 6"))));
        PricingEngine engine = PricingEngine.compile(
                Samples.plan().withPriceBooks(Samples.book().withEntries(PriceEntry.of("seat", matrix))),
                Samples.CATALOG);
        QuoteLine line = Samples.line("L", "seat", "1");
        Quote us = Samples.quote(line).withAttributes(Map.of("region", "US"));
        Quote own = us.withLines(line.withAttributes(Map.of("region", "EU")));
        assertThat(engine.price(us, Samples.DAY).total()).contains(Money.parse("EUR 5.00"));
        assertThat(engine.price(own, Samples.DAY).total()).contains(Money.parse("EUR 7.00"));
        assertThat(engine.price(own.withCustomer("C7"), Samples.DAY).total()).contains(Money.parse("EUR 6.00"));
    }
}
