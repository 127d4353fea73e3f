/** How sessions, messages and what pages say are shown in failure messages: safe, short, and alike everywhere. */
package io.github.withcdp.assertions.internal.text;
