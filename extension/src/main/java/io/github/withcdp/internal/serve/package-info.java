/**
 * Answers the requests of a test from a recording: {@code Serving} takes them on as they pause, {@code AnswerPool} finds the answer, {@code AnswerOrder} lets
 * it go in its turn.
 */
package io.github.withcdp.internal.serve;
