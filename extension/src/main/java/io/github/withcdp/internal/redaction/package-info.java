/**
 * Takes secrets out of what leaves the test: reports, failure messages, the live log.
 *
 * <p>Names decide first: what a password, token or session is called is taken out whatever it looks like. Where names say nothing, as in queries,
 * storage and what is typed, looks decide: words, dates, prices, versions of files and ids of things are shown, because a report without
 * them helps nobody, and whatever mixes letters and digits is taken out.
 */
package io.github.withcdp.internal.redaction;
