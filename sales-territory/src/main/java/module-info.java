/** Who owns what: territory rules, balanced design and realignment. */
@SuppressWarnings({"module", "requires-automatic"})
module io.github.saleskit.territory {
    requires transitive io.github.saleskit.core;
    requires com.google.common;
    requires org.slf4j;
    requires static org.immutables.value.annotations;

    provides io.github.saleskit.core.explain.ReasonCatalog with
            io.github.saleskit.territory.internal.TerritoryReasonCatalog;
}
