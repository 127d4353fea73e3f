/** Whom an assertion is about: a session, those that came from it, and what their targets are. */
package io.github.withcdp.assertions.internal.session;
