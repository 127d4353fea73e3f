package io.github.withcdp.internal.likeness;

import java.util.regex.Pattern;

/**
 * An address of a server that a test has started, whose port is another one in each run: on this machine, or at a name that is kept for tests
 * (RFC 6761), which browsers are told to look for here, if its port is of those that a system gives to whoever asks for any.
 */
public final class LocalAddress {

    /** The host is group 1, with the colon, as it is or encoded; the port is group 2. */
    public static final Pattern PATTERN = Pattern.compile(
            "(?:(?<![0-9A-Za-z_.-])|(?<=%2F))"
                    + "((?:127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1\\]|host\\.docker\\.internal|host\\.testcontainers\\.internal"
                    + "|(?:[0-9A-Za-z-]{1,63}\\.){0,9}localhost|(?:[0-9A-Za-z-]{1,63}\\.){1,9}test(?=(?::|%3A)[3-6][0-9]{4}(?![0-9])))(?::|%3A))([0-9]{1,5})(?![0-9])");

    private LocalAddress() {}
}
