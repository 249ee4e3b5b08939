package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.FiscalYears;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Calendars that questions name, for {@link CalendarCommand}.
 *
 * @param version 1
 * @param businessHours by their names
 * @param fiscalYears by their names
 */
record CalendarsFile(
        @Required int version,
        @Complete List<BusinessHours> businessHours,
        @Complete List<FiscalYears> fiscalYears) implements StrictDocument {

    CalendarsFile {
        DocumentVersion.require("calendars", version, 1);
        businessHours = businessHours == null ? List.of() : List.copyOf(businessHours);
        fiscalYears = fiscalYears == null ? List.of() : List.copyOf(fiscalYears);
    }

    static CalendarsFile none() {
        return new CalendarsFile(1, List.of(), List.of());
    }
}
