package io.github.saleskit.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.support.GoldenFile;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Account ACCOUNT = Account.builder()
            .id("A-1")
            .name("株式会社 Example")
            .industry("Software")
            .employees(240)
            .revenue(Money.parse("JPY 1200000000"))
            .country("JP")
            .city("Osaka")
            .domain("example.co.jp")
            .owner("ann")
            .build();
    private static final Contact CONTACT = Contact.builder()
            .id("C-1")
            .name("Aoi")
            .account("A-1")
            .title("Head of IT")
            .email("aoi@example.co.jp")
            .phone("+81 6 0000 0000")
            .language("ja")
            .addConsents(
                    Consent.granted("email", NOON.minusSeconds(60)),
                    Consent.withdrawn("phone", NOON).withSource("trade fair"),
                    Consent.granted("post", NOON).withPurpose("catalogue").withUntil(NOON.plusSeconds(60)))
            .build();

    private static final Consent FULL = Consent.builder()
            .channel("email")
            .purpose("newsletter")
            .granted(true)
            .at(NOON)
            .until(NOON.plusSeconds(1))
            .source("web form")
            .build();

    @Test
    void theFirstVersionsStayReadable() {
        GoldenFile.assertReads(AccountTest.class, "account-v1.json", ACCOUNT, Account.class);
        GoldenFile.assertReads(AccountTest.class, "contact-v1.json", CONTACT, Contact.class);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> ACCOUNT.withEmployees(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("employees of A-1 is -1");
    }

    @Test
    void everyComponentIsAField() {
        assertFields(Account.FIELDS, Account.class);
        assertFields(Contact.FIELDS, Contact.class);
        assertFields(Consent.FIELDS, Consent.class);
        assertThat(Account.FIELDS.fields()).allMatch(field -> field.present(ACCOUNT));
        assertThat(Contact.FIELDS.fields()).allMatch(field -> field.present(CONTACT));
        assertThat(Consent.FIELDS.fields()).allMatch(field -> field.present(FULL));
    }

    private static void assertFields(FieldSet<?> fields, Class<?> type) {
        assertThat(fields.names())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
