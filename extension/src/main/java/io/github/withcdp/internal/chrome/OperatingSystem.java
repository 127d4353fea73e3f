package io.github.withcdp.internal.chrome;

import java.util.Locale;

/** The three systems that differ in where Chrome is installed and in how it can be held. */
enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS;

    /** Return the system that runs this JVM. */
    static OperatingSystem current() {
        return named(System.getProperty("os.name", ""));
    }

    /** Return the system with this {@code os.name}; one that is neither Windows nor macOS is taken for a Linux. */
    static OperatingSystem named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") || lower.startsWith("darwin") ? MACOS : LINUX;
    }

    /** Return what stands between the names of a path. */
    String separator() {
        return this == WINDOWS ? "\\" : "/";
    }

    /** Return what stands between the directories of the PATH. */
    String pathSeparator() {
        return this == WINDOWS ? ";" : ":";
    }
}
