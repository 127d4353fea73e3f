/** Limits of time. */
package io.github.withcdp.internal.time;
