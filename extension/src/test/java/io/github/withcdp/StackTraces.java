package io.github.withcdp;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a failure looks like when it is printed. */
public final class StackTraces {

    private StackTraces() {}

    public static String of(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
