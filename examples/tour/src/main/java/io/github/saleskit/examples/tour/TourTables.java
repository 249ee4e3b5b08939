package io.github.saleskit.examples.tour;

import io.github.saleskit.core.lead.Lead;
import io.github.saleskit.core.lead.LeadProcess;
import io.github.saleskit.core.lead.LeadStatusType;
import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.StageEntry;
import io.github.saleskit.core.opportunity.StageHistory;
import io.github.saleskit.core.team.SalesRep;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.territory.geo.GeoPoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The documented forms of the tables, and how a row becomes a value. */
final class TourTables {

    static final TableForm LEADS = TableForm.of("leads")
            .required("id", "unique")
            .required("created_on", "date")
            .optional("status", "new, working, qualified, recycled, converted or disqualified; new when empty")
            .optional("name", "the person")
            .optional("company", "where the person works")
            .optional("title", "what the person does there")
            .optional("email", "as written")
            .optional("industry", "of the company")
            .optional("employees", "whole number")
            .optional("country", "code such as DE")
            .optional("language", "code such as de")
            .optional("source", "where the lead came from")
            .optional("interests", "between semicolons");

    static final TableForm ACTIVITIES = TableForm.of("activities")
            .required("lead_id", "id of a lead")
            .required("kind", "what the lead did")
            .required("on", "date");

    static final TableForm REPS = TableForm.of("reps")
            .required("id", "unique")
            .required("name", "as people read it")
            .optional("weight", "turns in relation to others, whole number; 1 when empty")
            .optional("capacity", "most open leads")
            .optional("languages", "codes between semicolons")
            .optional("skills", "between semicolons")
            .optional("territories", "regions the rep sells in, between semicolons")
            .optional("zone", "time zone such as Europe/Berlin");

    static final TableForm ACCOUNTS = TableForm.of("accounts")
            .required("id", "unique")
            .required("latitude", "degrees north")
            .required("longitude", "degrees east")
            .required("potential", "what it may bring a year, number")
            .optional("name", "as people read it")
            .optional("region", "balanced by itself; one region when absent")
            .optional("city", "where it is");

    static final TableForm OPPORTUNITIES = TableForm.of("opportunities")
            .required("id", "unique")
            .required("stage", "id of a stage of the sales process")
            .required("currency", "ISO code such as EUR")
            .optional("amount", "number")
            .optional("name", "as people read it")
            .optional("account", "id of the account")
            .optional("owner", "id of the rep")
            .optional("created_on", "date; the day of the run when empty")
            .optional("created_stage", "stage a closed one was created in; the first of the process when empty")
            .optional("close_date", "date: when it was, or is expected to be, won or lost")
            .optional("stage_history", "such as discovery:2026-01-12;proposal:2026-02-03");

    static final TableForm SALES = TableForm.of("sales")
            .required("month", "such as 2026-10")
            .required("amount", "number")
            .required("currency", "ISO code such as EUR");

    private TourTables() {}

    /** Something a lead did. */
    record Activity(String lead, String kind, LocalDate on) {}

    /** An account with its place. */
    record AccountRow(String id, String name, String region, Optional<String> city, GeoPoint place, double potential) {}

    /** An opportunity before it is known on which day we stand. */
    record OpportunityRow(
            String id,
            String stage,
            Optional<String> name,
            Optional<String> account,
            Optional<String> owner,
            CurrencyUnit currency,
            Optional<Money> amount,
            Optional<LocalDate> createdOn,
            Optional<String> createdStage,
            Optional<LocalDate> closeDate,
            Optional<StageHistory> history) {

        /**
         * The opportunity; one without a date of creation counts as created on the day of the run, or when it was
         * closed.
         */
        Opportunity toOpportunity(String firstStage, boolean closed, LocalDate asOf) {
            return Opportunity.builder()
                    .id(id)
                    .name(name)
                    .account(account)
                    .owner(owner)
                    .amount(amount)
                    .expectedClose(closeDate)
                    .history(history.orElseGet(() -> assumedHistory(firstStage, closed, asOf)))
                    .build();
        }

        private StageHistory assumedHistory(String firstStage, boolean closed, LocalDate asOf) {
            LocalDate ended = closed ? closeDate.orElse(createdOn.orElse(asOf)) : asOf;
            LocalDate created = createdOn.orElse(ended);
            return closed
                    ? StageHistory.createdIn(createdStage.orElse(firstStage), startOf(created))
                            .plus(stage, startOf(ended))
                    : StageHistory.createdIn(stage, startOf(created));
        }
    }

