package io.github.withcdp.internal.session;

import io.github.withcdp.session.Target;

/** Knows where people can look at a target. */
@FunctionalInterface
public interface FrontEnd {

    /** Return the URL of the DevTools front end of a target, or what to do to get one; a line for people, without secrets. */
    String of(Target target);
}
