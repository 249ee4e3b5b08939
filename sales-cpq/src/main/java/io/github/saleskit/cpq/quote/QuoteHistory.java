package io.github.saleskit.cpq.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.saleskit.core.approval.ApprovalStatus;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * All versions of a quote; only the last one lives.
 *
 * <pre>{@code
 * QuoteHistory history = QuoteHistory.start(quote);
 * history = history.move(QuoteStatus.IN_REVIEW, approval.status(), today).history();
 * history = history.revise(changedQuote);                       // a new draft; the version before is superseded
 * history.diff(1, 2).reasons();                                 // line L1: quantity 10 -> 12
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param versions the oldest first, at least one
 */
public record QuoteHistory(@Required int version, List<QuoteVersion> versions) implements StrictDocument {

    public QuoteHistory {
        DocumentVersion.require("quote history", version, 1);
        versions = versions == null ? List.of() : List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("versions is empty, but a quote has at least its first version.");
        }
    }

    /** The first draft. */
    public static QuoteHistory start(Quote quote) {
        return new QuoteHistory(
                1, List.of(new QuoteVersion(1, quote, QuoteStatus.DRAFT, Optional.empty(), Optional.empty())));
    }

    /** The version that lives. */
    @JsonIgnore
    public QuoteVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * The same history with another content, price and last day of its draft.
     *
     * @throws IllegalArgumentException when the latest version is no draft any more
     */
    public QuoteHistory withDraft(Quote quote, Optional<Money> total, Optional<LocalDate> validUntil) {
        if (latest().status() != QuoteStatus.DRAFT) {
            throw new IllegalArgumentException("version " + latest().number() + " is " + latest().status()
                    + ", but only a draft can be changed.\nMaybe revise the quote?");
        }
        return replaced(new QuoteVersion(latest().number(), quote, QuoteStatus.DRAFT, validUntil, total));
    }

    /**
     * A new draft, by which the latest version is superseded.
     *
     * @throws IllegalArgumentException when the latest version was accepted or cancelled
     */
    public QuoteHistory revise(Quote quote) {
        if (latest().status().isFinal()) {
            throw new IllegalArgumentException(
                    "version " + latest().number() + " is " + latest().status() + ", after which there is no other.");
        }
        List<QuoteVersion> all = new ArrayList<>(replaced(latest().withStatus(QuoteStatus.SUPERSEDED)).versions);
        all.add(new QuoteVersion(latest().number() + 1, quote, QuoteStatus.DRAFT, Optional.empty(), Optional.empty()));
        return new QuoteHistory(version, all);
    }

    /**
     * Takes the latest version to another status, if it can go there.
     *
     * <p>Guards: a quote goes into review, is approved and presented only with a total; it is approved only when its approval is; it
     * is presented and accepted only until its last day, and expires only after it. It is superseded by {@link #revise} alone.
     *
     * @param approval where its approval stands
     */
    public QuoteMove move(QuoteStatus to, ApprovalStatus approval, LocalDate today) {
        Optional<Reason> obstacle = obstacle(to, approval, today);
        return obstacle.map(why -> new QuoteMove(false, this, List.of(why)))
                .orElseGet(() -> new QuoteMove(true, replaced(latest().withStatus(to)), List.of(moved(to))));
    }

    private Reason moved(QuoteStatus to) {
        return Reason.of(
                "cpq.quote.moved",
                "quote",
                latest().quote().id(),
                "number",
                latest().number(),
                "from",
                latest().status(),
                "to",
                to);
    }

    private Optional<Reason> obstacle(QuoteStatus to, ApprovalStatus approval, LocalDate today) {
        QuoteVersion now = latest();
        if (!now.status().next().contains(to) || to == QuoteStatus.SUPERSEDED) {
            return Optional.of(Reason.of("cpq.quote.noSuchMove", "from", now.status(), "to", to));
        }
        boolean needsTotal = to == QuoteStatus.IN_REVIEW || to == QuoteStatus.APPROVED || to == QuoteStatus.PRESENTED;
        if (needsTotal && now.total().isEmpty()) {
            return Optional.of(Reason.of("cpq.quote.noTotal", "to", to));
        }
        if (to == QuoteStatus.APPROVED && approval != ApprovalStatus.APPROVED) {
            return Optional.of(Reason.of("cpq.quote.notApproved", "approval", approval));
        }
        boolean binds = to == QuoteStatus.PRESENTED || to == QuoteStatus.ACCEPTED;
        if (binds && now.isOverdue(today)) {
            return Optional.of(Reason.of(
                    "cpq.quote.overdue", "validUntil", now.validUntil().orElse(today)));
        }
        return to == QuoteStatus.EXPIRED && !now.isOverdue(today)
                ? Optional.of(Reason.of("cpq.quote.notOverdue", "today", today))
                : Optional.empty();
    }

    private QuoteHistory replaced(QuoteVersion newLatest) {
        List<QuoteVersion> all = new ArrayList<>(versions.subList(0, versions.size() - 1));
        all.add(newLatest);
        return new QuoteHistory(version, all);
    }

    /**
     * What changed from one version to another.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    public QuoteDiff diff(int from, int to) {
        return QuoteDiff.between(number(from), number(to));
    }

    private QuoteVersion number(int number) {
        return versions.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "number is " + number + ", but there are " + versions.size() + " versions."));
    }
}
