/** How a recording reads: pure formatters, and the folder they are written to. */
package io.github.withcdp.internal.report;
