/** The conversation: numbers commands, matches answers, hands events to the session they belong to. */
package io.github.withcdp.internal.connection;
