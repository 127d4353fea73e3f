package io.github.withcdp.internal.recording.store;

/** Where the content of a page is. */
sealed interface Place permits PageContent, Place.OnDisk, Place.Lost, Place.GivenUp {

    /** In the spill file. */
    final class OnDisk implements Place {

        private final int[] blocks;

        OnDisk(int... blocks) {
            this.blocks = blocks;
        }

        /** Return the blocks of that file, in the order of the content; not to be changed. */
        int[] blocks() {
            return blocks;
        }
    }

    /** Nowhere any more. */
    record Lost() implements Place {}

    /** Nowhere any more, because there was more than is to be kept. */
    record GivenUp() implements Place {}
}
