package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.ProgressListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file as they lie on the disk; tells after each hundredth how many have been read. */
final class CountedInput extends FilterInputStream {

    private static final int REPORTS = 100;

    private final String phase;
    private final long total;
    private final ProgressListener progress;
    private long done;
    private long nextReport;

    /** @param total bytes of the file */
    CountedInput(InputStream in, String phase, long total, ProgressListener progress) {
        super(in);
        this.phase = phase;
        this.total = total;
        this.progress = progress;
        count(0);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(read);
        return read;
    }

    private void count(int read) {
        done += Math.max(0, read);
        if (done >= nextReport) {
            nextReport = done + Math.max(1, total / REPORTS);
            progress.onProgress(phase, Math.min(done, total), total);
        }
    }
}
