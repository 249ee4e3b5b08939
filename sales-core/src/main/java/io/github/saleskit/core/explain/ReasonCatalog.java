package io.github.saleskit.core.explain;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Provides the templates from which the reasons of one module are rendered; found by {@link java.util.ServiceLoader}.
 *
 * <p>Templates lie beside the code that gives the reasons: for the code {@code core.scoring.ruleMatched}, the catalogue
 * with the prefix {@code core} is asked for {@code scoring/reasons_ja.properties} (Japanese) and
 * {@code scoring/reasons.properties} (English, the fallback), each a UTF-8 properties file with the key
 * {@code ruleMatched} and a template such as {@code Rule {rule} gives {points} points.} A host gives its own reasons a
 * prefix of its own and provides a catalogue for it.
 *
 * <p>Implementations are stateless and thread-safe.
 */
public interface ReasonCatalog {

    /** The first segment of the codes this catalogue is for, such as {@code core}. */
    String prefix();

    /**
     * Opens a file of templates; the caller closes it.
     *
     * @param path package and file, such as {@code scoring/reasons_ja.properties}
     * @return null when there is none
     */
    @Nullable
    InputStream open(String path);
}
