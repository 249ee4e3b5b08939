package io.github.saleskit.cpq.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.saleskit.core.approval.ApprovalStatus;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * All versions of a quote; only the last one lives.
 *
 * <pre>{@code
 * QuoteHistory history = QuoteHistory.start(quote);
 * history = history.move(QuoteStatus.IN_REVIEW, approval.status(), "ann", today).history();
 * history = history.revise(changedQuote, "ann", today);         // a new draft; the version before is superseded
 * history.diff(1, 2).reasons();                                 // line L1: quantity 10 -> 12
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param versions the oldest first, at least one; all but the last are superseded
 * @param trail every change of status, the oldest first
 */
public record QuoteHistory(
        @Required int version,
        @Complete List<QuoteVersion> versions,
        @Complete List<QuoteEvent> trail) implements StrictDocument {

    public QuoteHistory {
        DocumentVersion.require("quote history", version, 1);
        versions = versions == null ? List.of() : List.copyOf(versions);
        trail = trail == null ? List.of() : List.copyOf(trail);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("versions is empty, but a quote has at least its first version.");
        }
        for (int i = 0; i < versions.size(); i++) {
            requireInOrder(versions, i);
        }
    }

    private static void requireInOrder(List<QuoteVersion> versions, int i) {
        QuoteVersion each = versions.get(i);
        if (each.number() != i + 1) {
            throw new IllegalArgumentException(
                    "versions has number " + each.number() + " in place " + (i + 1) + ", but they count from 1.");
        }
        requireSameQuote(versions.get(0).quote(), each.quote());
        if (i < versions.size() - 1 && each.status() != QuoteStatus.SUPERSEDED) {
            throw new IllegalArgumentException("version " + each.number() + " is " + each.status()
                    + ", but only the last version is not superseded.");
        }
    }

    private static void requireSameQuote(Quote before, Quote after) {
        if (!before.id().equals(after.id())) {
            throw new IllegalArgumentException(
                    "quote is \"" + after.id() + "\", but this is the history of " + before.id() + ".");
        }
    }

    /** The first draft. */
    public static QuoteHistory start(Quote quote) {
        return new QuoteHistory(
                1,
                List.of(new QuoteVersion(1, quote, QuoteStatus.DRAFT, Optional.empty(), Optional.empty())),
                List.of());
    }

    /** The version that lives. */
    @JsonIgnore
    public QuoteVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * The same history with another content, price and last day of its draft.
     *
     * @throws IllegalArgumentException when the latest version is no draft any more, or it is another quote
     */
    public QuoteHistory withDraft(Quote quote, Optional<Money> total, Optional<LocalDate> validUntil) {
        if (latest().status() != QuoteStatus.DRAFT) {
            throw new IllegalArgumentException("version " + latest().number() + " is " + latest().status()
                    + ", but only a draft can be changed.\nMaybe revise the quote?");
        }
        List<QuoteVersion> all = new ArrayList<>(versions.subList(0, versions.size() - 1));
        all.add(new QuoteVersion(latest().number(), quote, QuoteStatus.DRAFT, validUntil, total));
        return new QuoteHistory(version, all, trail);
    }

    /**
     * A new draft, by which the latest version is superseded.
     *
     * @param by who revises it
     * @throws IllegalArgumentException when the latest version was accepted or cancelled, or it is another quote
     */
    public QuoteHistory revise(Quote quote, String by, LocalDate today) {
        if (latest().status().isFinal()) {
            throw new IllegalArgumentException(
                    "version " + latest().number() + " is " + latest().status() + ", after which there is no other.");
        }
        return followedBy(
                new QuoteVersion(latest().number() + 1, quote, QuoteStatus.DRAFT, Optional.empty(), Optional.empty()),
                by,
                today);
    }

    private QuoteHistory followedBy(QuoteVersion next, String by, LocalDate today) {
        QuoteHistory superseded = replaced(latest().withStatus(QuoteStatus.SUPERSEDED), by, today);
        List<QuoteVersion> all = new ArrayList<>(superseded.versions);
        all.add(next);
        return new QuoteHistory(version, all, superseded.trail);
    }

    /**
     * The customer chooses among the optional and alternative lines that were presented: a new version with those lines
     * is presented in its place, until the same day. What the company offered needs no new approval. The trail notes
     * both: that the version before is superseded, and who presented the new one.
     *
     * @param lines ids of the lines chosen, as {@link Quote#choosing} takes them
     * @param total what the quote costs with them, priced by the same prices as what was presented
     * @param by who chose
     * @throws IllegalArgumentException when the latest version is not presented, its last day has passed, the total is
     *     in another currency, or a line cannot be chosen
     */
    public QuoteHistory choose(Collection<String> lines, Money total, String by, LocalDate today) {
        QuoteVersion now = latest();
        if (now.status() != QuoteStatus.PRESENTED) {
            throw new IllegalArgumentException("version " + now.number() + " is " + now.status()
                    + ", but a customer can only choose from what is presented.");
        }
        if (now.isOverdue(today)) {
            throw new IllegalArgumentException("today is " + today + ", but the quote was valid until "
                    + now.validUntil().orElse(today) + ".");
        }
        now.total()
                .filter(presented -> !presented.getCurrencyUnit().equals(total.getCurrencyUnit()))
                .ifPresent(presented -> {
                    throw new IllegalArgumentException("total is " + total + ", but the quote was presented in "
                            + presented.getCurrencyUnit() + ".");
                });
        QuoteVersion chosen = new QuoteVersion(
                now.number() + 1,
                now.quote().choosing(lines),
                QuoteStatus.PRESENTED,
                now.validUntil(),
                Optional.of(total));
        QuoteHistory followed = followedBy(chosen, by, today);
        return new QuoteHistory(
                version,
                followed.versions,
                noted(followed.trail, new QuoteEvent(today, by, chosen.number(), now.status(), chosen.status())));
    }

    /**
     * Takes the latest version to another status, if it can go there.
     *
     * <p>Guards: a quote goes into review, is approved and presented only with a total; it is approved only when its
     * approval is; it is presented and accepted only until its last day, and expires only after it. It is superseded by
     * {@link #revise} alone.
     *
     * @param approval where its approval stands
     * @param by who moves it
     */
    public QuoteMove move(QuoteStatus to, ApprovalStatus approval, String by, LocalDate today) {
        Optional<Reason> obstacle = obstacle(to, approval, today);
        return obstacle.map(why -> new QuoteMove(false, this, List.of(why)))
                .orElseGet(() -> new QuoteMove(true, replaced(latest().withStatus(to), by, today), List.of(moved(to))));
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

    /** With another status of the latest version, noted in the trail. */
    private QuoteHistory replaced(QuoteVersion newLatest, String by, LocalDate today) {
        List<QuoteVersion> all = new ArrayList<>(versions.subList(0, versions.size() - 1));
        all.add(newLatest);
        QuoteEvent event = new QuoteEvent(today, by, newLatest.number(), latest().status(), newLatest.status());
        return new QuoteHistory(version, all, noted(trail, event));
    }

    private static List<QuoteEvent> noted(List<QuoteEvent> trail, QuoteEvent event) {
        List<QuoteEvent> events = new ArrayList<>(trail);
        events.add(event);
        return events;
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
