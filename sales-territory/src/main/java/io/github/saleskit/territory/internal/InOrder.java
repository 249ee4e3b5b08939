package io.github.saleskit.territory.internal;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies of maps that keep their order; small ones take little memory. */
public final class InOrder {

    private InOrder() {}

    /** A copy in the same order; empty for null. */
    public static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
        if (map == null || map.isEmpty()) {
            return Map.of();
        }
        Map<String, V> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(requireNonNull(key, "key"), requireNonNull(value, key)));
        if (copy.size() == 1) {
            Map.Entry<String, V> only = copy.entrySet().iterator().next();
            return Map.of(only.getKey(), only.getValue());
        }
        return Collections.unmodifiableMap(copy);
    }
}
