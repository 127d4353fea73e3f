package io.github.withcdp.internal.report;

import java.util.Optional;

/**
 * The document of a page at the moment of failure, or why that could not be had.
 *
 * @param page the URL of the page
 * @param command the id of the command whose answer it is, so that it is found again in the recording; 0 if it is in none
 * @param html the outer HTML of its document, as hostile as the page; empty if it could not be had
 * @param missingBecause the reason, a clause: {@code a dialog was open}; empty if there is none
 */
public record PageDom(String page, int command, Optional<String> html, String missingBecause) {}
