package io.github.saleskit.cpq.internal;

import io.github.saleskit.core.definition.Problems;
import java.util.Collection;

/** Words the message about a name that nothing has. */
public final class Unknown {

    private Unknown() {}

    /**
     * The name, what is wrong with it, and on a second line the name that may have been meant.
     *
     * @param parameter name of the parameter
     * @param name that was given
     * @param problem such as {@code but quote Q-1 has no such line.}
     * @param known all names that are there
     */
    public static String message(String parameter, String name, String problem, Collection<String> known) {
        String advice = Problems.suggest(name, known);
        return parameter + " is \"" + name + "\", " + problem + (advice == null ? "" : "\n" + advice);
    }
}