    /** The sales of one month. */
    record MonthlySales(YearMonth month, Money amount) {}

    static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Lead lead(Row row) {
        return Lead.builder()
                .id(row.id("id"))
                .createdAt(startOf(row.date("created_on")))
                .status(idOf(row.optional("status", c -> row.constant(c, LeadStatusType.class))
                        .orElse(LeadStatusType.NEW)))
                .name(row.optional("name", row::text))
                .company(row.optional("company", row::text))
                .title(row.optional("title", row::text))
                .email(row.optional("email", row::text))
                .industry(row.optional("industry", row::text))
                .employees(row.optional("employees", c -> (int) row.whole(c, 0, Integer.MAX_VALUE)))
                .country(row.optional("country", row::text))
                .language(row.optional("language", row::text))
                .source(row.optional("source", row::text))
                .addAllInterests(row.list("interests"))
                .build();
    }

    /** The status of that type in the standard process. */
    private static String idOf(LeadStatusType type) {
        return LeadProcess.standard().statuses().stream()
                .filter(status -> status.type() == type)
                .findFirst()
                .orElseThrow()
                .id();
    }

    static Activity activity(Row row) {
        return new Activity(row.text("lead_id"), row.text("kind"), row.date("on"));
    }

    static SalesRep rep(Row row) {
        return SalesRep.builder()
                .id(row.id("id"))
                .name(row.text("name"))
                .weight(row.optional("weight", c -> (int) row.whole(c, 1, 1_000))
                        .orElse(1))
                .capacity(row.optional("capacity", c -> (int) row.whole(c, 0, Integer.MAX_VALUE)))
                .addAllLanguages(row.list("languages"))
                .addAllSkills(row.list("skills"))
                .addAllTerritories(row.list("territories"))
                .zone(row.optional("zone", c -> zone(row, c)))
                .build();
    }

    private static ZoneId zone(Row row, String column) {
        try {
            return ZoneId.of(row.text(column));
        } catch (DateTimeException e) {
            String text = row.text(column);
            row.report(
                    column,
                    "zone.unknown",
                    text,
                    column + " is \"" + text + "\", expected a time zone such as Europe/Berlin",
                    null);
            return ZoneOffset.UTC;
        }
    }

    static AccountRow account(Row row) {
        String id = row.id("id");
        return new AccountRow(
                id,
                row.optional("name", row::text).orElse(id),
                row.optional("region", row::text).orElse("All accounts"),
                row.optional("city", row::text),
                GeoPoint.of(row.number("latitude", -90, 90), row.number("longitude", -180, 180)),
                row.number("potential", 0, 1e15));
    }

    static OpportunityRow opportunity(Row row) {
        return new OpportunityRow(
                row.id("id"),
                row.text("stage"),
                row.optional("name", row::text),
                row.optional("account", row::text),
                row.optional("owner", row::text),
                row.currency("currency"),
                row.optional("amount", c -> row.money(c, "currency")),
                row.optional("created_on", row::date),
                row.optional("created_stage", row::text),
                row.optional("close_date", row::date),
                row.optional("stage_history", c -> history(row, c)));
    }

    private static StageHistory history(Row row, String column) {
        List<StageEntry> entries = new ArrayList<>();
        for (String part : row.list(column)) {
            int colon = part.indexOf(':');
            try {
                LocalDate date = LocalDate.parse(part.substring(colon + 1).strip());
                entries.add(new StageEntry(part.substring(0, Math.max(colon, 0)).strip(), startOf(date)));
            } catch (DateTimeParseException e) {
                row.report(
                        column,
                        "history.invalid",
                        part,
                        column + " has \"" + part + "\", expected such as discovery:2026-01-12",
                        null);
                return StageHistory.createdIn("", Instant.EPOCH);
            }
        }
        return new StageHistory(entries);
    }

    static MonthlySales sales(Row row) {
        return new MonthlySales(month(row), row.money("amount", "currency"));
    }

    /** A month from 1900 to 2200. */
    private static YearMonth month(Row row) {
        String text = row.id("month");
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 1900 && month.getYear() <= 2200) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // reported below like a month that is too far away
        }
        if (!text.isEmpty()) {
            row.report("month", "month.invalid", text, "month is \"" + text + "\", expected such as 2026-10", null);
        }
        return YearMonth.of(1970, 1);
    }
}
