package io.github.saleskit.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * Counts the bytes that this thread allocates; what the virtual machine allocates on the way is far below one byte a
 * record.
 */
class AllocationTest {

    private static final int RECORDS = 20_000;
    private static final Instant NOW = Samples.NOW;

    private static final Prospect PROSPECT = new Prospect(
                    "p",
                    "Software",
                    "JP",
                    3,
                    250,
                    1.5,
                    new BigDecimal("2.5"),
                    Money.parse("EUR 10"),
                    false,
                    LocalDate.of(2026, 3, 30),
                    NOW.minusSeconds(86_400),
                    Set.of("a", "b"),
                    List.of())
            .withContacts(
                    new Prospect.Contact("CEO", 50, 1, null, null, null),
                    new Prospect.Contact(null, 30, 2, null, null, null));

    private static final List<String> TEXTS = List.of(
            "industry in (\"Software\", \"Finance\") and employees >= 200 and visits between 1 and 5",
            "score > 1 and rating >= 2 and budget >= \"EUR 5\" and optedOut = false and due > \"2026-01-01\"",
            "createdAt >= now - 30 days and createdAt < today and due <= today + 3 business days",
            "createdAt >= \"2026-03-28\" and due > createdAt",
            "industry like \"S*w?re\" and industry contains \"oft\" and tags contains all (\"a\", \"b\")",
            "any contacts (role = \"CEO\") and count contacts (age >= 30) = 2 and sum age of contacts = 80",
            "max weight of contacts = 2 and visits < employees and industry != country and rating is present");

    private static long bytesPerRecord(Runnable ask) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 10 && least > 0; round++) { // the first ones warm up
            long before = allocatedBytes();
            for (int i = 0; i < RECORDS; i++) {
                ask.run();
            }
            least = Math.min(least, (allocatedBytes() - before) / RECORDS);
        }
        return least;
    }

    /** By reflection, because the library's module does not read the modules of the management beans. */
    private static long allocatedBytes() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return (Long) Class.forName("com.sun.management.ThreadMXBean")
                    .getMethod("getCurrentThreadAllocatedBytes")
                    .invoke(threads);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no count of allocated bytes", e);
        }
    }

    @Test
    void conditionsAllocateNothing() {
        for (String text : TEXTS) {
            Condition<Prospect> condition =
                    Condition.compile(Criterion.parse(text), Prospect.FIELDS).inZone(ZoneId.of("Europe/Berlin"));
            assertThat(condition.matches(PROSPECT, NOW)).as(text).isTrue();
            assertThat(bytesPerRecord(() -> condition.matches(PROSPECT, NOW)))
                    .as(text)
                    .isZero();
        }
    }

    @Test
    void theIndexAllocatesNothing() {
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            criteria.add(Criterion.parse(TEXTS.get(i % TEXTS.size()))
                    .and(Criterion.field("visits").lessThan(i)));
        }
        CriteriaIndex<Prospect> index = CriteriaIndex.compile(criteria, Prospect.FIELDS);
        CriteriaMatches matches = index.newMatches();
        index.find(PROSPECT, NOW, matches);
        assertThat(matches.count()).isEqualTo(196);
        assertThat(bytesPerRecord(() -> index.find(PROSPECT, NOW, matches))).isZero();
    }
}
