package io.github.withcdp.assertions;

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
record Words(String verb, String past, String has, String noun, String event, String none) {

    static final Words REQUESTS = new Words("make", "made", "request", "Network.requestWillBeSent");
    static final Words CONSOLE = new Words("write", "wrote", "console message", "Runtime.consoleAPICalled");

    static final Words FRAMES = new Words("exchange", "exchanged", "WebSocket frame", "Network.webSocketFrameReceived");
    static final Words EVENT_SOURCE_MESSAGES =
            new Words("receive", "received", "EventSource message", "Network.eventSourceMessageReceived");

    /** For requests that are like something are fine, others are not. */
    static final Words OTHER_REQUESTS =
            new Words("make", "also made", "also has", "request", "Network.requestWillBeSent", "only requests like");

    private Words(String verb, String past, String noun, String event) {
        this(verb, past, "has", noun, event, "no %s like".formatted(noun));
    }

    /** Return what there should be, for "to make …": {@code 2 requests like}. */
    String number(int count) {
        return switch (count) {
            case 0 -> none;
            case 1 -> "one %s like".formatted(noun);
            default -> "%d %ss like".formatted(count, noun);
        };
    }

    String atLeast(int count) {
        return count == 1
                ? "%s %s like".formatted(noun.startsWith("E") ? "an" : "a", noun)
                : "at least " + number(count);
    }

    static String count(int count) {
        return count == 0 ? "none" : String.valueOf(count);
    }
}
