package io.github.saleskit.core.scorecard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Codes of texts: 0 for none, 1 and up for the known ones in their order, one more for all others. An open-addressing
 * hash table.
 */
final class Texts {

    private final @Nullable String[] table;
    private final int[] codes;
    private final int other;

    Texts(String... known) {
        table = new String[Math.max(4, Integer.highestOneBit(known.length + 1) * 4)];
        codes = new int[table.length];
        other = known.length + 1;
        for (int i = 0; i < known.length; i++) {
            put(known[i], i + 1);
        }
    }

    /** For groups of texts: each text has the code of its group, from 1. */
    static Texts ofGroups(Iterable<? extends Iterable<String>> groups) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        int group = 0;
        for (Iterable<String> texts : groups) {
            group++;
            for (String text : texts) {
                codes.put(text, group);
            }
        }
        Texts result = new Texts(codes.size(), group + 1);
        codes.forEach(result::put);
        return result;
    }

    private Texts(int count, int other) {
        table = new String[Math.max(4, Integer.highestOneBit(count + 1) * 4)];
        codes = new int[table.length];
        this.other = other;
    }

    private void put(String text, int code) {
        int slot = slotOf(text);
        table[slot] = text;
        codes[slot] = code;
    }

    int code(@Nullable String text) {
        if (text == null) {
            return Column.ABSENT;
        }
        int slot = slotOf(text);
        return table[slot] == null ? other : codes[slot];
    }

    /** The code of texts that are not known. */
    int other() {
        return other;
    }

    private int slotOf(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & table.length - 1;
        while (true) {
            String there = table[slot];
            if (there == null || there.equals(text)) {
                return slot;
            }
            slot = slot + 1 & table.length - 1;
        }
    }
}
