package io.github.withcdp.internal.chrome;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options of a browser that is launched.
 *
 * @param executable the program to start; empty: the first one that is found
 * @param headless how the browser shows itself
 * @param args switches in addition to ours, each starting with {@code --}; of two with one name the user's counts
 * @param webSocket whether the browser opens a DevTools port; otherwise it is spoken to over the pipe (where there is
 *     none, on Windows, it always opens a port)
 * @param limit how long the browser may take until it answers
 */
public record LaunchOptions(
        Optional<Path> executable, HeadlessMode headless, List<String> args, boolean webSocket, Duration limit) {

    /** The defaults: headless, over the pipe, within 30 seconds, with no switches but ours. */
    public static final LaunchOptions DEFAULTS =
            new LaunchOptions(Optional.empty(), HeadlessMode.NEW, List.of(), false, Duration.ofSeconds(30));

    /**
     * Create the options.
     *
     * @throws IllegalArgumentException if an argument is no switch or one of those that are ours, or the limit is not
     *     positive
     */
    public LaunchOptions {
        args = List.copyOf(args);
        UserSwitches.check(args);
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(
                    "The limit of a launch was " + limit + ", but must be longer than nothing, such as 30 s.");
        }
    }

    /** Return these options with another program to start. */
    public LaunchOptions withExecutable(Path program) {
        return new LaunchOptions(Optional.of(program), headless, args, webSocket, limit);
    }

    /** Return these options with another mode. */
    public LaunchOptions withHeadless(HeadlessMode mode) {
        return new LaunchOptions(executable, mode, args, webSocket, limit);
    }

    /** Return these options with other switches. */
    public LaunchOptions withArgs(List<String> switches) {
        return new LaunchOptions(executable, headless, switches, webSocket, limit);
    }

    /** Return these options with or without a DevTools port. */
    public LaunchOptions withWebSocket(boolean port) {
        return new LaunchOptions(executable, headless, args, port, limit);
    }

    /** Return these options with another limit. */
    public LaunchOptions withLimit(Duration longest) {
        return new LaunchOptions(executable, headless, args, webSocket, longest);
    }
}
