package io.github.withcdp.protocol.generator;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes Javadoc of what the protocol says, which is plain text with some Markdown in it. */
final class JavadocText {

    private static final Pattern CODE = Pattern.compile("`([^`{}@\\\\\\s][^`{}@\\\\\n]*)`");

    private JavadocText() {}

    /** Return text that stands for itself in Javadoc; an empty line begins a paragraph. */
    static String of(String text) {
        var withCode = new StringBuilder();
        int at = 0;
        for (var code : CODE.matcher(text).results().toList()) {
            withCode.append(escaped(text.substring(at, code.start()))).append(inCode(code));
            at = code.end();
        }
        return withCode.append(escaped(text.substring(at)))
                .toString()
                .strip()
                .replaceAll("[ \t]+(?=\n)", "")
                .replaceAll("\n{2,}", "\n\n<p>");
    }

    private static String inCode(MatchResult code) {
        return "{@code " + code.group(1).replace("*/", "* /") + "}";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*/", "*&#47;");
    }
}
