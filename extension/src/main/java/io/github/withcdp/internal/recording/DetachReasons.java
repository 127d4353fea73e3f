package io.github.withcdp.internal.recording;

import io.github.withcdp.protocol.DetachReason;

/**
 * What Chrome means by the reason of {@code Inspector.detached}, which is a text without a list of what it may be:
 *
 * <ul>
 *   <li>{@code Render process gone.}: the page was closed; the only one that today's Chrome sends to a session
 *   <li>{@code target_closed}: the same, said to a client that is connected to one page alone ({@code /devtools/page/…})
 *   <li>{@code canceled_by_user}: said by extensions that pass on a conversation ({@code chrome.debugger})
 *   <li>{@code replaced_with_devtools}: said by Chrome before version 63, which had room for one client, and by such extensions
 * </ul>
 */
public final class DetachReasons {

    private static final int CUT = 100;

    private DetachReasons() {}

    /** Return whether the target lives on. */
    public static DetachReason reason(String chromeReason) {
        return switch (chromeReason) {
            case "Render process gone.", "target_closed" -> DetachReason.TARGET_CLOSED;
            default -> DetachReason.DETACHED;
        };
    }

    /** Return what has happened, and what to do, for people; empty if nothing was told. */
    public static String words(String chromeReason) {
        return switch (chromeReason) {
            case "" -> "";
            case "Render process gone.", "target_closed" ->
                "the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: %s)"
                        .formatted(chromeReason);
            case "canceled_by_user" ->
                "somebody pressed Cancel in the bar that says that the browser is being debugged (Chrome said: canceled_by_user); the page lives on. Run the test again, and leave the bar alone";
            case "replaced_with_devtools" ->
                "somebody opened DevTools on this page, and this Chrome has room for one client only (Chrome said: replaced_with_devtools). Close DevTools, or use a Chrome from version 63 on, which has room for many";
            default -> "Chrome said: " + harmless(chromeReason);
        };
    }

    /** What a Chrome of the future says, which may be anything. */
    private static String harmless(String chromeReason) {
        var text = chromeReason.replaceAll("[^\\p{Print}]", "?");
        return text.length() <= CUT ? text : text.substring(0, CUT) + "…";
    }
}
