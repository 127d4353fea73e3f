package io.github.withcdp.assertions;

import io.github.withcdp.session.CDPSession;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sessions that came from one another. */
final class Family {

    private Family() {}

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

    private static void addWithChildren(Set<CDPSession> family, CDPSession session) {
        if (family.add(session)) {
            session.children().forEach(child -> addWithChildren(family, child));
        }
    }
}
