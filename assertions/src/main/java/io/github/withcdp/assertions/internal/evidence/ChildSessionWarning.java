package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.text.ShownSession;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;

/** Says in the log that an assertion about a session has passed while a child of it has what the session should not have: nobody else would. */
public final class ChildSessionWarning {

    private static final System.Logger LOG = System.getLogger(ChildSessionWarning.class.getName());
    private static final Map<CDPSession, Set<String>> SAID = new WeakHashMap<>();

    private ChildSessionWarning() {}

    /**
     * Look at the children, and say the same only once.
     *
     * @param what it has none of: {@code failed requests}
     * @param faults finds what a session should not have, a line each
     */
    public static void inChildren(CDPSession session, String what, Function<Recording, List<String>> faults) {
        if (session instanceof AssertedSession asserted) {
            for (var child : asserted.descendants()) {
                var found = faults.apply(child.recording());
                if (!found.isEmpty()) {
                    say(session, words(session, what, child, found));
                }
            }
        }
    }

    private static String words(CDPSession session, String what, CDPSession child, List<String> found) {
        return "%s has no %s, as asserted, but %s, which came from it, has: %s%s. withChildren() looks there too."
                .formatted(
                        ShownSession.line(session),
                        what,
                        ShownSession.line(child),
                        found.get(0).strip(),
                        found.size() == 1 ? "" : " …(%d more)…".formatted(found.size() - 1));
    }

    private static void say(CDPSession session, String words) {
        boolean isNew;
        synchronized (SAID) {
            isNew = SAID.computeIfAbsent(session, key -> new HashSet<>()).add(words);
        }
        if (isNew) {
            LOG.log(System.Logger.Level.WARNING, words);
        }
    }
}
