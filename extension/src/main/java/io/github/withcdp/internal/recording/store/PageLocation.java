package io.github.withcdp.internal.recording.store;

/** Where the content of a page is. */
sealed interface PageLocation permits PageContent, PageLocation.OnDisk, PageLocation.Lost, PageLocation.GivenUp {

    /** In the spill file. */
    final class OnDisk implements PageLocation {

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
    record Lost() implements PageLocation {}

    /** Nowhere any more, because there was more than is to be kept. */
    record GivenUp() implements PageLocation {}
}
