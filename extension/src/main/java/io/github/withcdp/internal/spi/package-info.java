/** What the module of assertions sees of a session, and nobody else. */
package io.github.withcdp.internal.spi;
