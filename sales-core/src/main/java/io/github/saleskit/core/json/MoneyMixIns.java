package io.github.saleskit.core.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Teaches Jackson 2 or 3 to write Joda-Money as text: {@code "EUR 10.50"}, {@code "EUR 0.00125"}, {@code "EUR"}.
 *
 * <pre>{@code
 * JsonMapper.Builder builder = JsonMapper.builder();          // of either line
 * MoneyMixIns.ALL.forEach(builder::addMixIn);
 * }</pre>
 *
 * <p>Jackson 2 also needs its modules {@code JavaTimeModule} and {@code Jdk8Module}, and to write dates as Jackson 3
 * does, the features {@code WRITE_DATES_AS_TIMESTAMPS} and {@code WRITE_DURATIONS_AS_TIMESTAMPS} turned off.
 *
 * <p>An exponent ({@code "EUR 1e9"}) is rejected, but the time for parsing grows with the square of the number of
 * digits: half a minute for two million. A host that reads documents from strangers sets
 * {@code StreamReadConstraints.maxStringLength} of its mapper well below Jackson's default of 20 million; 100,000
 * characters take less than a tenth of a second.
 */
public final class MoneyMixIns {

    /** The mix-in of each type. */
    public static final Map<Class<?>, Class<?>> ALL = Map.of(
            Money.class, MoneyMixIn.class,
            BigMoney.class, BigMoneyMixIn.class,
            CurrencyUnit.class, CurrencyUnitMixIn.class);

    private MoneyMixIns() {}

    @JsonAutoDetect(
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE,
            fieldVisibility = JsonAutoDetect.Visibility.NONE)
    private abstract static class MoneyMixIn {

        /** Hidden, or Jackson 2 tries to open it, which fails on the module path. */
        @JsonIgnore
        private MoneyMixIn() {}

        @JsonCreator
        static Money parse(String text) {
            return Money.parse(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    @JsonAutoDetect(
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE,
            fieldVisibility = JsonAutoDetect.Visibility.NONE)
    private abstract static class BigMoneyMixIn {

        /** Hidden, or Jackson 2 tries to open it, which fails on the module path. */
        @JsonIgnore
        private BigMoneyMixIn() {}

        @JsonCreator
        static BigMoney parse(String text) {
            return BigMoney.parse(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    @JsonAutoDetect(
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE,
            fieldVisibility = JsonAutoDetect.Visibility.NONE)
    private abstract static class CurrencyUnitMixIn {

        @JsonCreator
        static CurrencyUnit of(String code) {
            return CurrencyUnit.of(code);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }
}
