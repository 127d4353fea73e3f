/** What was said: every message of both directions, raw, in wire order. */
package io.github.withcdp.recording;
