package io.github.saleskit.core.explain;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One reason for a decision: a stable code, parameters, and, where it rests on others, those as details.
 *
 * <p>The code says in which package the reason is at home: {@code core.scoring.ruleMatched} is rendered by the template
 * {@code ruleMatched} of the package {@code scoring} of the module core. Text is made on demand, never stored:
 *
 * <pre>{@code
 * Reason reason = Reason.of("core.scoring.ruleMatched", "rule", "big company", "points", 15);
 * reason.text(Locale.ENGLISH);   // "Rule big company gives 15 points."
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param code module, package and name, separated by dots
 * @param parameters what the text speaks of, by name, as plain text ({@code 15}, {@code EUR 10.50}, {@code 2026-04-01})
 * @param details the reasons this one rests on, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Reason(
        @Required String code,
        @Complete Map<String, String> parameters,
        @Complete List<Reason> details) implements StrictDocument {

    public Reason {
        requireNonNull(code, "code");
        parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(copy(parameters));
        details = details == null ? List.of() : List.copyOf(details);
    }

    private static Map<String, String> copy(Map<String, String> parameters) {
        Map<String, String> copy = new LinkedHashMap<>();
        parameters.forEach((name, value) ->
                copy.put(requireNonNull(name, "parameter name"), requireNonNull(value, () -> "parameter " + name)));
        return copy;
    }

    /**
     * A reason without details.
     *
     * @param code module, package and name, such as {@code core.scoring.ruleMatched}
     * @param namesAndValues names and values by turns; a value is kept as its {@code toString}
     * @throws IllegalArgumentException when a value is missing for the last name
     */
    public static Reason of(String code, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("namesAndValues is " + Arrays.toString(namesAndValues)
                    + ", an odd number of items.\nMaybe a value is missing after the last name?");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return new Reason(code, parameters, List.of());
    }

    /** The same reason, resting on others. */
    public Reason withDetails(List<Reason> newDetails) {
        return new Reason(code, parameters, newDetails);
    }

    /**
     * One sentence in the reader's language, without the details, which {@link #fullText} has too.
     *
     * <p>Japanese for Japanese locales, else English, unless the host's own {@link ReasonCatalog} knows the code. A
     * code that no catalogue knows is shown as it is, with its parameters, so that no reason is ever lost.
     */
    public String text(Locale locale) {
        return ReasonTemplates.installed().render(this, locale);
    }

    /** The sentence and, indented by two blanks a level, those of the details; a line each. */
    public String fullText(Locale locale) {
        StringBuilder text = new StringBuilder();
        append(text, this, locale, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, Reason reason, Locale locale, int level) {
        if (level > 0) {
            text.append('\n').append("  ".repeat(level));
        }
        text.append(reason.text(locale));
        for (Reason detail : reason.details) {
            append(text, detail, locale, level + 1);
        }
    }
}
