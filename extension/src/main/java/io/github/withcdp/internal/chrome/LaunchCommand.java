package io.github.withcdp.internal.chrome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that starts a browser.
 *
 * @param executable the browser
 * @param arguments its arguments
 * @param ownPipe whether its descriptors 3 and 4 are ours, so that it ends when we do
 * @param sandboxOff why it runs without its sandbox; empty if it has one
 */
record LaunchCommand(Path executable, List<String> arguments, boolean ownPipe, Optional<String> sandboxOff) {

    /**
     * The shell command before that of Chrome: it moves our two pipes to the descriptors where Chrome expects them, and is replaced by Chrome. No quoting
     * is needed: the arguments are never read as text.
     */
    private static final List<String> MOVING_PIPES =
            List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2");

    LaunchCommand {
        arguments = List.copyOf(arguments);
    }

    /** Return the command for a browser with this directory. */
    static LaunchCommand of(Path executable, LaunchOptions options, ProfileDirectory profile, OperatingSystem system) {
        boolean userSaysSo = options.args().contains("--no-sandbox");
        boolean ownPipe = system != OperatingSystem.WINDOWS;
        boolean root = system == OperatingSystem.LINUX && profile.isOwnedByRoot();
        Optional<String> sandboxOff = userSaysSo
                ? Optional.of("args contain --no-sandbox")
                : root ? Optional.of("Chrome refuses to run as root with it (uid 0)") : Optional.empty();

        var arguments = new ArrayList<>(ChromeFlags.of(options.headless(), root, options.args()));
        arguments.add("--user-data-dir=" + profile.userData());
        if (ownPipe) {
            arguments.add("--remote-debugging-pipe");
        }
        if (options.webSocket() || !ownPipe) {
            arguments.add("--remote-debugging-port=0");
        }
        if (options.headless() == HeadlessMode.OFF) {
            arguments.add("about:blank"); // instead of the page for a new tab, which asks the network for things
        }
        return new LaunchCommand(executable, arguments, ownPipe, sandboxOff);
    }

    /** Return the browser and its arguments. */
    List<String> commandLine() {
        var line = new ArrayList<String>();
        line.add(executable.toString());
        line.addAll(arguments);
        return List.copyOf(line);
    }

    /** Return the builder of its process. */
    ProcessBuilder toBuilder() {
        var line = new ArrayList<String>();
        if (ownPipe) {
            line.addAll(MOVING_PIPES);
        }
        line.addAll(commandLine());
        return new ProcessBuilder(line);
    }
}
