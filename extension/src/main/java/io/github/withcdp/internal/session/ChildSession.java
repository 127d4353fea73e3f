package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.session.CDPSession;
import java.util.Optional;

/** A session as somebody needs it who waits until it can be used. */
interface ChildSession extends CDPSession {

    /** Kept when the domains are enabled and the target runs, or the session has ended. */
    Promise<Boolean> ready();

    /** Kept when the target has a first document of its own, or will have none. */
    Promise<Boolean> document();

    /** Return the request of a navigation that is under way, as a line for people. */
    Optional<String> navigation();
}
