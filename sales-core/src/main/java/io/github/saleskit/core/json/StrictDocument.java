package io.github.saleskit.core.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.saleskit.core.definition.Problems;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that is read from JSON and rejects properties it does not know, the same under every version of Jackson. */
public interface StrictDocument {

    /**
     * Called by Jackson for a property that the value does not have.
     *
     * @throws IllegalArgumentException always
     */
    @JsonAnySetter
    default void rejectUnknownProperty(String name, @Nullable Object value) {
        String advice = Problems.suggest(name, propertyNames(getClass()));
        throw new IllegalArgumentException(
                "there is no property \"" + name + "\"." + (advice == null ? "" : "\n" + advice));
    }

    /** Those of a record; of another class the ones whose order it states. */
    private static List<String> propertyNames(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components != null) {
            return Arrays.stream(components).map(RecordComponent::getName).toList();
        }
        JsonPropertyOrder order = type.getAnnotation(JsonPropertyOrder.class);
        return order == null ? List.of() : List.of(order.value());
    }
}
