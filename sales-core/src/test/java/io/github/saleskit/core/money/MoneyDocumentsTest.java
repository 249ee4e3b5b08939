package io.github.saleskit.core.money;

import io.github.saleskit.core.support.RequiredComponents;
import org.junit.jupiter.api.Test;

class MoneyDocumentsTest {

    @Test
    void whatIsRequiredIsNeitherAbsentNorNull() {
        RequiredComponents.assertNamed("{\"version\":1,\"pivot\":\"EUR\"}", ExchangeRateTable.class);
        String rate = "{\"from\":\"EUR\",\"to\":\"USD\",\"on\":\"2026-11-20\",\"rate\":1.0832}";
        RequiredComponents.assertNamed(rate, ExchangeRateTable.Quotation.class);
        RequiredComponents.assertNamed(rate, ExchangeRate.class);
        RequiredComponents.assertNamed("{\"mode\":\"HALF_UP\",\"level\":\"LINE\"}", RoundingPolicy.class);
        RequiredComponents.assertNamed("{\"method\":\"FIRST\",\"zeroWeights\":\"EQUAL\"}", MoneyAllocation.class);
        RequiredComponents.assertNamed("{\"parts\":[\"EUR 1.00\"],\"unplaced\":\"EUR 0.00\"}", Allocation.class);
    }
}
