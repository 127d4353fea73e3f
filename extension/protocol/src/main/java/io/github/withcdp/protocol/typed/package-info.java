/**
 * The protocol as classes, one for each stable domain: commands are methods of it, events are constants, results and params are views of the JSON that
 * Chrome sent.
 *
 * <p>The classes are made from Chrome's own description of the protocol, as of one version, and change with it. Nothing of a message is checked when
 * it arrives: a browser that is older or newer gets along with them, and what they do not know is in {@link ProtocolObject#json()}. What is absent
 * and must not be is told by an exception where it is asked for.
 *
 * <p>{@code Runtime} and {@code IO} are also names in {@code java.lang}: import these two by their full name, beside a star or without one.
 */
package io.github.withcdp.protocol.typed;
