/** What explains a failure: what came instead, what else went wrong, what may be missing and why. */
package io.github.withcdp.assertions.internal.evidence;
