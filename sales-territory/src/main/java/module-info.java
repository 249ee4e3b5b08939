/** Who owns what: territory rules, balanced design and realignment. */
@SuppressWarnings({"module", "requires-automatic"})
module io.github.saleskit.territory {
    requires transitive io.github.saleskit.core;
    requires com.google.common;
    requires org.slf4j;
    requires static org.immutables.value.annotations;

    exports io.github.saleskit.territory.design;
    exports io.github.saleskit.territory.geo;
    exports io.github.saleskit.territory.realign;
    exports io.github.saleskit.territory.rule;
    exports io.github.saleskit.territory.scenario;

    opens io.github.saleskit.territory.design to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.territory.geo to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.territory.realign to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.territory.rule to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.territory.scenario to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;

    provides io.github.saleskit.core.explain.ReasonCatalog with
            io.github.saleskit.territory.internal.TerritoryReasonCatalog;
}
