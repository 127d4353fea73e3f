package io.github.withcdp.internal.recording.store;

import io.github.withcdp.protocol.SessionId;
import java.util.HashMap;
import java.util.Map;

/** Who uses which sessions; those of which nothing was said are used now. Guarded by its {@link PageStore}. */
final class SessionUses {

    private final NameTable<SessionId> sessions;
    private final Map<Integer, SessionUse> uses = new HashMap<>(); // by the numbers of the sessions

    SessionUses(NameTable<SessionId> sessions) {
        this.sessions = sessions;
    }

    void note(SessionId session, SessionUse use) {
        int number = sessions.numberOf(session, session.value().length());
        if (number != NameTable.INLINE) {
            uses.put(number, use);
        }
    }

    /** Return the {@linkplain NameTable#bit bits} of those used so. The browser session tells of everything: what it says goes with what it is about. */
    long bits(SessionUse use) {
        long bits = 0;
        for (int number = 0; number < sessions.size(); number++) {
            if (uses.getOrDefault(number, SessionUse.NOW) == use
                    && !sessions.name(number).isBrowser()) {
                bits |= NameTable.bit(number);
            }
        }
        return bits;
    }
}
