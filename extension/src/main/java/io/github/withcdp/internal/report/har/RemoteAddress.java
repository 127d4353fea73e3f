package io.github.withcdp.internal.report.har;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as Chrome tells them: {@code 127.0.0.1:8080}, {@code [::1]:8080}. */
final class RemoteAddress {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?");
    private static final Pattern IPV6 = Pattern.compile("\\[([0-9a-fA-F:.]{2,45})](?::\\d+)?");

    private RemoteAddress() {}

    /** Return the IP address without brackets and port; empty if there is none. */
    static Optional<String> ip(String address) {
        for (var form : new Pattern[] {IPV4, IPV6}) {
            var found = form.matcher(address);
            if (found.matches()) {
                return Optional.of(found.group(1));
            }
        }
        return Optional.empty();
    }
}
