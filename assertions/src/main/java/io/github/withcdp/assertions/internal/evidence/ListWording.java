package io.github.withcdp.assertions.internal.evidence;

/**
 * How to speak of requests, console messages and the like.
 *
 * @param verb what is done with one: {@code make}
 * @param past that it was: {@code made}
 * @param noun one: {@code request}
 * @param has that there is one on record: {@code has}
 * @param event the event that tells of one, without which there are none
 * @param none that there should be none: {@code no request like}
 */
public record ListWording(String verb, String past, String has, String noun, String event, String none) {

    public static final ListWording REQUESTS = new ListWording("make", "made", "request", "Network.requestWillBeSent");
    public static final ListWording CONSOLE =
            new ListWording("write", "wrote", "console message", "Runtime.consoleAPICalled");

    public static final ListWording FRAMES =
            new ListWording("exchange", "exchanged", "WebSocket frame", "Network.webSocketFrameReceived");
    public static final ListWording EVENT_SOURCE_MESSAGES =
            new ListWording("receive", "received", "EventSource message", "Network.eventSourceMessageReceived");

    /** For requests that are like something are fine, others are not. */
    public static final ListWording OTHER_REQUESTS = new ListWording(
            "make", "also made", "also has", "request", "Network.requestWillBeSent", "only requests like");

    private ListWording(String verb, String past, String noun, String event) {
        this(verb, past, "has", noun, event, "no %s like".formatted(noun));
    }

    /** Return what there should be, for "to make …": {@code 2 requests like}. */
    public String number(int count) {
        return switch (count) {
            case 0 -> none;
            case 1 -> "one %s like".formatted(noun);
            default -> "%d %ss like".formatted(count, noun);
        };
    }

    public String atLeast(int count) {
        return count == 1
                ? "%s %s like".formatted(noun.startsWith("E") ? "an" : "a", noun)
                : "at least " + number(count);
    }

    public static String count(int count) {
        return count == 0 ? "none" : String.valueOf(count);
    }
}
