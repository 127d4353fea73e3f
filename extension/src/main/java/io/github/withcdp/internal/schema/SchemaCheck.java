package io.github.withcdp.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Tells what is wrong with names and params, before anybody waits for what cannot come. A name can be refused only if its domain is in the schema, the
 * other end is a Chrome that is no newer, and nobody has heard the name in this run; otherwise the schema may be what is wrong, and there is a remark.
 */
public final class SchemaCheck {

    /** A domain that is longer is taken for another one with one wrong letter more. */
    private static final int SHORT_DOMAIN = 7;

    /** Domains whose events come to whoever is there, though they have an {@code enable}. */
    private static final Set<String> COME_ANYWAY = Set.of("Inspector");

    private final ProtocolSchema schema;
    private final RemoteVersion remote;
    private final Predicate<String> heard;

    /**
     * Create for one conversation.
     *
     * @param heard whether an event of this name has come; asked only of names that the schema does not have
     */
    public SchemaCheck(ProtocolSchema schema, RemoteVersion remote, Predicate<String> heard) {
        this.schema = schema;
        this.remote = remote;
        this.heard = heard;
    }

    /**
     * Return what is wrong with a command.
     *
     * @param params an object; a missing node for none
     */
    public List<Mistake> command(String method, JsonNode params) {
        var declared = schema.method(method);
        if (declared.isEmpty() || declared.get().isEvent()) {
            return unknown(method, false).stream().toList();
        }
        var command = declared.get();
        List<Mistake> mistakes = new ArrayList<>();
        new ParamsCheck(schema, method, remote.isKnownTo(schema), mistakes).members("", command.params(), params);
        return mistakes;
    }

    /** Return what of a command is going to be removed, with what replaces it as far as that is known. */
    List<Mistake> deprecated(String method, JsonNode params) {
        return schema.method(method).stream()
                .flatMap(declared -> Standing.of(schema, declared, params).stream())
                .filter(Standing.Note::deprecated)
                .map(note -> new Mistake(
                        note.param().isEmpty() ? method : method + '.' + note.param(),
                        SchemaSentences.deprecated(method, note),
                        false))
                .toList();
    }

    /** Return what is wrong with the name of an event. */
    public Optional<Mistake> event(String method) {
        var declared = schema.method(method);
        return declared.isPresent() && declared.get().isEvent() ? Optional.empty() : unknown(method, true);
    }

    /** Return what is wrong with the name of a command. */
    public Optional<Mistake> command(String method) {
        var declared = schema.method(method);
        return declared.isPresent() && !declared.get().isEvent() ? Optional.empty() : unknown(method, false);
    }

    /** Return what is wrong with waiting for an event in a session with a target of some type, which may not have its domain. */
    public Optional<Mistake> eventOf(String targetType, String event) {
        return schema.method(event)
                .filter(declared -> TargetDomains.areWithout(targetType, domain(event)))
                .map(declared -> mistake(event, SchemaSentences.otherTarget(event, domain(event), targetType), true));
    }

    /** Return what is wrong with waiting for an event in a session in which nothing of its domain was ever said, if that has to be enabled. */
    public Optional<Mistake> eventOfSilent(String event) {
        return schema.method(event)
                .filter(declared -> schema.domain(domain(event)).orElseThrow().hasEnable())
                .filter(declared -> !COME_ANYWAY.contains(domain(event)))
                .map(declared -> mistake(event, SchemaSentences.notEnabled(event, domain(event)), true));
    }

    /**
     * Return what is wrong with a place in the params of an event or command, as far as its type says what there can be.
     *
     * @param pointer a JSON Pointer (RFC 6901): {@code /response/status}
     */
    public Optional<Mistake> path(String method, String pointer) {
        return schema.method(method)
                .flatMap(declared -> PathCheck.mistake(declared, pointer, schema))
                .map(mistake -> remote.isKnownTo(schema) ? mistake : mistake.asRemark());
    }

    /** Return the command or event that is meant by a name that does not exist, if any is near. */
    public Optional<String> meant(String method, boolean isEvent) {
        return method.indexOf('.') < 0 ? Optional.empty() : NearestName.ofMethod(method, isEvent, schema);
    }

    private Optional<Mistake> unknown(String method, boolean isEvent) {
        var until = NameHistory.get().until(method);
        if (until.isPresent()) {
            return remote.chrome() > 0 && remote.chrome() <= until.getAsInt()
                    ? Optional.empty()
                    : Optional.of(new Mistake(
                            method, SchemaSentences.removed(method, until.getAsInt(), meant(method, isEvent)), false));
        }
        var other = schema.method(method);
        if (other.isPresent()) {
            return Optional.of(mistake(method, SchemaSentences.otherKind(other.get(), meant(method, isEvent)), true));
        }
        if (heard.test(method)) {
            return Optional.empty();
        }
        int dot = method.indexOf('.');
        var domain = method.substring(0, Math.max(0, dot));
        var meant = meant(method, isEvent);
        if (schema.domain(domain).isPresent()) {
            return Optional.of(mistake(method, SchemaSentences.unknown(method, meant), true));
        }
        return meant.filter(name -> isMisspelt(method, name))
                .map(name -> mistake(method, SchemaSentences.unknown(method, meant), isEvent));
    }

    private Mistake mistake(String method, String sentence, boolean refusable) {
        return new Mistake(method, sentence, refusable && remote.isKnownTo(schema));
    }

    /** A vendor's domain is none of ours: it is taken for a misspelt one only if it is nearly the same, and its method exists. */
    private static boolean isMisspelt(String written, String meant) {
        var wrong = NearestName.wrongLetters(domain(written), domain(meant));
        return word(written).equalsIgnoreCase(word(meant))
                && wrong <= (domain(meant).length() < SHORT_DOMAIN ? 1 : 2);
    }

    private static String domain(String method) {
        return method.substring(0, method.indexOf('.'));
    }

    private static String word(String method) {
        return method.substring(method.indexOf('.') + 1);
    }
}
