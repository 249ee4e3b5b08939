package io.github.saleskit.core.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * How many leads have one grade by one model and one by another.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the grade by the first model; absent for none
 * @param to the grade by the second model; absent for none
 * @param leads how many; at least 1
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GradeMovement(
        Optional<String> from,
        Optional<String> to,
        @Required int leads) implements StrictDocument {}
