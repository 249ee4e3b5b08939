package io.github.saleskit.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.support.GoldenFile;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LeadTest {

    private static final Lead LEAD = Lead.builder()
            .id("L-1")
            .status("working")
            .createdAt(Instant.parse("2026-02-03T04:05:06Z"))
            .name("Aoi")
            .company("株式会社 Example")
            .title("Head of IT")
            .email("aoi@example.co.jp")
            .industry("Software")
            .employees(240)
            .country("JP")
            .language("ja")
            .source("web form")
            .addInterests("cloud", "audit")
            .owner("ann")
            .addConsents(Consent.granted("email", Instant.parse("2026-02-03T04:05:06Z")))
            .build();

    @Test
    void theFirstVersionStaysReadable() {
        GoldenFile.assertReads(LeadTest.class, "lead-v1.json", LEAD, Lead.class);
    }

    @Test
    void twoStatusesAreOver() {
        assertThat(Arrays.stream(LeadStatusType.values()).filter(status -> !status.open()))
                .containsExactly(LeadStatusType.CONVERTED, LeadStatusType.DISQUALIFIED);
    }

    @Test
    void aLeadIsContactedOnlyAsItAgreed() {
        Instant now = Instant.parse("2026-02-04T00:00:00Z");
        assertThat(LEAD.mayContact("email", "newsletter", now).allowed()).isTrue();
        assertThat(LEAD.mayContact("phone", "newsletter", now).allowed()).isFalse();
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> LEAD.withEmployees(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("employees of L-1 is -1");
    }

    @Test
    void everyComponentIsAField() {
        assertThat(Lead.FIELDS.names())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Lead.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(Lead.FIELDS.fields()).allMatch(field -> field.present(LEAD));
        assertThat(Lead.FIELDS.require("status").value(LEAD)).isEqualTo("working");
    }
}
