package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.ProgressListener;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Opens a file as text: gzipped or not (told by its first bytes), UTF-8 with or without a byte-order mark, or UTF-16
 * with one.
 *
 * <p>Bytes that are no UTF-8 are read as U+FFFD, which readers report with its place.
 */
public final class InputText {

    private static final int BUFFER = 1 << 16;

    private InputText() {}

    /**
     * Opens the file; the caller closes it.
     *
     * @throws BadInputException when there is no such file, or it is a folder
     */
    public static Reader open(Path path) throws IOException {
        return open(path, ProgressListener.none());
    }

    /**
     * Opens the file; the caller closes it.
     *
     * @param progress told how many bytes of the file have been read, at its start and after each hundredth
     * @throws BadInputException when there is no such file, or it is a folder
     */
    public static Reader open(Path path, ProgressListener progress) throws IOException {
        if (Files.isDirectory(path)) {
            throw BadInputException.ofFile(path.toString(), "file.folder", "this is a folder, expected a file");
        }
        InputStream in = null;
        try {
            String phase = "reading " + path.getFileName();
            InputStream counted = new CountedInput(Files.newInputStream(path), phase, Files.size(path), progress);
            in = plain(new BufferedInputStream(counted, BUFFER));
            return new BufferedReader(new InputStreamReader(in, charset(in)), BUFFER);
        } catch (NoSuchFileException e) {
            throw BadInputException.ofFile(path.toString(), "file.missing", "there is no such file");
        } catch (IOException | RuntimeException e) {
            if (in != null) {
                in.close();
            }
            throw e;
        }
    }

    private static InputStream plain(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    /** Takes a byte-order mark off the stream and says what it stands for. */
    private static Charset charset(InputStream in) throws IOException {
        in.mark(3);
        byte[] start = in.readNBytes(3);
        in.reset();
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        boolean utf16 = start.length >= 2 && isMark(start[0], start[1]);
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean isMark(byte first, byte second) {
        return (first == (byte) 0xFE && second == (byte) 0xFF) || (first == (byte) 0xFF && second == (byte) 0xFE);
    }
}
