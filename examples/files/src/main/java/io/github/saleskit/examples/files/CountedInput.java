package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file as they lie on the disk; tells after each hundredth how many have been read. */
final class CountedInput extends FilterInputStream {

    private final WorkMeter meter;

    /** @param total bytes of the file */
    CountedInput(InputStream in, String phase, long total, ProgressListener progress) {
        super(in);
        this.meter = new WorkMeter(WorkBudget.unlimited(), StopSignal.never(), progress);
        meter.phase(phase, total);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        meter.spend(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        meter.spend(Math.max(0, read));
        return read;
    }
}
