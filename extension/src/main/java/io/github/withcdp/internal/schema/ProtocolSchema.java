package io.github.withcdp.internal.schema;

import io.github.withcdp.internal.json.Json;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a protocol consists of. The one that the build has pinned is in the jar, and each of its domains is read when somebody asks for it first.
 * Only the check of names and params, the report and the monitor read it: a conversation works without.
 */
public final class ProtocolSchema {

    private static final int MOST_REFERENCES = 20;

    private final String version;
    private final int chrome;
    private final JsonNode protocol;
    private final Map<String, Description> domains;
    private final Map<String, SchemaDomain> read = new ConcurrentHashMap<>();

    private ProtocolSchema(String version, int chrome, JsonNode protocol, Map<String, Description> domains) {
        this.version = version;
        this.chrome = chrome;
        this.protocol = protocol;
        this.domains = Collections.unmodifiableMap(domains);
    }

    /** How the description of a domain is had: without texts, which is enough for most, or with them. */
    private interface Description {
        JsonNode get(boolean withTexts);
    }

    private static final class Pinned {

        static final ProtocolSchema SCHEMA = load();

        private static ProtocolSchema load() {
            var properties = SchemaFiles.properties();
            Map<String, Description> domains = new LinkedHashMap<>();
            for (var name : properties.getProperty("domains").split(" ", -1)) {
                domains.put(name, texts -> texts ? SchemaFiles.described(name) : SchemaFiles.domain(name));
            }
            return new ProtocolSchema(
                    properties.getProperty("version"),
                    Integer.parseInt(properties.getProperty("chrome")),
                    Json.read(properties.getProperty("protocol")),
                    domains);
        }
    }

    /** Return the protocol that WithCDP was built with. */
    public static ProtocolSchema pinned() {
        return Pinned.SCHEMA;
    }

    /**
     * Return a protocol that is described in the form of {@code /json/protocol}.
     *
     * @param chrome the major version of the browser that described it
     */
    public static ProtocolSchema of(JsonNode described, int chrome) {
        Map<String, Description> domains = new LinkedHashMap<>();
        for (var domain : described.path("domains")) {
            domains.put(domain.path("domain").asString(""), texts -> texts ? domain.deepCopy() : domain);
        }
        return new ProtocolSchema("", chrome, described.path("version"), domains);
    }

    /** Return the version of the npm package {@code devtools-protocol}; empty if a browser has described its protocol itself. */
    public String version() {
        return version;
    }

    /** Return the major version of the newest Chrome all of whose names this has. */
    public int chrome() {
        return chrome;
    }

    /** Return the names of all domains, in the order of the protocol. */
    public Collection<String> domains() {
        return domains.keySet();
    }

    /** Return a domain. */
    public Optional<SchemaDomain> domain(String name) {
        return Optional.ofNullable(find(name));
    }

    private @Nullable SchemaDomain find(String name) {
        var cached = read.get(name); // without the lock of computeIfAbsent: asked of every command
        if (cached != null) {
            return cached;
        }
        var description = domains.get(name);
        return description == null
                ? null
                : read.computeIfAbsent(name, unused -> SchemaReader.read(description.get(false)));
    }

    /** Return a command or event by its full name, as {@code Page.navigate}. */
    public Optional<SchemaMethod> method(String name) {
        int dot = name.indexOf('.');
        var domain = dot < 0 ? null : find(name.substring(0, dot));
        return domain == null
                ? Optional.empty()
                : Optional.ofNullable(domain.methods().get(name.substring(dot + 1)));
    }

    /** Return all commands and events of all domains, which reads all of them. */
    public List<SchemaMethod> methods() {
        return domains.keySet().stream()
                .flatMap(name -> domain(name).stream())
                .flatMap(domain -> domain.methods().values().stream())
                .toList();
    }

    /** Return the type that says itself what it is, by its name if it has one: of names that stand for each other the last. */
    public SchemaType nearest(SchemaType type) {
        var nearest = type;
        for (int i = 0; i < MOST_REFERENCES && !nearest.reference().isEmpty(); i++) {
            var referred = referred(nearest.reference());
            if (referred.reference().isEmpty()) {
                return nearest;
            }
            nearest = referred;
        }
        return nearest;
    }

    /** Return what a type says itself, or the one that it refers to; of what nobody describes, a type that can be anything. */
    public SchemaType resolve(SchemaType type) {
        var resolved = type;
        for (int i = 0; i < MOST_REFERENCES && !resolved.reference().isEmpty(); i++) {
            resolved = referred(resolved.reference());
        }
        return resolved.reference().isEmpty()
                ? resolved
                : SchemaType.ANY; // what a browser describes itself may go in circles
    }

    private SchemaType referred(String name) {
        int dot = name.indexOf('.');
        var domain = find(name.substring(0, dot));
        return domain == null ? SchemaType.ANY : domain.types().getOrDefault(name.substring(dot + 1), SchemaType.ANY);
    }

    /** Return the description of a domain with its texts, as {@code /json/protocol} has it. */
    public Optional<JsonNode> described(String domain) {
        return Optional.ofNullable(domains.get(domain)).map(description -> description.get(true));
    }

    /** Return the descriptions of some commands and events with their texts, as {@code /json/protocol} has them; only of those that there are. */
    public Map<String, JsonNode> describedMethods(Collection<String> names) {
        Map<String, JsonNode> described = new HashMap<>();
        names.stream()
                .filter(name -> method(name).isPresent())
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .flatMap(domain -> described(domain).stream())
                .forEach(domain -> Stream.of("commands", "events")
                        .flatMap(kind -> domain.path(kind).valueStream())
                        .forEach(method -> described.put(
                                domain.path("domain").asString("")
                                        + '.'
                                        + method.path("name").asString(""),
                                withMarksOf(domain, method))));
        described.keySet().retainAll(names);
        return described;
    }

    /** What a domain is, its commands and events are. */
    private static JsonNode withMarksOf(JsonNode domain, JsonNode method) {
        if (method instanceof ObjectNode object) {
            Stream.of("experimental", "deprecated")
                    .filter(mark -> domain.path(mark).asBoolean(false))
                    .forEach(mark -> object.put(mark, true));
        }
        return method;
    }

    /** Return the whole protocol with its texts, as {@code /json/protocol} has it; a new tree each time. */
    public JsonNode json() {
        var all = JsonNodeFactory.instance.arrayNode();
        domains.values().forEach(description -> all.add(description.get(true)));
        var json = Json.object();
        json.set("version", protocol.deepCopy());
        json.set("domains", all);
        return json;
    }
}
