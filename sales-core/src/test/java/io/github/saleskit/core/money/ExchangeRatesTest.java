package io.github.saleskit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.support.GoldenFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {

    private static final CurrencyUnit CHF = CurrencyUnit.of("CHF");
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;
    private static final CurrencyUnit JPY = CurrencyUnit.JPY;
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private static final ExchangeRateTable TABLE = ExchangeRateTable.builder()
            .pivot(EUR)
            .maxAgeDays(7)
            .addQuotations(
                    quotation(EUR, USD, FRIDAY, "1.0832"),
                    quotation(EUR, USD, FRIDAY.minusDays(1), "1.0800"),
                    quotation(EUR, JPY, FRIDAY.minusDays(1), "161.5"))
            .build();

    private final ExchangeRates rates = ExchangeRates.of(TABLE);

    @Test
    void theNewestQuotationOnOrBeforeTheDayHolds() {
        assertThat(rate(EUR, USD, FRIDAY)).isEqualTo("1.0832");
        assertThat(rate(EUR, USD, FRIDAY.plusDays(2))).isEqualTo("1.0832");
        assertThat(rate(EUR, USD, FRIDAY.minusDays(1))).isEqualTo("1.0800");
    }

    @Test
    void aMissingOrStaleRateIsEmpty() {
        assertThat(rates.rate(EUR, USD, FRIDAY.minusDays(2))).isEmpty();
        assertThat(rates.rate(EUR, USD, FRIDAY.plusDays(7))).isPresent();
        assertThat(rates.rate(EUR, USD, FRIDAY.plusDays(8))).isEmpty();
        assertThat(rates.rate(EUR, CHF, FRIDAY)).isEmpty();
        assertThat(ExchangeRates.none().rate(EUR, USD, FRIDAY)).isEmpty();
    }

    @Test
    void aTurnedPairIsOneDividedByTheQuotation() {
        ExchangeRate rate = rates.rate(USD, EUR, FRIDAY).orElseThrow();
        assertThat(rate.rate()).isEqualTo(BigDecimal.ONE.divide(new BigDecimal("1.0832"), MathContext.DECIMAL128));
        assertThat(rate.on()).isEqualTo(FRIDAY);
        assertThat(rate.via()).isEmpty();
    }

    @Test
    void otherPairsGoThroughThePivotAndAreAsOldAsTheOlderLeg() {
        ExchangeRate rate = rates.rate(USD, JPY, FRIDAY).orElseThrow();
        BigDecimal exact = new BigDecimal("161.5").divide(new BigDecimal("1.0832"), MathContext.DECIMAL64);
        assertThat(rate.rate().round(MathContext.DECIMAL64)).isEqualByComparingTo(exact);
        assertThat(rate.via()).contains(EUR);
        assertThat(rate.on()).isEqualTo(FRIDAY.minusDays(1));
        assertThat(ExchangeRates.of(TABLE.withPivot(Optional.empty())).rate(USD, JPY, FRIDAY))
                .isEmpty();
    }

    @Test
    void aDirectQuotationComesBeforeTheTurnedOneAndThePivot() {
        ExchangeRates own = ExchangeRates.of(ExchangeRateTable.builder()
                .pivot(EUR)
                .addQuotations(
                        quotation(USD, EUR, FRIDAY, "0.9"),
                        quotation(EUR, USD, FRIDAY.minusYears(1), "1.2"),
                        quotation(EUR, JPY, FRIDAY, "160"),
                        quotation(JPY, USD, FRIDAY.minusYears(1), "0.007"))
                .build());
        assertThat(own.rate(EUR, USD, FRIDAY).orElseThrow().rate()).isEqualTo("1.2");
        assertThat(own.rate(JPY, USD, FRIDAY).orElseThrow().rate()).isEqualTo("0.007");
    }

    @Test
    void aCurrencyIsWorthItself() {
        assertThat(rate(CHF, CHF, FRIDAY)).isEqualTo("1");
    }

    @Test
    void convertingIsExact() {
        ExchangeRate rate = rates.rate(EUR, USD, FRIDAY).orElseThrow();
        assertThat(rate.convert(BigMoney.parse("EUR 10.05"))).isEqualTo(BigMoney.parse("USD 10.886160"));
        assertThatThrownBy(() -> rate.convert(BigMoney.parse("USD 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void everyProblemOfATableIsReported() {
        ExchangeRateTable bad = ExchangeRateTable.builder()
                .maxAgeDays(-1)
                .addQuotations(
                        quotation(EUR, USD, FRIDAY, "0"),
                        quotation(EUR, EUR, FRIDAY, "1"),
                        quotation(EUR, USD, FRIDAY, "1.1"),
                        quotation(EUR, JPY, FRIDAY, "1e9999999"))
                .build();
        DefinitionException exception = catchThrowableOfType(DefinitionException.class, () -> ExchangeRates.of(bad));
        assertThat(exception.problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/maxAgeDays", "age.negative"),
                        tuple("/quotations/0/rate", "rate.notPositive"),
                        tuple("/quotations/1/to", "rate.sameCurrency"),
                        tuple("/quotations/2", "rate.duplicate"),
                        tuple("/quotations/3/rate", "number.tooLong"));
    }

    @Test
    void ratesAtTheEdgeOfTheRangeCanBeTurnedAndMultiplied() {
        String small = "1e-60";
        String large = "9".repeat(60) + "e60";
        ExchangeRates edge = ExchangeRates.of(ExchangeRateTable.builder()
                .pivot(EUR)
                .addQuotations(
                        quotation(EUR, USD, FRIDAY, small),
                        quotation(EUR, JPY, FRIDAY, large),
                        quotation(CHF, EUR, FRIDAY, small))
                .build());
        assertThat(edge.rate(USD, JPY, FRIDAY)).isPresent();
        assertThat(edge.rate(JPY, USD, FRIDAY)).isPresent();
        assertThat(edge.rate(JPY, CHF, FRIDAY)).isPresent();
    }

    @Test
    void theDocumentsStayReadable() {
        GoldenFile.assertReads(ExchangeRatesTest.class, "exchange-rate-table-v1.json", TABLE, ExchangeRateTable.class);
        GoldenFile.assertReads(
                ExchangeRatesTest.class,
                "exchange-rate-v1.json",
                ExchangeRate.builder()
                        .from(USD)
                        .to(JPY)
                        .rate(new BigDecimal("149.10"))
                        .on(FRIDAY)
                        .via(EUR)
                        .build(),
                ExchangeRate.class);
    }

    private String rate(CurrencyUnit from, CurrencyUnit to, LocalDate asOf) {
        return rates.rate(from, to, asOf).orElseThrow().rate().toString();
    }

    private static ExchangeRateTable.Quotation quotation(
            CurrencyUnit from, CurrencyUnit to, LocalDate on, String rate) {
        return new ExchangeRateTable.Quotation(from, to, on, new BigDecimal(rate));
    }
}
