package io.github.saleskit.examples.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.saleskit.core.json.Required;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a table of leads are what; other properties are left alone.
 *
 * @param numeric columns that are numbers
 * @param categorical columns that are texts
 * @param target the column with the outcome
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeadSchema(
        List<String> numeric,
        List<String> categorical,
        @Required String target) {

    LeadSchema {
        numeric = numeric == null ? List.of() : List.copyOf(numeric);
        categorical = categorical == null ? List.of() : List.copyOf(categorical);
        if (numeric.isEmpty() && categorical.isEmpty()) {
            throw new IllegalArgumentException("numeric and categorical list no column to learn from.");
        }
        if (numeric.contains(target) || categorical.contains(target)) {
            throw new IllegalArgumentException("the target \"" + target + "\" is also listed as a feature.");
        }
    }

    /** The columns to learn from, the numeric ones first. */
    List<String> features() {
        List<String> features = new ArrayList<>(numeric);
        features.addAll(categorical);
        return features;
    }
}
