package io.github.saleskit.core.explain;

import java.util.List;

/**
 * An engine's answer, which always says why.
 *
 * <p>Implementations are immutable values that hold the host's ids, never the host's objects.
 */
public interface Decision {

    /** Why this is the answer, the weightiest reason first; never empty. */
    List<Reason> reasons();
}
