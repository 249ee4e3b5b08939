package io.github.saleskit.territory.internal;

import io.github.saleskit.core.explain.ReasonCatalog;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The templates of this module's reasons. */
public final class TerritoryReasonCatalog implements ReasonCatalog {

    @Override
    public String prefix() {
        return "territory";
    }

    @Override
    public @Nullable InputStream open(String path) {
        return TerritoryReasonCatalog.class.getResourceAsStream("/io/github/saleskit/territory/" + path);
    }
}
