package io.github.saleskit.territory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "720,720",
        "12.345678,12.3457",
        "0.05,0.05",
        "1234567.89,1234568",
        "1000000,1000000",
        "1e-7,0.0000001"
    })
    void numbersArePlainAndRounded(double value, String text) {
        assertThat(Figures.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0.00", "0.0432,4.32", "1,100.00"})
    void sharesArePercentages(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }
}
