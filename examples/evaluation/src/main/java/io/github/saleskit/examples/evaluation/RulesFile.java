package io.github.saleskit.examples.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules for {@link CriteriaCommand}.
 *
 * @param version 1
 * @param fields kinds of columns by name, such as {@code "employees": "whole"}; columns that are not listed get the
 *     kind that all their values have
 * @param rules in any order
 */
record RulesFile(
        @Required int version,
        @Complete Map<String, Kind> fields,
        @Required List<Rule> rules) implements StrictDocument {

    RulesFile {
        DocumentVersion.require("rules", version, 1);
        fields = fields == null ? Map.of() : new LinkedHashMap<>(fields);
        rules = List.copyOf(rules);
    }

    /** One rule. */
    record Rule(@Required String id, @Required Criterion when) implements StrictDocument {}

    /** What a column holds; nested elements cannot be in a table. */
    enum Kind {
        @JsonProperty("text")
        TEXT(FieldKind.TEXT),
        @JsonProperty("whole")
        WHOLE(FieldKind.WHOLE),
        @JsonProperty("number")
        NUMBER(FieldKind.NUMBER),
        @JsonProperty("decimal")
        DECIMAL(FieldKind.DECIMAL),
        @JsonProperty("money")
        MONEY(FieldKind.MONEY),
        @JsonProperty("flag")
        FLAG(FieldKind.FLAG),
        @JsonProperty("date")
        DATE(FieldKind.DATE),
        @JsonProperty("instant")
        INSTANT(FieldKind.INSTANT),
        @JsonProperty("set")
        SET(FieldKind.SET);

        private final FieldKind kind;

        Kind(FieldKind kind) {
            this.kind = kind;
        }

        FieldKind kind() {
            return kind;
        }
    }
}
