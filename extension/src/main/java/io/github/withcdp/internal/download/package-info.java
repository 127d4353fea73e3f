/** A browser for a machine that has none: fetched, checked, unpacked and kept. */
package io.github.withcdp.internal.download;
