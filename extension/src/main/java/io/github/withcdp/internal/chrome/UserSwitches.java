package io.github.withcdp.internal.chrome;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Refuses arguments that would take the browser out of our hands, and says what to use instead. */
final class UserSwitches {

    private static final String CHANNEL =
            "how the browser is spoken to is chosen here, so that no fixed port is taken and none stays open unasked."
                    + " For a DevTools port set withcdp.transport=websocket; to join a browser that runs already set"
                    + " withcdp.endpoint.";

    private static final Map<String, String> REFUSED = Map.of(
            "--user-data-dir",
            "every browser gets a new profile directory of its own, which is deleted with it. To use a browser with"
                    + " your own profile, start it yourself and set withcdp.endpoint.",
            "--remote-debugging-port",
            CHANNEL,
            "--remote-debugging-pipe",
            CHANNEL,
            "--remote-debugging-io-pipes",
            CHANNEL,
            "--remote-debugging-address",
            "Chrome ignores it and listens on 127.0.0.1 only. To reach a browser on another machine or in a container,"
                    + " forward the port there and set withcdp.endpoint, or use withcdp.image.",
            "--remote-allow-origins",
            "it lets web pages take over the browser, and is not needed: no Origin is sent when connecting. Leave it"
                    + " out.");

    private UserSwitches() {}

    /**
     * Check the switches of a user.
     *
     * @throws IllegalArgumentException for the first argument that cannot be used, with the reason
     */
    static void check(List<String> args) {
        args.forEach(UserSwitches::check);
    }

    private static void check(String arg) {
        if (!arg.startsWith("--") || arg.length() == 2 || arg.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Cannot pass \"" + arg.replace('\0', '\uFFFD')
                    + "\" to Chrome: args must be switches, each starting with two dashes and a name, such as"
                    + " --lang=de. To open a page, use navigate.");
        }
        // Chrome on Windows does not tell upper from lower case.
        var reason = REFUSED.get(new Switch(arg).name().toLowerCase(Locale.ROOT));
        if (reason != null) {
            throw new IllegalArgumentException("Cannot pass \"" + arg + "\" to Chrome: " + reason);
        }
    }
}
