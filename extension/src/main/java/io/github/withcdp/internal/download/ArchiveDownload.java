package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Brings an archive here. */
final class ArchiveDownload {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int EXCERPT = 1000;

    private final URI archive;
    private final Path file;
    private final DownloadClient http;
    private final long largest;
    private final Progress progress;

    ArchiveDownload(URI archive, Path file, DownloadClient http, Limits limits, Progress progress) {
        this.archive = archive;
        this.file = file;
        this.http = http;
        this.largest = limits.archive();
        this.progress = progress;
    }

    /**
     * Bring all of it here.
     *
     * @throws NetworkFailure if that cannot be done; what came is left to the caller
     */
    void run(Deadline deadline) throws IOException, InterruptedException {
        // Opened here, so that whoever leaves closes it, and nothing is written any more.
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            http.get(archive, deadline, answer -> receive(answer, Channels.newOutputStream(channel)));
        }
    }

    private long receive(DownloadResponse answer, OutputStream out) throws IOException {
        if (!answer.isFile()) {
            throw answer.refusal();
        }
        long announced = answer.head().length();
        if (announced > largest) {
            throw tooLarge("says that it has " + DownloadMessages.size(announced));
        }
        progress.begin(announced);
        long came = copy(answer.body(), out);
        if (announced >= 0 && came != announced) {
            throw brokenOff(came, DownloadMessages.size(announced) + " had been announced", null);
        }
        return came;
    }

    /** Return how many bytes came. */
    private long copy(InputStream body, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        int count = read(body, buffer, 0, ZIP.length);
        if (count == ZIP.length && !Arrays.equals(ZIP, Arrays.copyOf(buffer, ZIP.length))) {
            throw noZip(buffer, count + read(body, buffer, count, EXCERPT));
        }
        long came = 0;
        while (count > 0) {
            came += count;
            if (came > largest) {
                throw tooLarge("did not end after " + DownloadMessages.size(largest));
            }
            out.write(buffer, 0, count);
            progress.at(came);
            count = read(body, buffer, came);
        }
        return came;
    }

    /** Read all of the few bytes that are to be looked at. */
    private int read(InputStream body, byte[] buffer, int from, int length) throws NetworkFailure {
        try {
            return body.readNBytes(buffer, from, length);
        } catch (IOException e) {
            throw brokenOff(from, http.reason(e, archive), e);
        }
    }

    /** Read as many as are there; only what goes wrong here is the fault of the network, and not that of the disk. */
    private int read(InputStream body, byte[] buffer, long came) throws NetworkFailure {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw brokenOff(came, http.reason(e, archive), e);
        }
    }

    private NetworkFailure noZip(byte[] begin, int length) {
        return new NetworkFailure("GET " + DownloadMessages.url(archive) + " was answered with what is no zip archive: "
                + DownloadMessages.text(new String(begin, 0, length, StandardCharsets.UTF_8), archive));
    }

    private NetworkFailure brokenOff(long came, String why, @Nullable Throwable cause) {
        return new NetworkFailure(
                "GET " + DownloadMessages.url(archive) + " broke off after " + DownloadMessages.size(came) + ": " + why,
                cause);
    }

    private NetworkFailure tooLarge(String problem) {
        return new NetworkFailure("the archive at " + DownloadMessages.url(archive) + " " + problem
                + ", but must not have more than " + DownloadMessages.size(largest));
    }
}
