/** Bytes to the browser and back; knows nothing of what they mean. */
package io.github.withcdp.internal.transport;
