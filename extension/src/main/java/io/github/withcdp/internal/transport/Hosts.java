package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.util.BoundedCall;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** The names and addresses under which Chrome can be reached. */
final class Hosts {

    private Hosts() {}

    /** Return whether Chrome accepts the host in a {@code Host} header: it does for addresses and localhost only. */
    static boolean isAcceptable(String host) {
        return isLocalhost(host) || isAddress(host);
    }

    /** Return whether the host is this machine by its very name or number. */
    static boolean isLoopback(String host) {
        return isLocalhost(host) || host.equals("[::1]") || (isAddress(host) && host.startsWith("127."));
    }

    /** Return the addresses of a host, in the order in which they are to be tried. Never asks anybody for a number. */
    static List<InetAddress> resolve(String host, Deadline deadline) throws IOException, TimeoutException {
        try {
            return BoundedCall.run("resolver", deadline.left(), () -> List.of(InetAddress.getAllByName(host)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Return an address as it stands in a URL. */
    static String literal(InetAddress address) {
        var text = address.getHostAddress();
        int zone = text.indexOf('%'); // the zone means something to this machine only
        return address instanceof Inet6Address ? "[" + (zone < 0 ? text : text.substring(0, zone)) + "]" : text;
    }

    private static boolean isLocalhost(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
