/** Assertions about what a browser sent and received; {@link io.github.withcdp.assertions.CDPAssertions} is where to begin. */
package io.github.withcdp.assertions;
