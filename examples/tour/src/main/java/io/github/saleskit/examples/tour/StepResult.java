package io.github.saleskit.examples.tour;

import io.github.saleskit.examples.tour.report.Section;
import java.util.List;

/**
 * What a step of the day came to.
 *
 * @param lines for the terminal, the first with the finding
 * @param section for the report
 */
record StepResult(List<String> lines, Section section) {

    StepResult {
        lines = List.copyOf(lines);
    }
}
