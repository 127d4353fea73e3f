package io.github.withcdp.internal.download;

import io.github.withcdp.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** An archive of which a part is here, and what a server needs to be told to go on from there. */
final class PartialArchive {

    private final Path file;
    private final Path note;

    /** The note beside the file says which state of which archive it is a part of. */
    PartialArchive(Path file) {
        this.file = file;
        this.note = file.resolveSibling(file.getFileName() + ".json");
    }

    Path file() {
        return file;
    }

    /** Return how many bytes are here. */
    long size() throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Return the server's name for the state of the archive, if there is a part of it that can be gone on with. */
    Optional<String> validator(URI archive) throws IOException {
        if (size() == 0) {
            return Optional.empty();
        }
        try {
            var tree = Json.read(Files.readString(note));
            return Optional.of(tree.path("validator").asString(""))
                    .filter(text -> !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c < 127))
                    .filter(text -> tree.path("archive").asString("").equals(ShownAddress.url(archive)));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Forget what is here, and begin with another state. */
    void restart(URI archive, Optional<String> validator) throws IOException {
        delete();
        if (validator.isPresent()) {
            var tree = Json.object().put("archive", ShownAddress.url(archive)).put("validator", validator.get());
            Files.writeString(note, new String(Json.write(tree), StandardCharsets.US_ASCII));
        }
    }

    /** Open the file to write at its end. */
    FileChannel append() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Delete all of it. The note goes first: without it, nobody goes on with the rest. */
    void delete() throws IOException {
        Files.deleteIfExists(note);
        Files.deleteIfExists(file);
    }

    /** Write all of a buffer. */
    static void write(FileChannel channel, byte[] bytes, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
