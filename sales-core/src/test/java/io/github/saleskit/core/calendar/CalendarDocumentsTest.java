package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarDocumentsTest {

    @Test
    void whatIsRequiredIsNeitherAbsentNorNull() {
        RequiredComponents.assertNamed(
                "{\"version\":1,\"name\":\"a\",\"zone\":\"Asia/Tokyo\",\"week\":{\"MONDAY\":[\"09:00-17:00\"]}}",
                BusinessHours.class);
        RequiredComponents.assertNamed("{\"version\":1,\"name\":\"a\",\"holidays\":[]}", HolidayList.class);
        RequiredComponents.assertNamed("{\"date\":\"2026-12-31\",\"names\":{\"en\":\"x\"}}", Holiday.class);
        RequiredComponents.assertNamed("{\"date\":\"2026-12-31\",\"hours\":[\"09:00-12:00\"]}", SpecialDay.class);
        RequiredComponents.assertNamed("{\"version\":1,\"start\":\"2026-11-23T09:00:00\"}", RecurrenceSet.class);
        RequiredComponents.assertNamed(
                "{\"unit\":\"QUARTER\",\"year\":2026,\"number\":3,\"first\":\"2026-10-01\",\"last\":\"2026-12-31\"}",
                FiscalPeriod.class);
        RequiredComponents.assertNamed(
                "{\"kind\":\"months\",\"version\":1,\"name\":\"a\",\"firstMonth\":4,\"naming\":\"first\"}",
                FiscalMonths.class);
        RequiredComponents.assertNamed(
                "{\"kind\":\"weeks\",\"version\":1,\"name\":\"a\",\"pattern\":\"4-5-4\",\"lastMonth\":1,"
                        + "\"lastDayOfWeek\":\"SATURDAY\",\"ending\":\"nearest\",\"naming\":\"first\"}",
                FiscalWeeks.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void nullAmongTheHoursOfADayIsRejectedByName(JsonLine line) {
        String json = "{\"version\":1,\"name\":\"a\",\"zone\":\"Asia/Tokyo\",\"week\":{\"MONDAY\":[null]}}";
        assertThatThrownBy(() -> line.read(json, BusinessHours.class)).hasStackTraceContaining("\"week\"");
    }
}
