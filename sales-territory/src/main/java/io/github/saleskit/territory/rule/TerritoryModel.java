package io.github.saleskit.territory.rule;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * The territories of a company and the rules by which accounts come into them.
 *
 * <p>Immutable and thread-safe. {@link TerritoryResolver#compile} checks what concerns more than one part.
 *
 * @param version of the document, 1
 * @param name as people read it
 * @param territories in any order
 * @param rules in the order in which they win when nothing else decides
 */
@ValueStyle
@Value.Builder
public record TerritoryModel(
        @Required int version,
        @Required String name,
        @Required List<TerritoryNode> territories,
        @Required List<TerritoryRule> rules)
        implements StrictDocument, WithTerritoryModel {

    public TerritoryModel {
        DocumentVersion.require("territory model", version, 1);
        requireNonNull(name, "name");
        territories = List.copyOf(territories);
        rules = List.copyOf(rules);
    }

    /** A builder of the current version. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TerritoryModel}. */
    public static final class Builder extends TerritoryModelBuilder {
        Builder() {
            version(1);
        }
    }
}
