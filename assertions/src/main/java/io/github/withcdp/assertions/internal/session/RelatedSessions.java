package io.github.withcdp.assertions.internal.session;

import io.github.withcdp.assertions.internal.text.ShownSession;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.session.CDPSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sessions that came from one another. */
public final class RelatedSessions {

    private static final int SHOWN = 3;

    private RelatedSessions() {}

    /** Return the sessions that came from a session, and those that it came from. */
    static Set<CDPSession> relatives(CDPSession session) {
        var root = session;
        for (var parent = root.parent();
                parent.isPresent();
                parent = parent.get().parent()) {
            root = parent.get();
        }
        var family = new LinkedHashSet<CDPSession>();
        addWithChildren(family, root);
        family.remove(session);
        return family;
    }

    /** Return the lines about those of its relatives that have what a session has not, which may be looked at with it. */
    public static List<String> elsewhere(SessionGroup sessions, Predicate<CDPSession> has) {
        var children = new SessionGroup(sessions.session(), sessions.session() instanceof AssertedSession)
                .now().stream().map(CDPSession::id).toList();
        return relatives(sessions.session()).stream()
                .filter(has)
                .limit(SHOWN)
                .map(relative -> "It came in another session: " + ShownSession.line(relative)
                        + (children.contains(relative.id()) ? ": withChildren() looks there too" : ""))
                .toList();
    }

    private static void addWithChildren(Set<CDPSession> family, CDPSession session) {
        if (family.add(session)) {
            session.children().forEach(child -> addWithChildren(family, child));
        }
    }
}
