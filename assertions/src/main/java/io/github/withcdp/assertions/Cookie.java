package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.text.ShownText;
import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import tools.jackson.databind.JsonNode;

/**
 * A cookie that a browser has, as {@code Network.getAllCookies} tells of it.
 *
 * @param domain with a dot before it if it is for subdomains too
 * @param expires when it does; empty if it ends with the browser's session
 * @param sameSite {@code Strict}, {@code Lax} or {@code None}; empty if it was set without
 * @param partitionKey the site at the top for which it is, if it is partitioned; may be empty
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Cookie(
        String name,
        String value,
        String domain,
        String path,
        Optional<Instant> expires,
        boolean httpOnly,
        boolean secure,
        String sameSite,
        String partitionKey) {

    static Cookie of(JsonNode json) {
        double expires = json.path("expires").asDouble(-1);
        return new Cookie(
                json.path("name").asString(""),
                json.path("value").asString(""),
                json.path("domain").asString(""),
                json.path("path").asString(""),
                expires < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli((long) (expires * 1000))),
                json.path("httpOnly").asBoolean(false),
                json.path("secure").asBoolean(false),
                json.path("sameSite").asString(""),
                json.path("partitionKey").path("topLevelSite").asString(""));
    }

    /** Return name, place and how long the value is, but not the value: cookies are secrets. */
    @Override
    public String toString() {
        return "cookie %s of %s%s (%d %s)"
                .formatted(
                        ShownText.text(name, ShownText.VALUE),
                        ShownText.text(domain, ShownText.VALUE),
                        ShownText.text(path, ShownText.VALUE),
                        value.length(),
                        value.length() == 1 ? "character" : "characters");
    }
}
