package io.github.withcdp.internal.session;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Which messages of the record belong to one test or class, and to its sessions. */
final class ScopeMessages {

    /** Whom a browser context, a target or a session belongs to. */
    enum Belonging {
        OURS,
        OTHERS,
        NOBODYS
    }

    /** Tells whom something with an id belonged to when a message was recorded. */
    interface Belongings {

        Belonging of(String id, long sequence);
    }

    private final ConversationContext context;
    private final Supplier<StrictNames> names;
    private final boolean everything;
    private final Belongings belongings;
    private final Set<Integer> browserCommands = ConcurrentHashMap.newKeySet();
    private final long from;
    private volatile long browserFrom;

    /**
     * Begin with what comes next, or with everything.
     *
     * @param names refuses names where somebody looks at recordings
     */
    ScopeMessages(ConversationContext context, Supplier<StrictNames> names, boolean everything, Belongings belongings) {
        this.context = context;
        this.names = names;
        this.everything = everything;
        this.belongings = belongings;
        this.from = everything ? 0 : context.recorder().position();
        this.browserFrom = from;
    }

    /** Return the sequence of the first message that may belong to the test or class. */
    long from() {
        return from;
    }

    /** Leave out what has been said to the browser so far. */
    void begin() {
        browserFrom = context.recorder().position();
    }

    /** Note that a command of the browser session is ours. */
    void browserCommand(int id) {
        browserCommands.add(id);
    }

    /** Return a live view of what belongs to the test or class. */
    Recording recording() {
        return recording(everything ? MessageFilter.ALL : new OwnMessages());
    }

    /** Return whether a message belongs to the test or class. */
    boolean includes(RecordedMessage message) {
        var session = message.session();
        if (everything || !session.isBrowser()) {
            return everything || (message.sequence() >= from && isOurs(session));
        }
        return message.sequence() >= browserFrom && includesBrowserMessage(message);
    }

    /** Return a live view of what belongs to one session. */
    Recording recordingOf(SessionId session) {
        if (!session.isBrowser()) {
            return recording(new SessionMessages(session));
        }
        return recording(context.remoteEnd().isSingleTarget() ? new SingleTargetMessages() : new BrowserMessages());
    }

    private Recording recording(MessageFilter filter) {
        return context.recorder().recording(filter, names);
    }

    /** A session never has another owner. */
    private boolean isOurs(SessionId session) {
        return belongings.of(session.value(), Long.MAX_VALUE) == Belonging.OURS;
    }

    private boolean includesBrowserMessage(RecordedMessage message) {
        if (message.id().isPresent()) {
            return browserCommands.contains(message.id().getAsInt());
        }
        if (context.remoteEnd().isSingleTarget()) {
            return true;
        }
        for (var id : ConcernedIds.in(message.json())) {
            var whose = belongings.of(id, message.sequence());
            if (whose != Belonging.NOBODYS) {
                return whose == Belonging.OURS;
            }
        }
        return false;
    }

    /** Messages of our sessions, and of the browser session those that are ours or about what is ours. */
    private final class OwnMessages implements MessageFilter {

        @Override
        public boolean includes(SessionId session) {
            return session.isBrowser() || isOurs(session);
        }

        @Override
        public long from() {
            return from;
        }

        @Override
        public long browserFrom() {
            return browserFrom;
        }

        @Override
        public boolean includesBrowserMessage(RecordedMessage message) {
            return ScopeMessages.this.includesBrowserMessage(message);
        }
    }

    /** The messages of one of our sessions. */
    private final class SessionMessages implements MessageFilter {

        private final SessionId id;

        SessionMessages(SessionId id) {
            this.id = id;
        }

        @Override
        public boolean includes(SessionId session) {
            return session.equals(id);
        }

        @Override
        public long from() {
            return from;
        }
    }

    /** The messages of the only target, without what was said to find out who it is. */
    private final class SingleTargetMessages implements MessageFilter {

        @Override
        public boolean includes(SessionId session) {
            return session.isBrowser();
        }

        @Override
        public long from() {
            return from;
        }

        @Override
        public boolean includesBrowserMessage(RecordedMessage message) {
            return ScopeMessages.this.includesBrowserMessage(message);
        }
    }

    /** The messages of the browser session, whoever's they are. */
    private static final class BrowserMessages implements MessageFilter {

        @Override
        public boolean includes(SessionId session) {
            return session.isBrowser();
        }

        @Override
        public boolean includesBrowserMessage(RecordedMessage message) {
            return true;
        }
    }
}
