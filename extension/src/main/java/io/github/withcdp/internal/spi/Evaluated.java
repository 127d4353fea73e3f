package io.github.withcdp.internal.spi;

import tools.jackson.databind.JsonNode;

/** What came of an expression that a page was asked for. */
public sealed interface Evaluated {

    /**
     * It has a value.
     *
     * @param json as {@code CDPSession.evaluate} returns it: a missing node for {@code undefined}, a null node for {@code null}
     */
    record Value(JsonNode json) implements Evaluated {}

    /**
     * It has thrown something, or its promise was rejected.
     *
     * @param text without the stack, {@code TypeError: pay is not a function}
     */
    record Thrown(String text) implements Evaluated {}

    /**
     * It is no JavaScript, and never will be.
     *
     * @param text why, {@code SyntaxError: Unexpected token ')'}
     */
    record Malformed(String text) implements Evaluated {}
}
