package io.github.saleskit.core.money;

import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.HALF_UP;
import static java.math.RoundingMode.UNNECESSARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.support.GoldenFile;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "HALF_UP,   EUR 8.925,      EUR 8.93",
        "HALF_EVEN, EUR 8.925,      EUR 8.92",
        "HALF_UP,   EUR -8.925,     EUR -8.93",
        "DOWN,      EUR -8.929,     EUR -8.92",
        "HALF_UP,   JPY 1.9556789,  JPY 2",
        "UP,        JPY 2.34,       JPY 3",
        "HALF_UP,   KWD 100.5004,   KWD 100.500",
        "HALF_UP,   CLF 1.23456789, CLF 1.2346",
        "UNNECESSARY, EUR 10.5000,  EUR 10.50",
    })
    void amountsAreSettledInTheMinorUnitOfTheirCurrency(RoundingMode mode, String exact, String settled) {
        assertThat(RoundingPolicy.of(mode, RoundingLevel.LINE).settle(BigMoney.parse(exact)))
                .isEqualTo(Money.parse(settled));
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_UP,   CHF 8.92,  CHF 8.90",
        "HALF_UP,   CHF 8.925, CHF 8.95",
        "HALF_UP,   CHF 8.93,  CHF 8.95",
        "HALF_UP,   CHF -8.93, CHF -8.95",
        "HALF_EVEN, SEK 2.50,  SEK 2.00",
        "HALF_UP,   SEK 2.50,  SEK 3.00",
        "HALF_UP,   EUR 2.51,  EUR 2.51"
    })
    void cashIsPaidInIncrements(RoundingMode mode, String exact, String cash) {
        RoundingPolicy policy = RoundingPolicy.of(mode, RoundingLevel.TOTAL)
                .withCashIncrement(Money.parse("CHF 0.05"))
                .withCashIncrement(Money.parse("SEK 1.00"));
        assertThat(policy.toCash(policy.settle(BigMoney.parse(exact)))).isEqualTo(Money.parse(cash));
    }

    @Test
    void whereRoundingIsForbiddenAnAmountThatNeedsItIsRejected() {
        RoundingPolicy policy =
                RoundingPolicy.of(UNNECESSARY, RoundingLevel.LINE).withCashIncrement(Money.parse("CHF 0.05"));
        assertThatThrownBy(() -> policy.settle(BigMoney.parse("JPY 2.34")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JPY 2.34");
        assertThatThrownBy(() -> policy.toCash(Money.parse("CHF 0.04")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CHF 0.05");
        assertThat(policy.toCash(Money.parse("CHF 0.10"))).isEqualTo(Money.parse("CHF 0.10"));
    }

    @Test
    void aSecondIncrementReplacesTheFirstOfItsCurrency() {
        RoundingPolicy policy = RoundingPolicy.of(HALF_UP, RoundingLevel.LINE)
                .withCashIncrement(Money.parse("CHF 0.05"))
                .withCashIncrement(Money.parse("CHF 0.10"));
        assertThat(policy.cashIncrements()).containsExactly(Money.parse("CHF 0.10"));
    }

    @Test
    void everyProblemIsReported() {
        Problems problems = new Problems();
        new RoundingPolicy(
                        HALF_EVEN,
                        RoundingLevel.UNIT,
                        List.of(Money.parse("CHF 0.05"), Money.parse("SEK 0.00"), Money.parse("CHF 0.10")))
                .check(problems.at("rounding"));
        assertThat(problems.toList())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/rounding/cashIncrements/1", "increment.notPositive"),
                        tuple("/rounding/cashIncrements/2", "increment.duplicate"));
    }

    @Test
    void theDocumentStaysReadable() {
        GoldenFile.assertReads(
                RoundingPolicyTest.class,
                "rounding-policy-v1.json",
                RoundingPolicy.of(HALF_EVEN, RoundingLevel.TOTAL).withCashIncrement(Money.parse("CHF 0.05")),
                RoundingPolicy.class);
    }
}
