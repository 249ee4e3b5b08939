package io.github.saleskit.core.criteria;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a condition is told besides its criterion. */
record Binding(ZoneId zone, BusinessDays businessDays, Map<String, Value> parameters) {

    static final Binding NONE = new Binding(ZoneOffset.UTC, BusinessDays.MONDAY_TO_FRIDAY, Map.of());

    Binding withZone(ZoneId newZone) {
        return new Binding(newZone, businessDays, parameters);
    }

    Binding withBusinessDays(BusinessDays newBusinessDays) {
        return new Binding(zone, newBusinessDays, parameters);
    }

    Binding withParameter(String name, Value value) {
        Map<String, Value> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new Binding(zone, businessDays, Collections.unmodifiableMap(more));
    }
}
