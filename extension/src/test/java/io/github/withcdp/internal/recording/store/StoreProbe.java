package io.github.withcdp.internal.recording.store;

import java.util.stream.IntStream;

/** What tests of other packages ask of a {@link PageStore}, and its users need not. */
public final class StoreProbe {

    private StoreProbe() {}

    /** Wait until everything is on disk that belongs there. */
    public static void settle(PageStore store) {
        store.settle();
    }

    /** Return how many bytes the pages in memory take. */
    public static long memory(PageStore store) {
        return store.memory();
    }

    /** Return how many times a page was read from disk. */
    public static long pagesRead(PageStore store) {
        return store.pagesRead();
    }

    public static int pages(PageStore store) {
        return store.snapshot().pageCount();
    }

    public static int pagesInMemory(PageStore store) {
        var snapshot = store.snapshot();
        return (int) IntStream.range(0, snapshot.pageCount())
                .filter(i -> snapshot.page(i).place() instanceof PageContent)
                .count();
    }

    /** Return the array that has the texts of the first page, which is in memory. */
    public static byte[] firstTexts(PageStore store) {
        return ((PageContent) store.snapshot().page(0).place()).texts;
    }

    /** Run something on the thread that moves pages to disk. */
    public static void onSpillThread(PageStore store, Runnable action) {
        store.spillFile().execute(action);
    }

    /** Return whether that thread has ever been started. */
    public static boolean hasSpilled(PageStore store) {
        return store.spillFile().hasWorked();
    }

    public static long sizeOnDisk(PageStore store) {
        return store.spillFile().size();
    }
}
