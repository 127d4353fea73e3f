/** How a report becomes a page: one file with data, style and script in it. Knows what a recording is, and nothing of failures. */
package io.github.withcdp.internal.report.html;
