package io.github.withcdp.internal.chrome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The advice that belongs to what Chrome prints when it does not start. */
final class LaunchHints {

    private record Hint(List<String> words, String advice) {}

    /** All hints; the first one that fits is given, so the precise ones come first. */
    private static final List<Hint> HINTS = List.of(
            new Hint(
                    List.of("running as root without --no-sandbox"),
                    "Chrome does not run as root with its sandbox. Run the tests as another user, or add --no-sandbox"
                            + " to args if all pages they open can be trusted."),
            new Hint(
                    List.of("missing x server", "cannot open display", "unable to open x display", "no display"),
                    "A browser with a window needs a display. Use headless = NEW, or start the tests with xvfb-run."),
            new Hint(
                    List.of("error while loading shared libraries", "cannot open shared object file"),
                    "A library that Chrome needs is missing. Install the browser with the system's package manager,"
                            + " which brings them; ldd <executable> lists what is missing."),
            new Hint(
                    List.of("socket path too long"),
                    "The temporary directory has too long a name for Chrome's socket. Start the tests with"
                            + " -Djava.io.tmpdir=/tmp and TMPDIR=/tmp."),
            new Hint(
                    List.of("processsingleton", "profile appears to be in use"),
                    "The profile is in use by another browser. Every launch has a new one here: is the executable a"
                            + " script that passes another --user-data-dir?"),
            new Hint(
                    List.of(
                            "no usable sandbox",
                            "setuid sandbox",
                            "failed to move to new namespace",
                            "zygote_host_impl_linux",
                            "clone: operation not permitted"),
                    "The system does not let Chrome build its sandbox: user namespaces are forbidden, by AppArmor on"
                            + " Ubuntu 23.10 and later, or by the container. Allow them (sysctl"
                            + " kernel.apparmor_restrict_unprivileged_userns=0; docker run --security-opt"
                            + " seccomp=…), or add --no-sandbox to args if all pages the tests open can be trusted."),
            new Hint(
                    List.of("snap install", "/snap/"),
                    "This browser comes as a snap, which may be missing and cannot see most directories. Install"
                            + " another one and name it with withcdp.executable."),
            new Hint(
                    List.of("no space left on device"),
                    "A disk is full, or the container's /dev/shm is too small (docker run --shm-size=1g)."),
            new Hint(
                    List.of("failed to create data directory", "read-only file system"),
                    "The temporary directory cannot be written to. Start the tests with another -Djava.io.tmpdir."),
            new Hint(
                    List.of("exec format error", "cannot execute"),
                    "The program was made for another kind of machine. Install the browser for this one."));

    private static final int PROFILE_IN_USE = 21;

    private LaunchHints() {}

    /** Return what to do about such an end with such an output; empty if nothing is known about it. */
    static Optional<String> about(List<String> output, int exitValue) {
        var text = String.join("\n", output).toLowerCase(Locale.ROOT);
        return HINTS.stream()
                .filter(hint -> hint.words().stream().anyMatch(text::contains)
                        || (exitValue == PROFILE_IN_USE && hint.words().contains("processsingleton")))
                .findFirst()
                .map(Hint::advice);
    }
}
