package io.github.withcdp.internal.transport;

/**
 * What a server answered, without its body.
 *
 * @param status 200 for example; -1 if what came is not HTTP
 * @param statusText what stands beside the status; empty if nothing does
 * @param location where a redirect leads, which is not followed; empty but for redirects
 * @param contentType what the body is; empty if the server does not tell
 * @param length how many bytes the body has; -1 if the server does not tell
 */
public record HttpHead(int status, String statusText, String location, String contentType, long length) {}
