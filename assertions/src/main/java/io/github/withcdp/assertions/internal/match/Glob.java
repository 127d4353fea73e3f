package io.github.withcdp.assertions.internal.match;

import java.util.regex.Pattern;

/** A pattern for URLs: {@code *} is anything but a slash, {@code **} is anything; all else, {@code ?} too, is itself. */
public final class Glob {

    private Glob() {}

    public static Pattern compile(String glob) {
        var regex = new StringBuilder();
        for (int at = 0; at < glob.length(); ) {
            if (glob.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else if (glob.charAt(at) == '*') {
                regex.append("[^/]*");
                at++;
            } else {
                int star = glob.indexOf('*', at);
                int end = star < 0 ? glob.length() : star;
                regex.append(Pattern.quote(glob.substring(at, end)));
                at = end;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
