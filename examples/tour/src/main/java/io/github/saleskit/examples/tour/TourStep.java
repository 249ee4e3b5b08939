package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.ProgressListener;
import java.util.List;

/** One step of the sales day. */
interface TourStep {

    /** One word for the margin of the summary. */
    String name();

    /** The files without which the step is left out. */
    List<InputFile> needs();

    /** The definitions it works by, for which the tour's own stand in. */
    List<InputFile> uses();

    /** Does the step. */
    StepResult run(TourData data, ProgressListener progress);
}
