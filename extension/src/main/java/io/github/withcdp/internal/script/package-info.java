/** What scripts say, as Chrome's console shows it: values, exceptions, call stacks, messages of the console. */
package io.github.withcdp.internal.script;
