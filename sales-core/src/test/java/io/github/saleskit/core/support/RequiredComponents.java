package io.github.saleskit.core.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asserts for records that what a document has to give is neither absent nor null, and that what it may leave out holds
 * no null.
 */
public final class RequiredComponents {

    private RequiredComponents() {}

    /**
     * Asserts that both lines of Jackson reject a document that lacks a required component, gives null for it, or has a
     * null in a list or map that has to be complete, and name the component.
     *
     * @param document JSON of the type, right but for the subclass property of a sealed family
     */
    public static void assertNamed(String document, Class<? extends Record> type) {
        assertThat(names(type, Required.class)).as("required of %s", type).isNotEmpty();
        for (JsonLine line : JsonLine.values()) {
            line.read(document, type);
            for (String name : names(type, Required.class)) {
                assertRejected(line, type, name, without(document, name));
                assertRejected(line, type, name, with(document, name, "null"));
            }
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getAccessor().isAnnotationPresent(Complete.class)) {
                    String holed = component.getType() == List.class ? "[null]" : "{\"en\":null,\"MONDAY\":null}";
                    assertRejected(line, type, component.getName(), with(document, component.getName(), holed));
                }
            }
        }
    }

    private static List<String> names(Class<?> type, Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(annotation))
                .map(RecordComponent::getName)
                .toList();
    }

    private static void assertRejected(JsonLine line, Class<?> type, String name, String json) {
        assertThatThrownBy(() -> line.read(json, type))
                .as("%s reads %s", line, json)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()))
                        .containsAnyOf('"' + name + '"', "'" + name + "'", name + " of the"));
    }

    private static String without(String document, String name) {
        ObjectNode node = (ObjectNode) JsonMapper.shared().readTree(document);
        node.remove(name);
        return node.toString();
    }

    private static String with(String document, String name, String value) {
        ObjectNode node = (ObjectNode) JsonMapper.shared().readTree(document);
        node.set(name, JsonMapper.shared().readTree(value));
        return node.toString();
    }
}
