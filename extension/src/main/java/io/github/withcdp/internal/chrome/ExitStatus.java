package io.github.withcdp.internal.chrome;

import java.util.Map;

/** The text for the end of a process: {@code exit status 1}, {@code ended by signal 9 (SIGKILL)}. */
final class ExitStatus {

    /** The number that Java, like a shell, adds to the number of a signal that ended a process. */
    private static final int SIGNAL = 128;

    private static final Map<Integer, String> NAMES = Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 5, "SIGTRAP", 6, "SIGABRT", 8, "SIGFPE", 9, "SIGKILL",
            11, "SIGSEGV", 15, "SIGTERM");

    private ExitStatus() {}

    /** Return the words for what {@link Process#exitValue()} returned. */
    static String describe(int value) {
        int signal = value - SIGNAL;
        if (signal <= 0 || signal > 64) {
            return "exit status " + value;
        }
        var name = NAMES.get(signal);
        return "ended by signal " + signal + (name == null ? "" : " (" + name + ")");
    }
}
