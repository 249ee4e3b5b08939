package io.github.saleskit.core.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds templates through the installed catalogues and fills them. */
final class ReasonTemplates {

    /** Up to how many files also those that are missing are remembered. */
    static final int MOST_WITH_MISSING = 1_000;

    private static final ReasonTemplates INSTALLED = new ReasonTemplates(catalogs());

    private final List<ReasonCatalog> catalogs;
    private final Map<String, Properties> files = new ConcurrentHashMap<>();

    ReasonTemplates(List<ReasonCatalog> catalogs) {
        this.catalogs = List.copyOf(catalogs);
    }

    static ReasonTemplates installed() {
        return INSTALLED;
    }

    private static List<ReasonCatalog> catalogs() {
        List<ReasonCatalog> catalogs = new ArrayList<>();
        ServiceLoader.load(ReasonCatalog.class, ReasonCatalog.class.getClassLoader())
                .forEach(catalogs::add);
        return catalogs;
    }

    String render(Reason reason, Locale locale) {
        String template = template(reason.code(), locale);
        return template == null ? reason.code() + " " + reason.parameters() : fill(template, reason.parameters());
    }

    private @Nullable String template(String code, Locale locale) {
        int afterPrefix = code.indexOf('.');
        int beforeName = code.lastIndexOf('.');
        if (afterPrefix < 0 || afterPrefix == beforeName) {
            return null;
        }
        String prefix = code.substring(0, afterPrefix);
        String folder = code.substring(afterPrefix + 1, beforeName).replace('.', '/');
        String name = code.substring(beforeName + 1);
        String own = file(prefix, folder + "/reasons_" + locale.getLanguage() + ".properties")
                .getProperty(name);
        return own != null ? own : file(prefix, folder + "/reasons.properties").getProperty(name);
    }

    /**
     * Remembers every file there is, but of names that nobody knows, which a stored reason may make up, only so many.
     */
    private Properties file(String prefix, String path) {
        String key = prefix + "/" + path;
        Properties known = files.get(key);
        if (known != null) {
            return known;
        }
        Properties loaded = load(prefix, path);
        if (!loaded.isEmpty() || files.size() < MOST_WITH_MISSING) {
            files.put(key, loaded);
        }
        return loaded;
    }

    /** How many files are remembered. */
    int remembered() {
        return files.size();
    }

    private Properties load(String prefix, String path) {
        Properties templates = new Properties();
        for (ReasonCatalog catalog : catalogs) {
            if (catalog.prefix().equals(prefix)) {
                try (InputStream in = catalog.open(path)) {
                    if (in != null) {
                        templates.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("reading the templates " + path, e);
                }
            }
        }
        return templates;
    }

    /** Replaces each {name} by its parameter; what is no parameter stays as it is. */
    private static String fill(String template, Map<String, String> parameters) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        int from = 0;
        while (true) {
            int open = template.indexOf('{', from);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return text.append(template, from, template.length()).toString();
            }
            String value = parameters.get(template.substring(open + 1, close));
            text.append(template, from, open);
            text.append(value != null ? value : template.substring(open, close + 1));
            from = close + 1;
        }
    }
}
