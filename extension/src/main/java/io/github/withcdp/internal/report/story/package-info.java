/** What happened in a test, told in a few steps. */
package io.github.withcdp.internal.report.story;
