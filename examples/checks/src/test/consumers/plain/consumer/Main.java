package consumer;

import static io.github.saleskit.core.criteria.Criterion.field;
import static io.github.saleskit.core.criteria.Criterion.parse;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.scoring.Grade;
import io.github.saleskit.core.scoring.LeadScore;
import io.github.saleskit.core.scoring.LeadScorer;
import io.github.saleskit.core.scoring.RuleGroup;
import io.github.saleskit.core.scoring.ScoringModel;
import io.github.saleskit.core.scoring.ScoringRule;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A host without Jackson: the example of the README. */
final class Main {

    private Main() {}

    // README: begin
    // The host's own type; the library never asks for its own.
    record Prospect(String id, String industry, int employees, boolean optedOut) {}

    static LeadScore score(Prospect prospect, Instant now) {
        FieldSet<Prospect> fields = FieldSet.of(Prospect.class)
                .id(Prospect::id)
                .text("industry", Prospect::industry)
                .whole("employees", Prospect::employees)
                .flag("optedOut", Prospect::optedOut)
                .build();
        ScoringModel model = ScoringModel.builder()
                .name("inbound")
                .addGroups(RuleGroup.of(
                        "fit",
                        ScoringRule.of("target industry", field("industry").in("Software", "Finance"), 30),
                        ScoringRule.of("big enough", parse("employees >= 200 and not optedOut = true"), 20)))
                .addGrades(Grade.of("A", 40), Grade.of("B", 20))
                .build();
        return LeadScorer.compile(model, fields).score(prospect, now);
    }
    // README: end

    public static void main(String[] arguments) {
        LeadScore score = score(new Prospect("P-1", "Finance", 450, false), Instant.parse("2026-11-23T09:00:00Z"));
        if (score.points().intValueExact() != 50 || !score.grade().equals(Optional.of("A"))) {
            throw new IllegalStateException("the score is " + score);
        }
        score.reasons().forEach(reason -> System.out.println(reason.fullText(Locale.ENGLISH)));
        System.out.println("consumer is content");
    }
}
