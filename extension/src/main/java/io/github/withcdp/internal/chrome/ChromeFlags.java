package io.github.withcdp.internal.chrome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The switches with which Chrome is launched, each with its reason, and how those of the user join them.
 *
 * <p>Chosen by measurement: against a bare headless start they halve Chromium's CPU per isolated page (280 to 140 ms
 * here), and the first answer comes after two thirds of the time.
 */
final class ChromeFlags {

    private static final String ENABLE_FEATURES = "--enable-features";
    private static final String DISABLE_FEATURES = "--disable-features";

    private static final List<String> ALWAYS = List.of(
            // Nobody is there to answer what Chrome asks a new user.
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-search-engine-choice-screen",
            "--disable-default-apps",
            "--noerrdialogs",
            // Leaves out the bubbles that offer to save passwords and the like, which nobody would close. Pages see
            // navigator.webdriver either way: being headless or on the pipe already sets it.
            "--enable-automation",
            // The bar that tells of the automation makes the page's viewport smaller.
            "--disable-infobars",

            // The only traffic of a test is that of its pages; nothing is sent to Chrome's makers.
            "--disable-background-networking",
            "--disable-component-update",
            // It still asks once for updates of components, and once who is signed in (seen in its net log). No switch
            // forbids that, so
            // both are sent to a port of this machine that Chrome itself refuses to connect to.
            "--component-updater=url-source=http://127.0.0.1:9/",
            "--gaia-url=http://127.0.0.1:9/",
            "--disable-sync",
            "--disable-client-side-phishing-detection",
            "--disable-domain-reliability",
            "--metrics-recording-only",
            "--disable-breakpad",
            "--disable-crash-reporter", // the headless shell's name for it
            // Otherwise two machines with one Chrome run different experiments.
            "--disable-field-trial-config",

            // A test may have several pages and looks at none: all of them run as if in front.
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            // A test may call history.pushState as fast as it can.
            "--disable-ipc-flooding-protection",
            // A slow machine is no reason to end a page.
            "--disable-hang-monitor",
            // Input sent right after a navigation reaches the page instead of being dropped until its first frame.
            "--allow-pre-commit-input",
            // A popup that is blocked is a test that waits for nothing.
            "--disable-popup-blocking",
            // Page.reload after a form was sent would wait for an answer nobody gives.
            "--disable-prompt-on-repost",

            // No question for the password of the keyring or the keychain.
            "--password-store=basic",
            "--use-mock-keychain",
            // Containers have 64 MB of /dev/shm, on which older versions crash.
            "--disable-dev-shm-usage",
            // Screenshots have the same colours everywhere.
            "--force-color-profile=srgb",
            // A rack of machines that play videos helps nobody.
            "--mute-audio");

    private static final List<String> NO_EXTENSIONS = List.of(
            // They run pages of their own in every browser context, which costs start-up time and shows up as targets.
            "--disable-extensions", "--disable-component-extensions-with-background-pages");

    private static final List<String> FEATURES_OFF = List.of(
            // Parts of the window that are web pages themselves: built for each new page though there is no window.
            // They alone cost as much CPU as the page.
            "WebUIReloadButton",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            // Looks for television sets in the local network; on macOS the firewall asks about it.
            "MediaRouter",
            "DialMediaRouteProvider",
            // Asks Google about the pages that are visited, the forms that are seen and the certificates that are met.
            "OptimizationHints",
            "AutofillServerCommunication",
            "CertificateTransparencyComponentUpdater",
            // Asks Google for the time.
            "NetworkTimeServiceQuerying",
            // Offers to translate, in a bubble.
            "Translate",
            // Tries https first when a test says http: requests that the test did not ask for.
            "HttpsUpgrades",
            // Lets two pages of one site share a process, where a dialog or an endless loop in one stops the other.
            "ProcessPerSiteUpToMainFrameThreshold");

    /** The switches of a user that make no sense without extensions. */
    private static final Set<String> ASKS_FOR_EXTENSIONS = Set.of(
            "--load-extension",
            "--disable-extensions-except",
            "--enable-unsafe-extension-debugging",
            "--enable-extensions");

    private ChromeFlags() {}

    /**
     * Return the switches of a browser: ours, then the user's, of which one with the same name replaces ours. The lists
     * of features are joined, because Chrome heeds only the last one.
     */
    static List<String> of(HeadlessMode headless, boolean sandboxOff, List<String> userArgs) {
        var user = new ArrayList<Switch>();
        var userNames = new HashSet<String>();
        for (var arg : userArgs) {
            user.add(new Switch(arg));
            userNames.add(new Switch(arg).name());
        }
        var switches = new ArrayList<String>();
        for (var own : ownSwitches(headless, sandboxOff, userNames)) {
            if (!userNames.contains(new Switch(own).name())) {
                switches.add(own);
            }
        }
        for (var arg : user) {
            if (!isFeatureList(arg)) {
                switches.add(arg.text());
            }
        }
        switches.addAll(features(user));
        return List.copyOf(switches);
    }

    private static List<String> ownSwitches(HeadlessMode headless, boolean sandboxOff, Set<String> userNames) {
        var ownSwitches = new ArrayList<String>();
        switch (headless) {
            case NEW -> ownSwitches.add("--headless=new");
            case SHELL -> ownSwitches.add("--headless");
            case OFF -> {}
        }
        ownSwitches.addAll(ALWAYS);
        if (headless != HeadlessMode.OFF) {
            // Pages are laid out alike on all systems, whose scroll bars differ in width. In a window people expect
            // them.
            ownSwitches.add("--hide-scrollbars");
            // Nobody needs the first page: tests make their own. Without it the browser answers 60 ms earlier. In a
            // window there must be one, for Chrome ends with its last.
            ownSwitches.add("--no-startup-window");
        }
        if (Collections.disjoint(userNames, ASKS_FOR_EXTENSIONS)) {
            ownSwitches.addAll(NO_EXTENSIONS);
        }
        if (sandboxOff) {
            ownSwitches.add("--no-sandbox");
        }
        return ownSwitches;
    }

    private static boolean isFeatureList(Switch arg) {
        return arg.name().equals(ENABLE_FEATURES) || arg.name().equals(DISABLE_FEATURES);
    }

    private static List<String> features(List<Switch> user) {
        var enabled = featuresOf(user, ENABLE_FEATURES);
        var disabled = new LinkedHashSet<>(FEATURES_OFF);
        for (var feature : enabled) {
            disabled.remove(featureName(feature));
        }
        disabled.addAll(featuresOf(user, DISABLE_FEATURES));
        var lists = new ArrayList<String>();
        if (!enabled.isEmpty()) {
            lists.add(ENABLE_FEATURES + "=" + String.join(",", enabled));
        }
        if (!disabled.isEmpty()) {
            lists.add(DISABLE_FEATURES + "=" + String.join(",", disabled));
        }
        return lists;
    }

    private static Set<String> featuresOf(List<Switch> user, String name) {
        var features = new LinkedHashSet<String>();
        for (var arg : user) {
            if (arg.name().equals(name)) {
                for (var feature : arg.value().split(",", -1)) {
                    features.add(feature.strip());
                }
            }
        }
        features.remove("");
        return features;
    }

    /** Return the name in {@code Name<Trial} and {@code Name:param/value}. */
    private static String featureName(String feature) {
        return feature.split("[<:.]", 2)[0];
    }
}
