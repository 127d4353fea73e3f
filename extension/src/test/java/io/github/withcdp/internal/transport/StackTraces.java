package io.github.withcdp.internal.transport;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a failure looks like when it is printed. */
final class StackTraces {

    private StackTraces() {}

    static String of(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
