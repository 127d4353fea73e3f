/** Puts requests together with what came of them, from the events of the domain {@code Network} in a recording. */
package io.github.withcdp.internal.network;
