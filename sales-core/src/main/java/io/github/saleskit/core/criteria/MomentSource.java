package io.github.saleskit.core.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A moment relative to now, as an instant or as a day.
 *
 * <p>Remembers what the last {@code now} came to, so that a batch with one {@code now} resolves it once. The memory is
 * an immutable object in a plain field: a thread that misses another's only resolves again.
 */
final class MomentSource<T> extends Source<T> {

    private final Operand.Moment moment;
    private final Binding binding;
    private @Nullable Resolved last;

    MomentSource(Operand.Moment moment, FieldKind kind, Binding binding) {
        super(kind);
        this.moment = moment;
        this.binding = binding;
    }

    /** The day of this moment instead of the moment. */
    MomentSource<T> asDay() {
        return new MomentSource<>(moment, FieldKind.DATE, binding);
    }

    /** What a moment came to: an instant and its day. */
    private record Resolved(Instant now, Instant instant, LocalDate day) {}

    private Resolved at(Instant now) {
        Resolved resolved = last;
        if (resolved == null || !resolved.now.equals(now)) {
            resolved = resolve(now);
            last = resolved;
        }
        return resolved;
    }

    private Resolved resolve(Instant now) {
        ZonedDateTime moved = moved(now.atZone(binding.zone()));
        return new Resolved(now, moved.toInstant(), moved.toLocalDate());
    }

    private ZonedDateTime moved(ZonedDateTime from) {
        if (moment.unit() == RelativeUnit.BUSINESS_DAYS) {
            return from.with(binding.businessDays().plus(from.toLocalDate(), moment.amount()));
        }
        return from.plus(moment.amount(), moment.unit().chronoUnit());
    }

    @Override
    long whole(T record, Instant now) {
        throw new IllegalStateException("a moment is no number");
    }

    @Override
    double number(T record, Instant now) {
        throw new IllegalStateException("a moment is no number");
    }

    @Override
    Object value(T record, Instant now) {
        Resolved resolved = at(now);
        return kind == FieldKind.DATE ? resolved.day : resolved.instant;
    }
}
