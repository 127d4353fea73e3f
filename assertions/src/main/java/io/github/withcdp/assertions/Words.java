package io.github.withcdp.assertions;

/**
 * How to speak of requests, and of console messages.
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
        return count == 1 ? "a %s like".formatted(noun) : "at least " + number(count);
    }

    static String count(int count) {
        return count == 0 ? "none" : String.valueOf(count);
    }
}
