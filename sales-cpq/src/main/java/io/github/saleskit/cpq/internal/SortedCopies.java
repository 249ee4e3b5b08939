package io.github.saleskit.cpq.internal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies of maps that iterate in the order of their keys in every run. */
public final class SortedCopies {

    private SortedCopies() {}

    /** A copy; empty for null, as what is absent from a document reaches a record. */
    public static <V> Map<String, V> of(@Nullable Map<String, V> map) {
        return map == null || map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
