package io.github.saleskit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyMixInsTest {

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void amountsAndCurrenciesAreText(JsonLine line) {
        assertThat(line.write(Money.parse("KWD 1.5"))).isEqualTo("\"KWD 1.500\"");
        assertThat(line.write(BigMoney.parse("EUR 0.00125"))).isEqualTo("\"EUR 0.00125\"");
        assertThat(line.write(CurrencyUnit.JPY)).isEqualTo("\"JPY\"");
        assertThat(line.read("\"EUR -0.10\"", Money.class)).isEqualTo(Money.parse("EUR -0.10"));
        assertThat(line.read("\"EUR 1.500\"", BigMoney.class)).isEqualTo(BigMoney.parse("EUR 1.500"));
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void whatIsNoAmountIsRejected(JsonLine line) {
        for (String text : new String[] {
            "", "EUR", "EUR 1e9999999", "EUR 1E5", "EUR 10,5", "eur 1", "10 EUR", "XXQ 1", "EUR -", "EUR NaN", "EUR ١"
        }) {
            String json = "\"" + text + "\"";
            assertThatThrownBy(() -> line.read(json, Money.class)).as(text).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> line.read(json, BigMoney.class)).as(text).isInstanceOf(Exception.class);
        }
        assertThatThrownBy(() -> line.read("10.5", Money.class)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> line.read("\"EUR 10.505\"", Money.class)).hasStackTraceContaining("Rounding");
    }
}
