/** How text of others is shown, and how durations are written and read. */
package io.github.withcdp.internal.text;
