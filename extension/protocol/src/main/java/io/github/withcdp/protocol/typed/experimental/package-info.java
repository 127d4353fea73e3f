/** The domains that the protocol calls experimental, in the form of {@link io.github.withcdp.protocol.typed}. They change more often than others. */
package io.github.withcdp.protocol.typed.experimental;
