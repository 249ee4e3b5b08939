package io.github.saleskit.examples.tour;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.lead.Lead;
import io.github.saleskit.core.lead.LeadProcess;
import io.github.saleskit.core.lead.LeadStatusType;
import io.github.saleskit.core.scoring.Engagement;
import io.github.saleskit.examples.tour.TourTables.Activity;
import java.util.List;

/**
 * A lead, what it did and, once scored, its grade: the tour's own type, by whose fields it is scored and assigned.
 *
 * @param grade empty before scoring and where the points earn none
 */
record Prospect(Lead lead, List<Activity> activities, String grade) {

    static final FieldSet<Activity> ACTIVITY = FieldSet.of(Activity.class)
            .text("kind", Activity::kind)
            .date("on", Activity::on)
            .build();

    static final FieldSet<Prospect> FIELDS = FieldSet.of(Prospect.class)
            .id(prospect -> prospect.lead().id())
            .instant("createdAt", prospect -> prospect.lead().createdAt())
            .text("company", prospect -> prospect.lead().company().orElse(null))
            .text("title", prospect -> prospect.lead().title().orElse(null))
            .text("email", prospect -> prospect.lead().email().orElse(null))
            .text("industry", prospect -> prospect.lead().industry().orElse(null))
            .optionalWhole("employees", prospect -> prospect.lead().employees().orElse(null))
            .text("country", prospect -> prospect.lead().country().orElse(null))
            .text("language", prospect -> prospect.lead().language().orElse(null))
            .text("source", prospect -> prospect.lead().source().orElse(null))
            .set("interests", prospect -> prospect.lead().interests())
            .whole("interestCount", prospect -> prospect.lead().interests().size())
            .each("activities", Prospect::activities, ACTIVITY)
            .text("grade", prospect -> prospect.grade().isEmpty() ? null : prospect.grade())
            .build();

    Prospect withGrade(String newGrade) {
        return new Prospect(lead, activities, newGrade);
    }

    /** What it did, in the order of time. */
    Engagement<Activity> engagement() {
        return Engagement.of(activities, activity -> TourTables.startOf(activity.on()));
    }

    /** What its status means. */
    LeadStatusType status() {
        return LeadProcess.standard().status(lead.status()).orElseThrow().type();
    }

    /** The person, the company, or at least the id. */
    String label() {
        return lead.name().or(lead::company).orElse(lead.id());
    }
}
