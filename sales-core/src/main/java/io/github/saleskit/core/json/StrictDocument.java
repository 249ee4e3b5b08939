package io.github.saleskit.core.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.saleskit.core.definition.Problems;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that is read from JSON and rejects properties it does not know, the same under every version of Jackson.
 */
public interface StrictDocument {

    /**
     * Called by Jackson for a property that the value does not have.
     *
     * @throws IllegalArgumentException always
     */
    @JsonAnySetter
    default void rejectUnknownProperty(String name, @Nullable Object value) {
        String advice = Problems.suggest(name, componentNames(getClass()));
        throw new IllegalArgumentException(
                "there is no property \"" + name + "\"." + (advice == null ? "" : "\n" + advice));
    }

    private static List<String> componentNames(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components == null
                ? List.of()
                : Arrays.stream(components).map(RecordComponent::getName).toList();
    }
}
