package io.github.saleskit.examples.files;

import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fits somebody else's table into one of our forms; a small JSON file:
 *
 * <pre>{@code
 * {"version": 1, "table": "opportunities",
 *  "columns": {"id": "opportunity_id", "stage": "deal_stage", "amount": "close_value"},
 *  "constants": {"currency": "USD"},
 *  "defaults": {"amount": "0"},
 *  "values": {"stage": {"Engaging": "proposal", "Won": "won"}},
 *  "dateFormat": "uuuu-MM-dd", "decimalComma": false}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version 1
 * @param table the form that is meant, such as {@code opportunities}
 * @param columns our column to theirs; columns that have the same name need not be listed
 * @param constants our column to the text that stands in every row
 * @param defaults our column to the text that stands in for an empty field
 * @param values our column to a translation from their text to ours; what is not listed stays as it is
 * @param dateFormat how dates are written: a pattern of {@link java.time.format.DateTimeFormatter}, or {@code days
 *     since 2017-06-14}; ISO dates when absent
 * @param decimalComma whether numbers are written 1.234,50 instead of 1234.50; no when absent
 */
public record TableMapping(
        @Required int version,
        @Required String table,
        @Complete Map<String, String> columns,
        @Complete Map<String, String> constants,
        @Complete Map<String, String> defaults,
        @Complete Map<String, Map<String, String>> values,
        Optional<String> dateFormat,
        Optional<Boolean> decimalComma)
        implements StrictDocument {

    public TableMapping {
        DocumentVersion.require("mapping", version, 1);
        columns = copy(columns);
        constants = copy(constants);
        defaults = copy(defaults);
        values = copy(values);
        dateFormat.ifPresent(DateForm::parse);
    }

    private static <V> Map<String, V> copy(Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The mapping that changes nothing. */
    public static TableMapping none(String table) {
        return new TableMapping(1, table, Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads a mapping file.
     *
     * @throws BadInputException when it is no mapping
     */
    public static TableMapping read(Path file) {
        return JsonDocument.read(file).as(TableMapping.class);
    }

    DateForm dates() {
        return dateFormat.map(DateForm::parse).orElse(DateForm.ISO);
    }
}
