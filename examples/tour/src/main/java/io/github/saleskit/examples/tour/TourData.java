package io.github.saleskit.examples.tour;

import io.github.saleskit.core.assignment.AssignmentPolicy;
import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.SalesProcess;
import io.github.saleskit.core.scoring.ScoringModel;
import io.github.saleskit.core.team.SalesRep;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.examples.tour.TourTables.AccountRow;
import io.github.saleskit.examples.tour.TourTables.MonthlySales;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything the day works on, read and checked.
 *
 * @param asOf the day
 * @param sales in order of the months
 */
record TourData(
        Settings settings,
        LocalDate asOf,
        List<SalesRep> reps,
        List<Prospect> prospects,
        ScoringModel scoring,
        AssignmentPolicy assignment,
        List<AccountRow> accounts,
        SalesProcess process,
        List<Opportunity> opportunities,
        List<MonthlySales> sales,
        Optional<Selling> selling) {

    /** A quote and what it is priced by. */
    record Selling(Catalog catalog, PricingPlan plan, Quote quote) {}

    /** The end of the day, by which everything that happened on it is known. */
    Instant now() {
        return TourTables.startOf(asOf.plusDays(1)).minusMillis(1);
    }
}
