package io.github.withcdp.internal.session;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The place of a session in the tree: what has started or holds its target, what that has started or holds itself, and who waits for more of it. */
final class SessionNode {

    private final ChildSession session;
    private volatile @Nullable SessionNode parent;
    private final List<SessionNode> children = new CopyOnWriteArrayList<>();
    private final List<ChildQueue> queues = new CopyOnWriteArrayList<>();
    private final List<Consumer<CDPSession>> descendantListeners = new CopyOnWriteArrayList<>();

    SessionNode(ChildSession session, @Nullable SessionNode parent) {
        this.session = session;
        this.parent = parent;
    }

    Optional<CDPSession> parent() {
        return Optional.ofNullable(parent).map(node -> node.session);
    }

    /** Return the children there are now, in the order in which they came; one whose end has begun is none, whatever is still to be done about it. */
    List<CDPSession> children() {
        return attachedChildren().<CDPSession>map(child -> child.session).toList();
    }

    private Stream<SessionNode> attachedChildren() {
        return children.stream().filter(child -> child.session.isAttached());
    }

    /** Return the id of the session, with those of the frames of other sites, which live in processes, and so have sessions, of their own. */
    Set<SessionId> withFrames() {
        var ids = new HashSet<SessionId>();
        addWithFrames(ids);
        return ids;
    }

    private void addWithFrames(Set<SessionId> ids) {
        ids.add(session.id());
        attachedChildren()
                .filter(child -> child.session.target().type().equals("iframe"))
                .forEach(frame -> frame.addWithFrames(ids));
    }

    boolean isAncestorOf(SessionNode other) {
        var ancestor = other.parent;
        while (ancestor != null && ancestor != this) {
            ancestor = ancestor.parent;
        }
        return ancestor == this;
    }

    /** Note who has started this, where that is told only when it is there. */
    void startedBy(SessionNode starter) {
        parent = starter;
    }

    /** Tell the parent, and those who listen to it or to what is above it, that this has come. */
    void came() {
        var parentNode = parent;
        if (parentNode == null) {
            return;
        }
        parentNode.children.add(this);
        if (!session.isAttached()) { // it ended meanwhile, and was not here yet to be removed
            parentNode.children.remove(this);
        }
        parentNode.queues.forEach(queue -> queue.offer(session));
        for (var ancestor = parentNode; ancestor != null; ancestor = ancestor.parent) {
            ancestor.descendantListeners.forEach(listener -> listener.accept(session));
        }
    }

    /** Tell those who wait for a child with a certain URL that this one has another. */
    void moved() {
        var parentNode = parent;
        if (parentNode != null) {
            parentNode.queues.forEach(queue -> queue.moved(session));
        }
    }

    /** Leave the parent, because the session has ended. */
    void went() {
        var parentNode = parent;
        if (parentNode != null) {
            parentNode.children.remove(this);
        }
    }

    void add(ChildQueue queue) {
        queues.add(queue);
    }

    void remove(ChildQueue queue) {
        queues.remove(queue);
    }

    /** Return those who wait now. */
    List<ChildQueue> queues() {
        return List.copyOf(queues);
    }

    Subscription onDescendant(Consumer<CDPSession> listener) {
        descendantListeners.add(listener);
        return () -> descendantListeners.remove(listener);
    }
}
