/** What the generated classes are made with. */
package io.github.withcdp.protocol.typed.internal;
