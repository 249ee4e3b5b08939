package io.github.saleskit.cpq.internal;

import io.github.saleskit.core.explain.ReasonCatalog;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The templates of this module's reasons. */
public final class CpqReasonCatalog implements ReasonCatalog {

    @Override
    public String prefix() {
        return "cpq";
    }

    @Override
    public @Nullable InputStream open(String path) {
        return CpqReasonCatalog.class.getResourceAsStream("/io/github/saleskit/cpq/" + path);
    }
}
