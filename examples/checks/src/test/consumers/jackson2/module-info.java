module consumer {
    requires io.github.saleskit.core;
    requires io.github.saleskit.cpq;
    requires io.github.saleskit.territory;
    requires io.github.saleskit.forecast;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
}
