package io.github.saleskit.examples.tour;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a folder of data says about itself, in {@code settings.json}; everything but the version may be left out.
 *
 * @param version 1
 * @param title for the head of the report
 * @param asOf the day on which the data stand
 * @param fiscalYearStart month in which the fiscal year starts, 1 to 12; January when absent
 * @param quota what is to be sold in the quarter
 */
record Settings(
        @JsonProperty(required = true) int version,
        Optional<String> title,
        Optional<LocalDate> asOf,
        Optional<Integer> fiscalYearStart,
        Optional<Money> quota)
        implements StrictDocument {

    Settings {
        DocumentVersion.require("settings", version, 1);
        int month = fiscalYearStart.orElse(1);
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("fiscalYearStart is " + month + ", but must be a month from 1 to 12.");
        }
    }

    static Settings none() {
        return new Settings(1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
