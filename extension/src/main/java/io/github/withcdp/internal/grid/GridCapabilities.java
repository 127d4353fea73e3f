package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a Grid is asked for: Chrome with some switches, and what the user wants besides. The user's words count where
 * both say something; lists are joined.
 */
public final class GridCapabilities {

    private static final String ALWAYS = "alwaysMatch";
    private static final String FIRST = "firstMatch";
    private static final String BROWSER = "browserName";
    private static final String EDGE = "MicrosoftEdge";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(key|token|passw|secret|credential|auth).*");
    private static final int SHORTEST_SECRET = 4;

    private final ObjectNode always;
    private final List<ObjectNode> first;
    private final Set<String> secrets = new LinkedHashSet<>();

    private GridCapabilities(ObjectNode always, List<ObjectNode> first) {
        this.always = always;
        this.first = first;
    }

    /**
     * Put together what is asked for.
     *
     * @param args switches of the browser
     * @param name how the Grid's own pages call the session
     * @param user an object of capabilities, or one with {@code alwaysMatch} and {@code firstMatch}
     * @throws IllegalArgumentException if what the user wants is neither
     */
    public static GridCapabilities of(List<String> args, String name, Optional<JsonNode> user) {
        var value = user.orElseGet(Json::object);
        boolean whole = value.has(ALWAYS) || value.has(FIRST);
        if (!value.isObject()) {
            throw refused("they are no JSON object");
        }
        if (whole) {
            value.propertyNames().stream()
                    .filter(key -> !key.equals(ALWAYS) && !key.equals(FIRST))
                    .findFirst()
                    .ifPresent(key -> {
                        throw refused("\"" + key
                                + "\" stands beside alwaysMatch or firstMatch, and belongs into one of them");
                    });
        }
        var wanted = whole ? object(value.path(ALWAYS), ALWAYS) : (ObjectNode) value;
        var always = merged(ours(args, name, wanted.path(BROWSER).asString("chrome")), wanted);
        var result = new GridCapabilities(always, alternatives(value.path(FIRST)));
        result.moveWhatAlternativesSay();
        collectSecrets(null, value, result.secrets);
        return result;
    }

    private static ObjectNode ours(List<String> args, String name, String browser) {
        var ours = Json.object().put(BROWSER, browser);
        var options = ours.putObject(browser.equals(EDGE) ? "ms:edgeOptions" : "goog:chromeOptions");
        var switches = options.putArray("args");
        args.forEach(switches::add);
        return ours.put("se:name", name);
    }

    private static List<ObjectNode> alternatives(JsonNode value) {
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray() || value.isEmpty()) {
            throw refused("firstMatch is no list of objects");
        }
        return value.valueStream()
                .map(each -> object(each, "an entry of firstMatch").deepCopy())
                .toList();
    }

    private static ObjectNode object(JsonNode value, String what) {
        if (value.isMissingNode()) {
            return Json.object();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw refused(what + " is no JSON object");
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "The capabilities for the Grid cannot be used: %s. Write an object, as in {\"browserVersion\": \"stable\"}, or {\"alwaysMatch\": {…}, \"firstMatch\": [{…}, {…}]}"
                        .formatted(why));
    }

    /** A capability must not be in both: the standard has such a request refused. */
    private void moveWhatAlternativesSay() {
        var named = new LinkedHashSet<String>();
        first.forEach(alternative -> named.addAll(alternative.propertyNames()));
        named.removeIf(key -> !always.has(key));
        for (var alternative : first) {
            for (var key : named) {
                var own = alternative.get(key);
                alternative.set(key, own == null ? always.get(key).deepCopy() : merged(always.get(key), own));
            }
        }
        always.remove(named);
    }

    private static ObjectNode merged(ObjectNode base, ObjectNode over) {
        return (ObjectNode) merged((JsonNode) base, over);
    }

    private static JsonNode merged(JsonNode base, JsonNode over) {
        if (base instanceof ObjectNode fields && over instanceof ObjectNode more) {
            var result = fields.deepCopy();
            more.properties().forEach(each -> {
                var existing = result.get(each.getKey());
                result.set(each.getKey(), existing == null ? each.getValue() : merged(existing, each.getValue()));
            });
            return result;
        }
        if (base instanceof ArrayNode list && over instanceof ArrayNode more) {
            var result = list.deepCopy();
            more.forEach(each -> {
                if (list.valueStream().noneMatch(each::equals)) {
                    result.add(each);
                }
            });
            return result;
        }
        return over.deepCopy();
    }

    private static void collectSecrets(@Nullable String name, JsonNode value, Set<String> secrets) {
        if (value.isObject()) {
            value.properties().forEach(each -> collectSecrets(each.getKey(), each.getValue(), secrets));
        } else if (value.isArray()) {
            value.forEach(each -> collectSecrets(name, each, secrets));
        } else if (value.isString()
                && name != null
                && SECRET_NAME.matcher(name).matches()
                && value.asString().length() >= SHORTEST_SECRET) {
            secrets.add(value.asString());
        }
    }

    /** Return the browser that is asked for; empty if there are alternatives. */
    Optional<String> browser() {
        return Optional.ofNullable(always.get(BROWSER)).map(JsonNode::asString);
    }

    /** Return what must not be shown of the capabilities: the values of those whose name says so. */
    public Set<String> secrets() {
        return secrets;
    }

    /** Return the body of the request. */
    String json() {
        var body = Json.object();
        var capabilities = body.putObject("capabilities");
        capabilities.set(ALWAYS, always);
        var alternatives = capabilities.putArray(FIRST);
        first.forEach(alternatives::add);
        if (first.isEmpty()) {
            alternatives.addObject();
        }
        return body.toString();
    }
}
