/** Recordings of tests that passed, kept so that one that fails can be compared with them. */
package io.github.withcdp.internal.green;
