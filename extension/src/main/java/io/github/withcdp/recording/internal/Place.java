package io.github.withcdp.recording.internal;

/** Where the content of a page is. */
sealed interface Place permits Content, Place.OnDisk, Place.Lost {

    /**
     * In the spill file.
     *
     * @param position of its first byte there
     */
    record OnDisk(long position) implements Place {}

    /** Nowhere any more. */
    record Lost() implements Place {}
}
