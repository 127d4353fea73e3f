/** Browsers that run: where each comes from, how the conversation with it begins, what is held of it beside that, and how it is let go. */
package io.github.withcdp.internal.browser;
