/** How a conversation becomes a recording, is copied, is written to a file, is found for a test and is read from it. */
package io.github.withcdp.internal.recording;
