package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;

/**
 * Which browser it was.
 *
 * @param version what it calls itself, {@code Chrome/156.0.7800.0}; empty if it never said
 * @param executable the file that was started, or the endpoint that was attached to; empty if unknown
 * @param sandboxOff whether it is known to have run without its sandbox
 * @param note what else is worth knowing, for example about its switches; may be empty
 */
public record BrowserDescription(String version, String executable, boolean sandboxOff, String note) {

    /** Return it on one line, safe to print. */
    String line() {
        return SafeText.line(version.isEmpty() ? "unknown version" : version, 200)
                + (executable.isEmpty() ? "" : ", " + SafeText.line(executable, 300))
                + (sandboxOff ? ", sandbox off" : "")
                + (note.isEmpty() ? "" : ", " + SafeText.line(note, 300));
    }
}
