package io.github.withcdp.internal.transport;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must not be told of the way to a browser: the user information and the values of the query of its URL, and the values
 * of headers. Short values count only if their name says that they are secret: who takes every {@code true} and every
 * {@code 3} out of a report leaves nothing of it.
 */
final class EndpointSecrets {

    private static final Pattern SENSITIVE =
            Pattern.compile("(?i).*(token|key|secret|pass|pwd|auth|sig|code|cookie|session|credential|jwt).*");
    private static final int SHORTEST = 3;
    private static final int LONG = 8;

    private final Set<String> values = new LinkedHashSet<>();

    private EndpointSecrets() {}

    static Set<String> of(URI url, Map<String, String> headers) {
        var secrets = new EndpointSecrets();
        secrets.addQuery(url);
        secrets.addUser(url);
        headers.forEach((name, value) -> {
            secrets.add(name, value);
            int scheme = value.indexOf(' ');
            secrets.add(name, value.substring(scheme + 1)); // of "Bearer …" also the token alone
        });
        return Set.copyOf(secrets.values);
    }

    private void addQuery(URI url) {
        if (url.getRawQuery() == null) {
            return;
        }
        for (String pair : url.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? "" : pair.substring(0, equals);
            var value = pair.substring(equals + 1);
            add(name, value);
            add(name, decoded(value));
        }
    }

    private void addUser(URI url) {
        if (url.getRawUserInfo() == null) {
            return;
        }
        for (String user : new String[] {url.getRawUserInfo(), url.getUserInfo()}) {
            int colon = user.indexOf(':');
            add("user", colon < 0 ? user : user.substring(0, colon));
            add("password", colon < 0 ? "" : user.substring(colon + 1));
            add("password", user);
        }
        BasicAuthorization.of(url).ifPresent(value -> add("authorization", value.replace("Basic ", "")));
    }

    private void add(String name, String value) {
        var text = value.strip();
        if (text.length() >= (SENSITIVE.matcher(name).matches() ? SHORTEST : LONG)) {
            values.add(text);
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
