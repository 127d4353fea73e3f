package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import java.util.Locale;

/**
 * A note at a failure that tells where its report is and what is suspicious in it.
 * It is no failure itself: it is added to one as a suppressed exception, has no stack trace and prints as its text alone.
 */
public final class ReportNote extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    /** Create the note for a report. */
    public ReportNote(WrittenReport report) {
        super(null, null, false, false);
        this.text = text(report);
    }

    @Override
    public String getMessage() {
        return text;
    }

    /** Return the text alone: in a stack trace the name of this class would only be in the way. */
    @Override
    public String toString() {
        return text;
    }

    private static String text(WrittenReport report) {
        var suspicions = report.suspicions();
        var path = SafeText.line(place(report), 2_000);
        var text = new StringBuilder(
                report.files().isEmpty()
                        ? "WithCDP could not write the report to " + path
                        : "WithCDP wrote a report to " + path);
        suspicions.top().forEach(suspicion -> {
            line(text, suspicion.line());
            suspicion.throwingLine().ifPresent(source -> line(text, "\t" + source));
        });
        if (suspicions.more() > 0) {
            line(text, String.format(Locale.ROOT, "… and %,d more suspicious messages", suspicions.more()));
        }
        report.remarks().forEach(remark -> line(text, SafeText.line(remark, 400)));
        report.problems().forEach(problem -> line(text, "missing or cut short: " + SafeText.line(problem, 400)));
        return text.toString();
    }

    /**
     * Return the place as a URI, because that is what can be clicked: consoles of IDEs, terminals and Gradle know {@code file:///…} wherever
     * it stands in a line, and take it to its end, which a path with a blank or a dollar sign in it has none for them.
     */
    private static String place(WrittenReport report) {
        return report.files().stream()
                .filter(file -> file.endsWith("report.html"))
                .findFirst()
                .orElse(report.directory())
                .toUri()
                .toString();
    }

    /** Begin a line that stands clear of the stack trace around it. */
    private static void line(StringBuilder text, String line) {
        text.append("\n\t\t").append(line);
    }
}
