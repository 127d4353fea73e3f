package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.text.Excerpt;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The beginning of what a server answered, in which it may repeat the secrets that it was asked with. */
final class AnswerExcerpt {

    private static final int LONGEST = 300;
    private static final int SHORTEST_SECRET = 4;

    private AnswerExcerpt() {}

    /**
     * Return it on one line, without the values of the query and of headers, and the user information of the URL, as they
     * were sent and as they are meant.
     */
    static String of(String body, URI asked, Map<String, String> headers) {
        return Excerpt.of(body, secrets(asked, headers), LONGEST);
    }

    private static List<String> secrets(URI asked, Map<String, String> headers) {
        var secrets = new ArrayList<String>();
        for (String pair : String.valueOf(asked.getRawQuery()).split("&", -1)) {
            var value = pair.substring(pair.indexOf('=') + 1);
            secrets.add(value);
            secrets.add(decoded(value));
        }
        if (asked.getRawUserInfo() != null) {
            secrets.addAll(List.of(asked.getRawUserInfo().split(":", 2)));
            secrets.addAll(List.of(asked.getUserInfo().split(":", 2)));
            BasicAuthorization.of(asked).ifPresent(value -> secrets.add(value.replace("Basic ", "")));
        }
        for (String value : headers.values()) {
            secrets.addAll(List.of(value.split(" ")));
            secrets.add(value);
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        secrets.sort(Comparator.comparingInt(String::length).reversed()); // a part of another would spoil that one
        return secrets;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
