package io.github.withcdp.internal.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The place of a console, if there is one. */
sealed interface ConsoleLocation {

    /** The terminal that the build was started from, whatever the build tool does with the standard streams. */
    record Device(Path path) implements ConsoleLocation {}

    /** The standard streams. */
    record StandardStreams() implements ConsoleLocation {}

    /** No place; and why, for people. */
    record Nowhere(String because) implements ConsoleLocation {}

    /** Return where the console of a process with this environment is. */
    static ConsoleLocation in(TerminalEnvironment environment) {
        if (environment.isCi()) {
            return new Nowhere(
                    "these tests run in CI (the environment variable CI is set), where nobody presses Enter");
        }
        if (environment.isIde()) {
            return new StandardStreams();
        }
        if (opens(environment.terminal())) {
            return environment.inBackground()
                    ? new Nowhere("the build runs in the background of its terminal; bring it to the foreground (fg)")
                    : new Device(environment.terminal());
        }
        return environment.consoleIsTerminal()
                ? new StandardStreams()
                : new Nowhere(
                        "no console is attached: run the tests from a terminal, without a daemon in between, or in an IDE");
    }

    private static boolean opens(Path device) {
        try {
            Terminal.open(device).close();
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Return why there is none. */
    default Optional<String> absence() {
        return this instanceof Nowhere nowhere ? Optional.of(nowhere.because()) : Optional.empty();
    }

    /** Return the console, opened. */
    default Terminal open() throws IOException {
        if (this instanceof Device device) {
            return Terminal.open(device.path());
        }
        if (this instanceof StandardStreams) {
            return Terminal.standard();
        }
        throw new IOException("there is no console");
    }
}
