package io.github.saleskit.forecast.pipeline;

import io.github.saleskit.core.support.RequiredComponents;
import org.junit.jupiter.api.Test;

class PipelineDocumentsTest {

    @Test
    void whatADocumentHasToGiveIsNeitherAbsentNorNull() {
        String band = "{\"fromDay\":0,\"wonADay\":0.01,\"lostADay\":0.02}";
        String pace = "{\"bands\":[" + band + "]}";
        String stage = "{\"stage\":\"talking\",\"type\":\"OPEN\",\"winProbability\":0.25}";
        RequiredComponents.assertNamed(band, PaceBand.class);
        RequiredComponents.assertNamed(pace, ClosingPace.class);
        RequiredComponents.assertNamed(stage, StageOutlook.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"name\":\"direct\",\"currency\":\"EUR\",\"stages\":[" + stage + "]}",
                PipelineModel.class);
        RequiredComponents.assertNamed("{\"id\":\"a\",\"entered\":{}}", DealHistory.class);
        RequiredComponents.assertNamed(
                "{\"id\":\"a\",\"stage\":\"talking\",\"amount\":\"EUR 2.00\"}", PipelineDeal.class);
        RequiredComponents.assertNamed("{\"amount\":\"EUR 2.00\",\"chance\":0.5}", OutcomeStep.class);
        RequiredComponents.assertNamed(
                "{\"stage\":\"talking\",\"won\":1,\"lost\":1,\"open\":0,"
                        + "\"lower\":0.1,\"upper\":0.9,\"winProbability\":0.5}",
                StageEvidence.class);
    }
}
