package io.github.withcdp.internal.chrome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs that behave as browsers do, or as they should not. */
final class FakeBrowser {

    /** Answers the greeting on the pipe. */
    static final String ANSWER = "printf '{\"id\":1,\"result\":{}}\\0' >&4\n";

    private FakeBrowser() {}

    /** Write a program for the shell. */
    static Path write(Path directory, String script) throws IOException {
        var program = Files.writeString(directory.resolve("fake browser's \"$HOME\""), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
