/** Configure, price, quote. */
@SuppressWarnings({"module", "requires-automatic"})
module io.github.saleskit.cpq {
    requires transitive io.github.saleskit.core;
    requires com.google.common;
    requires org.slf4j;
    requires static org.immutables.value.annotations;

    exports io.github.saleskit.cpq.catalog;
    exports io.github.saleskit.cpq.order;
    exports io.github.saleskit.cpq.pricing;
    exports io.github.saleskit.cpq.quote;
    exports io.github.saleskit.cpq.subscription;

    opens io.github.saleskit.cpq.catalog to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.cpq.order to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.cpq.pricing to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.cpq.quote to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.saleskit.cpq.subscription to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;

    provides io.github.saleskit.core.explain.ReasonCatalog with
            io.github.saleskit.cpq.internal.CpqReasonCatalog;
}
