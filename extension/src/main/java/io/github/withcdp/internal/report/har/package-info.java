/** The exchanges of a recording as an HTTP archive, which every HAR viewer opens. */
package io.github.withcdp.internal.report.har;
