package io.github.saleskit.core.calendar;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A day off and what it is called.
 *
 * <p>Immutable and thread-safe.
 *
 * @param date the day
 * @param names its name by language tag ({@code en}, {@code ja}); may be empty
 */
public record Holiday(@Required LocalDate date, @Complete Map<String, String> names) implements StrictDocument {

    public Holiday {
        requireNonNull(date, "date");
        names = names == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** A day off with a name in English. */
    public static Holiday of(LocalDate date, String englishName) {
        return new Holiday(date, Map.of("en", englishName));
    }

    /**
     * The name in the language of the locale; where there is none the English one, else any, else the date.
     *
     * @param locale whose language counts, not its country
     */
    public String name(Locale locale) {
        String own = names.get(locale.getLanguage());
        String english = own != null ? own : names.get("en");
        return english != null ? english : names.values().stream().findFirst().orElse(date.toString());
    }
}
