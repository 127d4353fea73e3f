/** What the assertions and their sentences share, and nobody else sees. */
package io.github.withcdp.assertions.internal;
