package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/** A host's type with a field of every kind. */
record Prospect(
        String id,
        @Nullable String industry,
        @Nullable String country,
        long visits,
        @Nullable Integer employees,
        double score,
        @Nullable BigDecimal rating,
        @Nullable BigMoneyProvider budget,
        @Nullable Boolean optedOut,
        @Nullable LocalDate due,
        @Nullable Instant createdAt,
        @Nullable Collection<String> tags,
        @Nullable Collection<Contact> contacts) {

    /** A nested element. */
    record Contact(
            @Nullable String role,
            long age,
            double weight,
            @Nullable BigDecimal share,
            @Nullable BigMoneyProvider bonus,
            @Nullable LocalDate since) {}

    static final FieldSet<Contact> CONTACT = FieldSet.of(Contact.class)
            .text("role", Contact::role)
            .whole("age", Contact::age)
            .number("weight", Contact::weight)
            .decimal("share", Contact::share)
            .money("bonus", Contact::bonus)
            .date("since", Contact::since)
            .build();

    static final FieldSet<Prospect> FIELDS = FieldSet.of(Prospect.class)
            .id(Prospect::id)
            .text("industry", Prospect::industry)
            .text("country", Prospect::country)
            .whole("visits", Prospect::visits)
            .optionalWhole("employees", Prospect::employees)
            .number("score", Prospect::score)
            .decimal("rating", Prospect::rating)
            .money("budget", Prospect::budget)
            .optionalFlag("optedOut", Prospect::optedOut)
            .date("due", Prospect::due)
            .instant("createdAt", Prospect::createdAt)
            .set("tags", Prospect::tags)
            .each("contacts", Prospect::contacts, CONTACT)
            .build();

    static final Prospect EMPTY =
            new Prospect("empty", null, null, 0, null, Double.NaN, null, null, null, null, null, null, null);

    Prospect withIndustry(@Nullable String value) {
        return new Prospect(
                id, value, country, visits, employees, score, rating, budget, optedOut, due, createdAt, tags, contacts);
    }

    Prospect withEmployees(@Nullable Integer value) {
        return new Prospect(
                id, industry, country, visits, value, score, rating, budget, optedOut, due, createdAt, tags, contacts);
    }

    Prospect withRating(@Nullable BigDecimal value) {
        return new Prospect(
                id, industry, country, visits, employees, score, value, budget, optedOut, due, createdAt, tags,
                contacts);
    }

    Prospect withBudget(@Nullable BigMoneyProvider value) {
        return new Prospect(
                id, industry, country, visits, employees, score, rating, value, optedOut, due, createdAt, tags,
                contacts);
    }

    Prospect withDue(@Nullable LocalDate value) {
        return new Prospect(
                id, industry, country, visits, employees, score, rating, budget, optedOut, value, createdAt, tags,
                contacts);
    }

    Prospect withCreatedAt(@Nullable Instant value) {
        return new Prospect(
                id, industry, country, visits, employees, score, rating, budget, optedOut, due, value, tags, contacts);
    }

    Prospect withTags(@Nullable Collection<String> value) {
        return new Prospect(
                id, industry, country, visits, employees, score, rating, budget, optedOut, due, createdAt, value,
                contacts);
    }

    Prospect withContacts(Contact... value) {
        return new Prospect(
                id,
                industry,
                country,
                visits,
                employees,
                score,
                rating,
                budget,
                optedOut,
                due,
                createdAt,
                tags,
                List.of(value));
    }
}
