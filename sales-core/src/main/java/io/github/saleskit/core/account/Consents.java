package io.github.saleskit.core.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a person has said about being contacted, and what follows from it.
 *
 * <pre>{@code
 * ContactPermission permission = Consents.of(contact.consents()).mayContact("email", "newsletter", now);
 * if (permission.allowed()) { ... }
 * }</pre>
 *
 * <p>The latest word that covers the channel and the purpose decides; of several at the same instant a no. Words after
 * {@code now} are not yet known. A yes that has run out does not bring an older one back, and who never said anything
 * did not agree.
 *
 * <p>Words are never removed, so that one can tell what was allowed at any time. As JSON the list of the words.
 * Immutable and thread-safe.
 *
 * @param words in any order
 */
public record Consents(@JsonValue List<Consent> words) {

    private static final Comparator<Consent> WEIGHT =
            Comparator.comparing(Consent::at).thenComparing(Consent::granted, Comparator.reverseOrder());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Consents {
        words = List.copyOf(words);
    }

    /** Of somebody who never said anything. */
    public static Consents none() {
        return new Consents(List.of());
    }

    /** Of somebody's words. */
    public static Consents of(List<Consent> words) {
        return new Consents(words);
    }

    /** These words and one more. */
    public Consents plus(Consent word) {
        List<Consent> more = new ArrayList<>(words);
        more.add(word);
        return new Consents(more);
    }

    /**
     * Whether the person may be contacted by a channel for a purpose at an instant, and why; linear in the number of
     * words.
     *
     * @param channel such as {@code email}
     * @param purpose such as {@code newsletter}
     */
    public ContactPermission mayContact(String channel, String purpose, Instant now) {
        return new ContactPermission(
                1,
                channel,
                purpose,
                now,
                words.stream()
                        .filter(word ->
                                word.covers(channel, purpose) && !word.at().isAfter(now))
                        .max(WEIGHT));
    }
}
