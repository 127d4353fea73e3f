package comparison;

import java.util.List;

/** What all clients are given alike: the browser, and its switches. */
public final class Environment {

    private Environment() {}

    /** The program of the browser. */
    public static String browser() {
        return System.getenv().getOrDefault("COMPARISON_BROWSER", "/usr/bin/chromium");
    }

    /** The switches, without the one that makes it headless, which some clients set themselves. */
    public static List<String> switches() {
        return List.of(System.getenv("COMPARISON_SWITCHES").split(" "));
    }
}
