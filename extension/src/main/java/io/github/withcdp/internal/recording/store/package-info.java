/** Where recorded messages are kept, in memory and on disk, and how they are found again. */
package io.github.withcdp.internal.recording.store;
