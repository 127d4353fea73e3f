/** How text of others is shown, how alike words are, and how durations are written and read. */
package io.github.withcdp.internal.text;
