/** What events, values and requests are compared with, how far they are from it, and how many meet it. */
package io.github.withcdp.assertions.internal.match;
