package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Which browser it was.
 *
 * @param version what it calls itself, {@code Chrome/156.0.7800.0}; empty if it never said
 * @param executable the file that was started, or the endpoint that was attached to; empty if unknown
 * @param sandboxOff whether it is known to have run without its sandbox
 * @param note what else is worth knowing, for example about its switches; may be empty
 */
public record BrowserDescription(String version, String executable, boolean sandboxOff, String note) {

    /** Nothing is known. */
    static final BrowserDescription UNKNOWN = new BrowserDescription("", "", false, "");

    /** Return it on one line, safe to print. */
    String line() {
        return SafeText.line(version.isEmpty() ? "unknown version" : version, 200)
                + (executable.isEmpty() ? "" : ", " + SafeText.line(executable, 300))
                + (sandboxOff ? ", sandbox off" : "")
                + (note.isEmpty() ? "" : ", " + SafeText.line(note, 300));
    }

    BrowserDescription redacted(UnaryOperator<String> redactor) {
        return new BrowserDescription(version, redactor.apply(executable), sandboxOff, redactor.apply(note));
    }

    JsonNode json() {
        return Json.object()
                .put("version", version)
                .put("executable", executable)
                .put("sandboxOff", sandboxOff)
                .put("note", note);
    }

    /** Read one; if there is none, nothing is known but the version. */
    static BrowserDescription read(JsonNode browser, String version) {
        return new BrowserDescription(
                browser.isObject() ? HeaderJson.text(browser, "version") : version,
                HeaderJson.text(browser, "executable"),
                browser.path("sandboxOff").asBoolean(false),
                HeaderJson.text(browser, "note"));
    }
}
