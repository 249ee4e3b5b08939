package io.github.saleskit.core.calendar;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds times one after another. */
interface Occurrences<T> {

    /** The next time, each once and in order; null when there is none any more. */
    @Nullable
    T next();

    /** The times as a stream that finds each when it is asked for. */
    default Stream<T> stream() {
        int ordered = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<T>(Long.MAX_VALUE, ordered) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        T next = next();
                        if (next == null) {
                            return false;
                        }
                        action.accept(next);
                        return true;
                    }
                },
                false);
    }
}
