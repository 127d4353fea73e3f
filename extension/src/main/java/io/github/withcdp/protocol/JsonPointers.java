package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.INTERNAL;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Refuses what is no JSON pointer, and knows what somebody meant who wrote a JSONPath or a name.
 *
 * @since 0.1
 */
@API(status = INTERNAL, since = "0.1")
public final class JsonPointers {

    private static final Pattern STEP =
            Pattern.compile("\\[(?:'([^']*)'|\"([^\"]*)\"|(\\d+))]|[./]?([^./\\[\\]'\"*?@$()#]+)");

    private JsonPointers() {}

    /**
     * Return the pointer.
     *
     * @throws IllegalArgumentException if it does not start with a slash; the message says what to write instead
     */
    public static String checked(String pointer) {
        return checked(pointer, "");
    }

    /**
     * Return the pointer.
     *
     * @param what it leads into, for the end of the message; may be empty
     */
    static String checked(String pointer, String what) {
        if (pointer.isEmpty() || pointer.charAt(0) == '/') {
            return pointer;
        }
        var advice = meant(pointer)
                .map(meant -> ": write \"%s\" instead of \"%s\"".formatted(meant, pointer))
                .orElse(" and leads to one value, as \"/items/0/price\" does: \"%s\" is none".formatted(pointer));
        throw new IllegalArgumentException(
                "A JSON pointer starts with a slash" + advice + (what.isEmpty() ? "" : " (%s)".formatted(what)));
    }

    private static Optional<String> meant(String path) {
        int at = path.startsWith("$") || path.startsWith("#") ? 1 : 0;
        var pointer = new StringBuilder();
        var step = STEP.matcher(path);
        while (at < path.length()) {
            if (!step.find(at) || step.start() != at) {
                return Optional.empty();
            }
            at = step.end();
            for (int group = 1; group <= step.groupCount(); group++) {
                if (step.group(group) != null) {
                    pointer.append('/')
                            .append(step.group(group).replace("~", "~0").replace("/", "~1"));
                }
            }
        }
        return Optional.of(pointer.toString());
    }
}
