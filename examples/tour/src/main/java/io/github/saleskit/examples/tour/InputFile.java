package io.github.saleskit.examples.tour;

import java.util.Locale;

/** The files of a sales day. */
enum InputFile {
    LEADS("leads.csv", Fallback.NONE, "leads to score and assign"),
    ACTIVITIES("activities.csv", Fallback.NONE, "what the leads did"),
    REPS("reps.csv", Fallback.SHIPPED, "who sells"),
    ACCOUNTS("accounts.csv", Fallback.NONE, "accounts to balance into territories"),
    OPPORTUNITIES("opportunities.csv", Fallback.NONE, "open and closed opportunities"),
    SALES("sales.csv", Fallback.NONE, "monthly sales"),
    SETTINGS("settings.json", Fallback.NONE, "the day, the fiscal year, the quota"),
    SCORING("scoring.json", Fallback.SHIPPED, "the scoring model"),
    ASSIGNMENT("assignment.json", Fallback.SHIPPED, "the assignment policy"),
    PROCESS("process.json", Fallback.SHIPPED, "the sales process"),
    CATALOG("catalog.json", Fallback.SHIPPED, "the product catalogue"),
    PRICING("pricing.json", Fallback.SHIPPED, "the price books and rules"),
    QUOTE("quote.json", Fallback.NONE, "the quote to price");

    /** What stands in when a user brings files of their own, but not this one. */
    enum Fallback {
        /** Nothing: the step is left out. */
        NONE,
        /** The file that ships with the tour. */
        SHIPPED
    }

    private final String fileName;
    private final Fallback fallback;
    private final String contents;

    InputFile(String fileName, Fallback fallback, String contents) {
        this.fileName = fileName;
        this.fallback = fallback;
        this.contents = contents;
    }

    String fileName() {
        return fileName;
    }

    Fallback fallback() {
        return fallback;
    }

    /** What is in it, in words for the reader. */
    String contents() {
        return contents;
    }

    /** The name of the table in mappings and of the option without its dashes. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isTable() {
        return fileName.endsWith(".csv");
    }
}
