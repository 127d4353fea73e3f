/** How assertions about a session wait: for what comes, for quiet, and not for ever. */
package io.github.withcdp.assertions.internal.wait;
