/** Takes secrets out of the failures of tests, which stay of the kind that they were wherever that can be. */
package io.github.withcdp.internal.failure;
