/**
 * Finds out what is different between two runs of the same test: puts what belongs together side by side, explains what
 * {@linkplain io.github.withcdp.internal.likeness may differ}, and puts first what differed first.
 */
package io.github.withcdp.internal.difference;
