package io.github.saleskit.core.money;

import static io.github.saleskit.core.money.AllocationMethod.CUMULATIVE;
import static io.github.saleskit.core.money.AllocationMethod.DIFFERENCE_TO_FIRST;
import static io.github.saleskit.core.money.AllocationMethod.DIFFERENCE_TO_LAST;
import static io.github.saleskit.core.money.AllocationMethod.FIRST;
import static io.github.saleskit.core.money.AllocationMethod.LARGEST_REMAINDER;
import static io.github.saleskit.core.money.AllocationMethod.LAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.GoldenFile;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyAllocationTest {

    @ParameterizedTest
    @CsvSource({
        "LARGEST_REMAINDER,   0.34 0.33 0.33",
        "FIRST,               0.34 0.33 0.33",
        "LAST,                0.33 0.33 0.34",
        "DIFFERENCE_TO_FIRST, 0.34 0.33 0.33",
        "DIFFERENCE_TO_LAST,  0.33 0.33 0.34",
        "CUMULATIVE,          0.33 0.34 0.33"
    })
    void aThirdOfOneEuroAsEachMethodDocumentsIt(AllocationMethod method, String parts) {
        assertThat(parts(method, "EUR 1.00", "1 1 1")).isEqualTo(euros(parts));
    }

    /** The shares are 9.2307..., 17.6923... and 23.0769..., so a cent is left. */
    @Test
    void theRemainderGoesToTheLargestFractionOrToTheFirst() {
        assertThat(parts(LARGEST_REMAINDER, "EUR 50.00", "120 230 300")).isEqualTo(euros("9.23 17.69 23.08"));
        assertThat(parts(FIRST, "EUR 50.00", "120 230 300")).isEqualTo(euros("9.24 17.69 23.07"));
        assertThat(parts(LAST, "EUR 50.00", "120 230 300")).isEqualTo(euros("9.23 17.69 23.08"));
    }

    /** The shares are .6 cents each: rounded to nearest they are 10 cents, 4 too many. */
    @Test
    void theDifferenceGoesOneEachToTheFirstOrTheLast() {
        String ten = "1 1 1 1 1 1 1 1 1 1";
        assertThat(parts(DIFFERENCE_TO_FIRST, "EUR 0.06", ten))
                .isEqualTo(euros("0.00 0.00 0.00 0.00 0.01 0.01 0.01 0.01 0.01 0.01"));
        assertThat(parts(DIFFERENCE_TO_LAST, "EUR 0.06", ten))
                .isEqualTo(euros("0.01 0.01 0.01 0.01 0.01 0.01 0.00 0.00 0.00 0.00"));
        assertThat(parts(CUMULATIVE, "EUR 0.06", ten))
                .isEqualTo(euros("0.01 0.00 0.01 0.00 0.01 0.01 0.00 0.01 0.00 0.01"));
    }

    /** The first share is .47 cents, rounded to nothing: it has no cent to give, the next ones have. */
    @Test
    void theDifferenceTurnsNoSign() {
        assertThat(parts(DIFFERENCE_TO_FIRST, "EUR 0.05", "0.47 1.51 1.51 1.51"))
                .isEqualTo(euros("0.00 0.01 0.02 0.02"));
    }

    /** 10 % of 10.24 is 1.02; the shares are 10.559, 20.520, 30.480 and 40.441 cents. */
    @Test
    void aRunningTotalKeepsEverySumOfNeighboursClose() {
        assertThat(parts(CUMULATIVE, "EUR 1.02", "1.06 2.06 3.06 4.06")).isEqualTo(euros("0.11 0.20 0.31 0.40"));
        assertThat(parts(LARGEST_REMAINDER, "EUR 1.02", "1.06 2.06 3.06 4.06")).isEqualTo(euros("0.11 0.21 0.30 0.40"));
    }

    @Test
    void theMinorUnitIsThatOfTheCurrency() {
        assertThat(parts(LARGEST_REMAINDER, "JPY 5", "1 1 1")).isEqualTo(monies("JPY", "2 2 1"));
        assertThat(parts(LARGEST_REMAINDER, "KWD 0.005", "1 1 1")).isEqualTo(monies("KWD", "0.002 0.002 0.001"));
        assertThat(parts(LARGEST_REMAINDER, "CLF 0.0005", "1 1")).isEqualTo(monies("CLF", "0.0003 0.0002"));
    }

    @ParameterizedTest
    @EnumSource(AllocationMethod.class)
    void partsWithoutWeightGetNothing(AllocationMethod method) {
        List<Money> parts = parts(method, "EUR 1.01", "0 1 1 1 0");
        assertThat(parts.get(0).isZero()).isTrue();
        assertThat(parts.get(4).isZero()).isTrue();
    }

    @Test
    void withoutAnyWeightThePolicyDecides() {
        Money total = Money.parse("EUR 0.05");
        List<BigDecimal> none = weights("0 0");
        assertThat(new MoneyAllocation(LARGEST_REMAINDER, ZeroWeights.EQUAL).allocate(total, none))
                .isEqualTo(new Allocation(euros("0.03 0.02"), Money.parse("EUR 0.00")));
        assertThat(new MoneyAllocation(LARGEST_REMAINDER, ZeroWeights.NOTHING).allocate(total, none))
                .isEqualTo(new Allocation(euros("0.00 0.00"), total));
        assertThatThrownBy(() -> new MoneyAllocation(LARGEST_REMAINDER, ZeroWeights.REJECT).allocate(total, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void noPartGoesBeyondItsLimit() {
        MoneyAllocation allocation = MoneyAllocation.largestRemainder();
        assertThat(allocation.allocateWithin(Money.parse("EUR -25.00"), weights("50 20 20 20"), euros("5 20 20 20")))
                .isEqualTo(new Allocation(euros("-5.00 -6.67 -6.67 -6.66"), Money.parse("EUR 0.00")));
        assertThat(allocation.allocateWithin(Money.parse("EUR -25.00"), weights("50 60"), euros("5 15")))
                .isEqualTo(new Allocation(euros("-5.00 -15.00"), Money.parse("EUR -5.00")));
        // The first round fixes the second and third part, and only the second round the last.
        assertThat(allocation.allocateWithin(
                        Money.parse("EUR -12.00"), weights("1000 2000 5000 3000"), euros("10 1 0 4")))
                .isEqualTo(new Allocation(euros("-7.00 -1.00 0.00 -4.00"), Money.parse("EUR 0.00")));
    }

    /** The first part's share is exactly its limit; the cent left must not go there. */
    @Test
    void theRemainderKeepsTheLimitsToo() {
        assertThat(MoneyAllocation.of(FIRST)
                        .allocateWithin(Money.parse("EUR 0.10"), weights("5 2.5 2.5"), euros("0.05 1 1"))
                        .parts())
                .isEqualTo(euros("0.05 0.03 0.02"));
    }

    @Test
    void anEqualSplitIsSymmetricInTheSign() {
        assertThat(MoneyAllocation.largestRemainder().split(Money.parse("JPY -1000"), 3))
                .isEqualTo(monies("JPY", "-334 -333 -333"));
        assertThat(MoneyAllocation.largestRemainder().split(Money.parse("JPY 1000"), 3))
                .isEqualTo(monies("JPY", "334 333 333"));
    }

    @Test
    void weightsOutOfRangeAreRejected() {
        MoneyAllocation allocation = MoneyAllocation.largestRemainder();
        Money total = Money.parse("EUR 1.00");
        assertThatThrownBy(() -> allocation.allocate(total, List.of())).hasMessageContaining("empty");
        assertThatThrownBy(() -> allocation.allocate(total, weights("1 -1"))).hasMessageContaining("-1");
        assertThatThrownBy(() -> allocation.allocate(total, weights("1 1e9999999")))
                .hasMessageContaining("1E+9999999");
        assertThatThrownBy(() -> allocation.allocate(total, weights("1 1e-9999999")))
                .hasMessageContaining("1E-9999999");
        assertThatThrownBy(() -> allocation.split(total, 0)).hasMessageContaining("parts is 0");
        assertThatThrownBy(() -> allocation.allocateWithin(total, weights("1 1"), euros("1")))
                .hasMessageContaining("2 weights");
        assertThatThrownBy(() -> allocation.allocateWithin(total, weights("1"), monies("USD", "1")))
                .hasMessageContaining("EUR");
    }

    @Test
    void theDocumentsStayReadable() {
        GoldenFile.assertReads(
                MoneyAllocationTest.class,
                "money-allocation-v1.json",
                new MoneyAllocation(CUMULATIVE, ZeroWeights.REJECT),
                MoneyAllocation.class);
        GoldenFile.assertReads(
                MoneyAllocationTest.class,
                "allocation-v1.json",
                new Allocation(euros("-5 -15"), Money.parse("EUR -5.00")),
                Allocation.class);
    }

    private static List<Money> parts(AllocationMethod method, String total, String weights) {
        Allocation allocation = MoneyAllocation.of(method).allocate(Money.parse(total), weights(weights));
        assertThat(allocation.total()).isEqualTo(Money.parse(total));
        assertThat(allocation.unplaced().isZero()).isTrue();
        return allocation.parts();
    }

    private static List<BigDecimal> weights(String text) {
        return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
    }

    private static List<Money> euros(String text) {
        return monies("EUR", text);
    }

    private static List<Money> monies(String currency, String text) {
        return Arrays.stream(text.split(" "))
                .map(amount -> Money.parse(currency + " " + amount))
                .toList();
    }
}
