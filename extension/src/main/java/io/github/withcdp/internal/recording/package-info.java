/** How a conversation becomes a recording, is copied, is written to a file and is read from it. */
package io.github.withcdp.internal.recording;
