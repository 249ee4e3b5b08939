package io.github.saleskit.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EARLIER = NOON.minusSeconds(3_600);

    private static ContactPermission ask(Consent... words) {
        return Consents.of(List.of(words)).mayContact("email", "newsletter", NOON);
    }

    @Test
    void whoNeverSaidAnythingDidNotAgree() {
        assertThat(Consents.none().mayContact("email", "newsletter", NOON).allowed())
                .isFalse();
        assertThat(ask(Consent.granted("phone", EARLIER)).allowed()).isFalse();
        assertThat(ask(Consent.granted("email", EARLIER).withPurpose("service")).allowed())
                .isFalse();
    }

    @Test
    void theLatestWordThatCoversTheQuestionDecides() {
        assertThat(ask(Consent.granted("email", EARLIER)).allowed()).isTrue();
        assertThat(ask(Consent.withdrawn("email", NOON), Consent.granted("email", EARLIER))
                        .allowed())
                .isFalse();
        assertThat(ask(
                                Consent.withdrawn("email", EARLIER),
                                Consent.granted("email", NOON).withPurpose("newsletter"))
                        .allowed())
                .isTrue();
    }

    @Test
    void whoWantsNoContactAtAllIsLeftAlone() {
        assertThat(ask(Consent.granted("email", EARLIER), Consent.withdrawn(NOON))
                        .allowed())
                .isFalse();
    }

    @Test
    void withdrawingOnePurposeLeavesTheOthers() {
        Consents consents = Consents.of(List.of(Consent.granted("email", EARLIER)))
                .plus(Consent.withdrawn("email", NOON).withPurpose("newsletter"));
        assertThat(consents.mayContact("email", "newsletter", NOON).allowed()).isFalse();
        assertThat(consents.mayContact("email", "service", NOON).allowed()).isTrue();
        assertThat(consents.mayContact("email", "newsletter", EARLIER).allowed())
                .isTrue();
    }

    @Test
    void ofTwoWordsAtOnceTheNoCounts() {
        List<Consent> words =
                new ArrayList<>(List.of(Consent.granted("email", NOON), Consent.withdrawn("email", NOON)));
        assertThat(Consents.of(words).mayContact("email", "newsletter", NOON).allowed())
                .isFalse();
        Collections.reverse(words);
        assertThat(Consents.of(words).mayContact("email", "newsletter", NOON).allowed())
                .isFalse();
    }

    @Test
    void wordsOfTheFutureAreNotYetKnown() {
        assertThat(ask(Consent.granted("email", NOON.plusSeconds(1))).allowed()).isFalse();
        assertThat(ask(Consent.granted("email", EARLIER), Consent.withdrawn("email", NOON.plusSeconds(1)))
                        .allowed())
                .isTrue();
    }

    @Test
    void aYesThatHasRunOutDoesNotBringAnOlderOneBack() {
        Consent old = Consent.granted("email", EARLIER.minusSeconds(1));
        Consent limited = Consent.granted("email", EARLIER).withUntil(NOON);
        ContactPermission permission = ask(old, limited);
        assertThat(permission.allowed()).isFalse();
        assertThat(permission.reasons().get(0).code()).isEqualTo("core.account.ranOut");
        assertThat(Consents.of(List.of(old, limited))
                        .mayContact("email", "newsletter", NOON.minusNanos(1))
                        .allowed())
                .isTrue();
    }

    @Test
    void thePermissionSaysWhy() {
        assertThat(text(ask())).isEqualTo("Never agreed to be contacted by email for newsletter.");
        assertThat(text(ask(Consent.granted("email", EARLIER))))
                .isEqualTo("Agreed on 2026-03-01T11:00:00Z to be contacted by email for newsletter.");
        assertThat(text(ask(Consent.withdrawn(EARLIER))))
                .isEqualTo("Declined on 2026-03-01T11:00:00Z to be contacted by email for newsletter.");
    }

    private static String text(ContactPermission permission) {
        Reason reason = permission.reasons().get(0);
        return reason.text(Locale.ENGLISH);
    }

    @Test
    void theFirstVersionStaysReadable() {
        ContactPermission permission = ask(Consent.granted("email", EARLIER));
        GoldenFile.assertReads(ConsentsTest.class, "contact-permission-v1.json", permission, ContactPermission.class);
        JsonLine.assertRoundTrip(Consents.none().plus(Consent.withdrawn(NOON)), Consents.class);
    }
}
