/** The words of the conversation: events, session ids, and the ways in which a command or a wait can fail. */
package io.github.withcdp.protocol;
