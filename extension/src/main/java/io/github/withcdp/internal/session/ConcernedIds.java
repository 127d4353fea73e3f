package io.github.withcdp.internal.session;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.json.JsonMembers;
import java.util.List;
import java.util.stream.Stream;

/** Whom an event of the browser session is about. Makes no tree of it: each test asks this of all of them, while its thread waits. */
final class ConcernedIds {

    private ConcernedIds() {}

    /** Return the ids of session, target and browser context that an event names, the narrowest first. */
    static List<String> in(String json) {
        var params = member(json, "params");
        var info = member(params, "targetInfo");
        return Stream.of(
                        member(params, "sessionId"),
                        member(params, "targetId"),
                        member(params, "browserContextId"),
                        member(info, "targetId"),
                        member(info, "browserContextId"))
                .filter(id -> id.startsWith("\""))
                .map(ConcernedIds::text)
                .toList();
    }

    /** Return a member of an object as it is written; empty if there is none. */
    private static String member(String object, String name) {
        var members = new JsonMembers(object);
        while (members.next()) {
            if (members.isNamed(name)) {
                return object.substring(members.from(), members.to());
            }
        }
        return "";
    }

    private static String text(String string) {
        return string.indexOf('\\') < 0
                ? string.substring(1, string.length() - 1)
                : Json.read(string).asString("");
    }
}
