package io.github.withcdp.internal.report.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/** The way from a folder to a file as a URL. */
final class RelativeUrl {

    private RelativeUrl() {}

    /** Return the URL, percent-encoded: {@code ./com.acme.Tests/pays/report.html}. It never begins with what could be taken for a scheme. */
    static String of(Path from, Path to) {
        var steps = new StringJoiner("/", "./", "");
        for (var step : from.relativize(to)) {
            steps.add(encoded(step.toString()));
        }
        return steps.toString();
    }

    private static String encoded(String name) {
        var out = new StringBuilder(name.length() + 16);
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~$".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
