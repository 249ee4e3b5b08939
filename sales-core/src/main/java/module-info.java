/**
 * The shared kernel and the daily work of selling.
 *
 * <p>Each package follows one pattern: a <em>definition</em> is data that the host stores, {@code compile} checks it
 * and returns an <em>engine</em>, and the engine answers with a <em>decision</em> that carries its reasons.
 */
@SuppressWarnings({"module", "requires-automatic"})
module io.github.saleskit.core {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive org.joda.money;
    requires transitive org.jspecify;
    requires com.google.common;
    requires org.apache.commons.numbers.gamma;
    requires org.slf4j;
    requires static org.immutables.value.annotations;

    exports io.github.saleskit.core.account;
    exports io.github.saleskit.core.approval;
    exports io.github.saleskit.core.assignment;
    exports io.github.saleskit.core.calendar;
    exports io.github.saleskit.core.criteria;
    exports io.github.saleskit.core.definition;
    exports io.github.saleskit.core.explain;
    exports io.github.saleskit.core.json;
    exports io.github.saleskit.core.lead;
    exports io.github.saleskit.core.money;
    exports io.github.saleskit.core.opportunity;
    exports io.github.saleskit.core.pipeline;
    exports io.github.saleskit.core.routing;
    exports io.github.saleskit.core.invitation;
    exports io.github.saleskit.core.scorecard;
    exports io.github.saleskit.core.scoring;
    exports io.github.saleskit.core.staffing;
    exports io.github.saleskit.core.statistics to
            io.github.saleskit.forecast;
    exports io.github.saleskit.core.team;

    opens io.github.saleskit.core.account to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.approval to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.assignment to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.calendar to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.criteria to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.definition to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.explain to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.json to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.lead to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.money to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.opportunity to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.pipeline to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.routing to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.invitation to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.scorecard to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.scoring to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.staffing to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.core.team to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;

    uses io.github.saleskit.core.explain.ReasonCatalog;

    provides io.github.saleskit.core.explain.ReasonCatalog with
            io.github.saleskit.core.internal.CoreReasonCatalog;
}
