module consumer {
    requires io.github.saleskit.core;
    requires io.github.saleskit.cpq;
    requires io.github.saleskit.territory;
    requires io.github.saleskit.forecast;
}
