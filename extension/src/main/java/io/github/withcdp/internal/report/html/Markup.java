package io.github.withcdp.internal.report.html;

/** Text of others in a page of ours. */
public final class Markup {

    private Markup() {}

    /** Return the text so that it shows as itself, between tags and in quoted attributes. */
    public static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            switch (codePoint) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isText(codePoint) ? codePoint : 0xFFFD);
            }
        }
        return out.toString();
    }

    /** Control characters and lone surrogates are none, and neither are signs that turn the direction of what follows. */
    private static boolean isText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
            case Character.SURROGATE -> false;
            case Character.FORMAT ->
                codePoint < 0x202a || (codePoint > 0x202e && codePoint < 0x2066) || codePoint > 0x2069;
            default -> true;
        };
    }
}
