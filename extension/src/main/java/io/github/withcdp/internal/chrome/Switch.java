package io.github.withcdp.internal.chrome;

/** One argument of Chrome's command line: {@code --name} or {@code --name=value}. */
record Switch(String text) {

    /** Return the name with its two dashes, without the value. */
    String name() {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    /** Return the value; empty if there is none. */
    String value() {
        int equals = text.indexOf('=');
        return equals < 0 ? "" : text.substring(equals + 1);
    }
}
