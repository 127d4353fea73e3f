/** What Chrome's protocol is: its domains, commands, events and types, as data; what is wrong with a name or with params, and which name is meant. */
@NullMarked
package io.github.withcdp.internal.schema;

import org.jspecify.annotations.NullMarked;
