package io.github.saleskit.examples.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The most heap that was in use at any time. */
final class HeapPeak {

    private HeapPeak() {}

    /** The sum of the peaks of all heap pools since the JVM started, in mebibytes, rounded up. */
    static long mebibytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                bytes += pool.getPeakUsage().getUsed();
            }
        }
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
