package io.github.withcdp.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Brings an archive here, and goes on where it, or somebody else before, was interrupted. */
final class ArchiveDownload {

    /** How often it goes on by itself, provided that each time something came. */
    private static final int CONTINUATIONS = 5;

    private static final int BUFFER = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final URI archive;
    private final PartialArchive partial;
    private final Http http;
    private final long largest;
    private final Progress progress;

    ArchiveDownload(URI archive, PartialArchive partial, Http http, Limits limits, Progress progress) {
        this.archive = archive;
        this.partial = partial;
        this.http = http;
        this.largest = limits.archive();
        this.progress = progress;
    }

    /** The connection ended before the archive did. */
    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Bring all of it here.
     *
     * @throws NetworkFailure if that cannot be done; what came is kept then, for the next time
     */
    void run(TimeLimit deadline) throws IOException, InterruptedException {
        Errand.run(deadline, errand -> {
            for (int continuations = 0; ; continuations++) {
                long had = partial.size();
                try {
                    transfer(errand);
                    return true;
                } catch (BrokenOff e) {
                    long has = partial.size();
                    boolean canGoOn = has > had && partial.validator(archive).isPresent();
                    if (!canGoOn || continuations == CONTINUATIONS) {
                        throw new NetworkFailure(
                                "GET " + ShownAddress.url(archive) + " broke off after " + ShownAddress.size(has)
                                        + ": " + e.getMessage()
                                        + (partial.validator(archive).isPresent()
                                                ? ". The next time goes on from there"
                                                : ""),
                                e);
                    }
                }
            }
        });
    }

    private void transfer(Errand errand) throws IOException {
        var known = partial.validator(archive);
        if (known.isPresent()) {
            long had = partial.size();
            var answer = http.get(archive, Map.of("Range", "bytes=" + had + "-", "If-Range", known.get()), errand);
            var range = answer.header("Content-Range").flatMap(ContentRange::parse);
            boolean same = validator(answer).map(known.get()::equals).orElse(true);
            if (answer.status() == 416
                    && same
                    && range.filter(told -> told.total() == had).isPresent()) {
                return; // all of it is here
            }
            if (answer.status() == 206
                    && same
                    && range.filter(told -> told.first() == had).isPresent()) {
                receive(answer, range.get().total(), errand);
                return;
            }
            if (answer.status() == 200) {
                receiveFromStart(answer, errand);
                return;
            }
            if (answer.status() != 416 && answer.status() != 206) {
                throw answer.refusal();
            }
            answer.connection().disconnect();
        }
        var answer = http.get(archive, Map.of(), errand);
        if (answer.status() != 200) {
            throw answer.refusal();
        }
        receiveFromStart(answer, errand);
    }

    private void receiveFromStart(StreamedAnswer answer, Errand errand) throws IOException {
        if (answer.isPage()) {
            throw answer.refusal();
        }
        errand.step(() -> partial.restart(archive, validator(answer)));
        receive(answer, answer.length(), errand);
    }

    private void receive(StreamedAnswer answer, long total, Errand errand) throws IOException {
        if (total > largest) {
            answer.connection().disconnect();
            throw tooLarge("says that it has " + ShownAddress.size(total));
        }
        try (var channel = partial.append()) {
            long had = channel.size();
            progress.begin(had, total);
            try (var body = answer.body()) {
                copy(body, channel, errand);
            }
            long has = partial.size();
            if (total >= 0 && has != total) {
                var message = ShownAddress.size(total) + " had been announced";
                if (has > total) {
                    errand.step(partial::delete);
                    throw new NetworkFailure("GET " + ShownAddress.url(archive) + " brought " + ShownAddress.size(has)
                            + ", but " + message);
                }
                throw new BrokenOff(message, new IOException(message));
            }
        }
    }

    private void copy(InputStream body, FileChannel channel, Errand errand) throws IOException {
        long has = channel.size();
        var buffer = new byte[BUFFER];
        if (has == 0) {
            int begin = read(body, buffer, 0, ZIP.length);
            if (begin == ZIP.length) {
                checkIsZip(buffer, body, errand);
            }
            has = keep(buffer, begin, has, channel, errand);
        }
        for (int count = read(body, buffer, 0, BUFFER); count >= 0; count = read(body, buffer, 0, BUFFER)) {
            has = keep(buffer, count, has, channel, errand);
        }
    }

    /** Read what comes next; only what goes wrong here is the fault of the network, and not that of the disk. */
    private int read(InputStream body, byte[] buffer, int from, int length) throws BrokenOff {
        try {
            // All of the few bytes that are to be looked at, or of many as many as are there.
            return length < BUFFER ? body.readNBytes(buffer, from, length) : body.read(buffer, from, length);
        } catch (IOException e) {
            throw new BrokenOff(http.reason(e, archive), e);
        }
    }

    private long keep(byte[] buffer, int count, long had, FileChannel channel, Errand errand) throws IOException {
        long has = had + count;
        if (has > largest) {
            errand.step(partial::delete);
            throw tooLarge("did not end after " + ShownAddress.size(largest));
        }
        errand.step(() -> PartialArchive.write(channel, buffer, count));
        progress.at(has);
        return has;
    }

    private void checkIsZip(byte[] buffer, InputStream body, Errand errand) throws IOException {
        for (int i = 0; i < ZIP.length; i++) {
            if (buffer[i] != ZIP[i]) {
                int more = read(body, buffer, ZIP.length, 1000);
                errand.step(partial::delete);
                throw new NetworkFailure("GET " + ShownAddress.url(archive)
                        + " was answered with what is no zip archive: "
                        + ShownAddress.text(new String(buffer, 0, ZIP.length + more, StandardCharsets.UTF_8), archive));
            }
        }
    }

    private NetworkFailure tooLarge(String problem) {
        return new NetworkFailure("the archive at " + ShownAddress.url(archive) + " " + problem
                + ", but must not have more than " + ShownAddress.size(largest));
    }

    /** A weak one, of which the bytes may differ, is none. */
    private static Optional<String> validator(StreamedAnswer answer) {
        return answer.header("ETag").filter(tag -> tag.startsWith("\"")).or(() -> answer.header("Last-Modified"));
    }
}
