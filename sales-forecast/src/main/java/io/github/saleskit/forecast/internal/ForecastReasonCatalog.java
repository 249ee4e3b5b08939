package io.github.saleskit.forecast.internal;

import io.github.saleskit.core.explain.ReasonCatalog;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The templates of this module's reasons. */
public final class ForecastReasonCatalog implements ReasonCatalog {

    @Override
    public String prefix() {
        return "forecast";
    }

    @Override
    public @Nullable InputStream open(String path) {
        return ForecastReasonCatalog.class.getResourceAsStream("/io/github/saleskit/forecast/" + path);
    }
}
