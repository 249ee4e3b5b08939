package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.rule.TerritoryModel;
import io.github.saleskit.territory.rule.TerritoryNode;
import io.github.saleskit.territory.rule.TerritoryRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules for {@link ResolveCommand}: a territory model, and the kinds of columns.
 *
 * @param version 1
 * @param name as people read it
 * @param fields kinds of columns by name; columns that are not listed get the kind that all their values have
 * @param territories the hierarchy
 * @param rules in the order in which they win when nothing else decides
 */
record TerritoryRulesFile(
        @Required int version,
        Optional<String> name,
        Map<String, RulesFile.Kind> fields,
        @Required List<TerritoryNode> territories,
        @Required List<TerritoryRule> rules)
        implements StrictDocument {

    TerritoryRulesFile {
        DocumentVersion.require("rules", version, 1);
        name = name == null ? Optional.empty() : name;
        fields = fields == null ? Map.of() : new LinkedHashMap<>(fields);
    }

    TerritoryModel model() {
        return TerritoryModel.builder()
                .name(name.orElse("rules"))
                .addAllTerritories(territories)
                .addAllRules(rules)
                .build();
    }
}
