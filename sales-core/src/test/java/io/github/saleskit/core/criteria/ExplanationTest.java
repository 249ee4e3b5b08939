package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static String explained(Prospect prospect, String criterion, Locale locale) {
        return Condition.compile(Criterion.parse(criterion), Prospect.FIELDS)
                .explain(prospect, Samples.NOW)
                .reasons()
                .get(0)
                .fullText(locale);
    }

    private static final Prospect PROSPECT =
            Prospect.EMPTY.withIndustry("Retail").withEmployees(50).withTags(List.of("b", "a"));

    @Test
    void whatMattersIsToldWithTheValuesThatTheRecordHas() {
        assertThat(explained(
                        PROSPECT, "industry in (\"Software\") and employees >= 20 and rating >= 1", Locale.ENGLISH))
                .isEqualTo("""
                        Conditions that do not hold: 2 of 3.
                          industry in ("Software") does not hold: industry = "Retail".
                          rating >= 1 does not hold: rating has no value.""");
        assertThat(explained(
                        PROSPECT, "employees < 20 or (tags contains \"a\" and createdAt is absent)", Locale.ENGLISH))
                .isEqualTo("""
                        Conditions that hold, where one is enough: 1 of 2.
                          All conditions hold: 2 of 2.
                            tags contains "a" holds: tags = ("a", "b").
                            createdAt is absent holds: createdAt has no value.""");
        assertThat(explained(PROSPECT, "not (employees = 50) or any contacts (age > 5)", Locale.ENGLISH))
                .isEqualTo("""
                        Conditions that hold, where one is needed: 0 of 2.
                          This holds, but must not:
                            employees = 50 holds: employees = 50.
                          any contacts (age > 5) does not hold: 0 of 0 match.""");
        assertThat(explained(PROSPECT, "visits <= 0 and employees > visits", Locale.ENGLISH))
                .endsWith("employees > visits holds: employees = 50, visits = 0.");
    }

    @Test
    void japaneseReadersGetJapanese() {
        assertThat(explained(PROSPECT, "employees >= 200", Locale.JAPANESE))
                .isEqualTo("employees >= 200 は成立しません（employees = 50）。");
    }
}
