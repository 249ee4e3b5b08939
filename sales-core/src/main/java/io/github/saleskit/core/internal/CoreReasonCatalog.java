package io.github.saleskit.core.internal;

import io.github.saleskit.core.explain.ReasonCatalog;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The templates of this module's reasons. */
public final class CoreReasonCatalog implements ReasonCatalog {

    @Override
    public String prefix() {
        return "core";
    }

    @Override
    public @Nullable InputStream open(String path) {
        return CoreReasonCatalog.class.getResourceAsStream("/io/github/saleskit/core/" + path);
    }
}
