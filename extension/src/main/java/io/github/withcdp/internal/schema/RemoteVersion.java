package io.github.withcdp.internal.schema;

import java.util.regex.Pattern;

/**
 * Who is at the other end, as far as it matters which protocol is spoken there.
 *
 * @param chrome the major version of Chrome; 0 if it is another program
 */
public record RemoteVersion(int chrome) {

    /** Another program than Chrome: Node.js, a browser that somebody has made of Chromium. */
    public static final RemoteVersion OTHER = new RemoteVersion(0);

    private static final Pattern CHROME = Pattern.compile("(?:Headless)?Chrome/(\\d{1,6})\\..*");

    /** Return who it is by the {@code product} of {@code Browser.getVersion}: {@code Chrome/156.0.8078.79}. */
    public static RemoteVersion of(String product) {
        var matcher = CHROME.matcher(product);
        return matcher.matches() ? new RemoteVersion(Integer.parseInt(matcher.group(1))) : OTHER;
    }

    /** Return whether a schema has every name that this one knows. */
    boolean isKnownTo(ProtocolSchema schema) {
        return chrome > 0 && chrome <= schema.chrome();
    }
}
