/** The page that lists the reports of a build. */
package io.github.withcdp.internal.report.index;
