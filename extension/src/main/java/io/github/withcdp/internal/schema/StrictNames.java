package io.github.withcdp.internal.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Refuses what the protocol does not know, as strictly as somebody wants it, on the thread of the one who wrote it. */
public final class StrictNames {

    /** Refuses nothing. */
    public static final StrictNames NONE = new StrictNames(
            Strictness.OFF, () -> new SchemaCheck(ProtocolSchema.pinned(), RemoteVersion.OTHER, any -> true));

    /**
     * Deprecated in favour of what does not do the same. {@code Storage.getCookies} of a page is about the browser's own context, and only the browser's session
     * may name another one; assertions about cookies send it, too. {@code Browser.downloadProgress} goes to no page, and does not say of which one it is.
     */
    private static final Set<String> WITHOUT_REPLACEMENT =
            Set.of("Network.getAllCookies", "Page.downloadWillBegin", "Page.downloadProgress");

    private static final String UNKNOWN = "If the browser knows it all the same";

    /** Of an event that the browser knows, too, but not here. */
    private static final String ELSEWHERE = "If it comes all the same";

    private final Strictness strictness;
    private final Supplier<SchemaCheck> check;
    private final AskedEvents asked;

    /**
     * Create for one conversation or recording.
     *
     * @param check asked for each time, because who is at the other end is not known from the beginning
     */
    public StrictNames(Strictness strictness, Supplier<SchemaCheck> check) {
        this(strictness, check, new AskedEvents());
    }

    private StrictNames(Strictness strictness, Supplier<SchemaCheck> check, AskedEvents asked) {
        this.strictness = strictness;
        this.check = check;
        this.asked = asked;
    }

    /** Return the same for one test of a conversation, which remembers what the test asks for. */
    public StrictNames remembering(AskedEvents ofTest) {
        return new StrictNames(strictness, check, ofTest);
    }

    /** Return whether commands are looked at. */
    public boolean looksAtCommands() {
        return strictness.commands();
    }

    /**
     * Look at a command that is about to be sent.
     *
     * @param params an object; a missing node for none
     * @throws IllegalArgumentException if it has mistakes
     */
    public void command(String method, JsonNode params) {
        if (strictness.commands()) {
            refuse(check.get().command(method, params), UNKNOWN);
        }
    }

    /**
     * Look at the name of an event that somebody waits for, or makes an assertion about.
     *
     * @throws IllegalArgumentException if there is no such event
     */
    public void event(String method) {
        if (strictness.names()) {
            refuse(check.get().event(method).stream().toList(), UNKNOWN);
        }
        if (strictness.deprecations()) {
            asked.add(method);
        }
    }

    /**
     * Look at where somebody waits for an event.
     *
     * @param targetType with what the session is
     * @throws IllegalArgumentException if such a target has no such domain
     */
    public void eventOf(String targetType, String event) {
        if (strictness.names()) {
            refuse(check.get().eventOf(targetType, event).stream().toList(), ELSEWHERE);
        }
    }

    /**
     * Look at an event that is waited for where nothing of its domain was ever said.
     *
     * @throws IllegalArgumentException if the domain has to be enabled, and commands are looked at
     */
    public void eventOfSilent(String event) {
        if (strictness.commands()) {
            refuse(check.get().eventOfSilent(event).stream().toList(), ELSEWHERE);
        }
    }

    /**
     * Look at the name of a command that somebody makes an assertion about.
     *
     * @throws IllegalArgumentException if there is no such command
     */
    public void commandName(String method) {
        if (strictness.names()) {
            refuse(check.get().command(method).stream().toList(), UNKNOWN);
        }
    }

    /**
     * Look at a place in the params of an event or command.
     *
     * @param pointer a JSON Pointer
     * @throws IllegalArgumentException if there is no such place
     */
    public void path(String method, String pointer) {
        if (strictness.names()) {
            refuse(check.get().path(method, pointer).stream().toList(), UNKNOWN);
        }
    }

    private void refuse(Collection<Mistake> mistakes, String otherwise) {
        if (mistakes.isEmpty()) {
            return;
        }
        var refused = mistakes.stream().filter(strictness::refuses).toList();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(
                    refused.stream().map(Mistake::sentence).collect(Collectors.joining("\n"))
                            + "\n" + otherwise + ", let it through: withcdp.strict.allow="
                            + refused.stream().map(Mistake::subject).collect(Collectors.joining(",")));
        }
    }

    /** Return what is wrong with a command that was sent nevertheless, a sentence each. */
    public List<String> remarks(String method, JsonNode params) {
        return remarks(check -> check.command(method, params));
    }

    /** Return what of a command is going to be removed, a sentence each, if somebody wants to hear of it and something replaces it. */
    public List<String> deprecations(String method, JsonNode params) {
        return strictness.deprecations() && !WITHOUT_REPLACEMENT.contains(method)
                ? remarks(check -> check.deprecated(method, params))
                : List.of();
    }

    /** Return the events that somebody has asked for and that are going to be removed, with a sentence each, if somebody wants to hear of it. */
    public Map<String, String> deprecatedEvents() {
        var sentences = new LinkedHashMap<String, String>();
        for (var event : asked.names()) {
            deprecations(event, MissingNode.getInstance()).forEach(sentence -> sentences.put(event, sentence));
        }
        return sentences;
    }

    private List<String> remarks(Function<SchemaCheck, List<Mistake>> looking) {
        return strictness.names()
                ? looking.apply(check.get()).stream()
                        .filter(mistake -> !strictness.allows(mistake.subject()))
                        .map(Mistake::sentence)
                        .toList()
                : List.of();
    }

    /** Return the name that is meant by one that the other end does not know, if any is near and names are compared. */
    public Optional<String> meant(String method) {
        return strictness.names() ? check.get().meant(method, false) : Optional.empty();
    }
}
