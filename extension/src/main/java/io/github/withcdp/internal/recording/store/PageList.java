package io.github.withcdp.internal.recording.store;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a store, the oldest first: which of them are in memory and how much they take there, which are on disk, and which are gone.
 * Guarded by its {@link PageStore}.
 */
final class PageList {

    private Page[] pages = new Page[16];
    private int count;
    private long memory;
    private int oldestInMemory; // pages before it are not in memory
    private int oldestKept; // pages before it are neither in memory nor on disk
    private boolean anyGivenUp;

    /** Return the pages there are now, which have so many messages. */
    Snapshot snapshot(int messages) {
        return new Snapshot(pages, count, messages);
    }

    /** Return how many bytes those in memory take. */
    long memory() {
        return memory;
    }

    /** Return how many of these bytes the newest one takes. */
    long memoryOfNewest() {
        return count == 0 ? 0 : memoryOf(pages[count - 1]);
    }

    private static long memoryOf(Page page) {
        return page.place() instanceof PageContent content ? content.size() : 0;
    }

    /** Return the newest page, which is always in memory; null if there is none. */
    @Nullable
    Page newest() {
        return count == 0 ? null : pages[count - 1];
    }

    /** Add a page in memory behind all others; the one before it gets no more messages. */
    void add(Page page) {
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, 2 * count);
        }
        if (count > 0) {
            var full = pages[count - 1];
            long before = memoryOf(full);
            full.trim();
            memory += memoryOf(full) - before;
        }
        pages[count++] = page;
        memory += memoryOf(page);
    }

    /** Return the oldest page in memory but for the newest; null if there is none. */
    @Nullable
    Page oldestInMemory() {
        int oldest = firstInMemory();
        return oldest < count - 1 ? pages[oldest] : null;
    }

    private int firstInMemory() {
        while (oldestInMemory < count && !(pages[oldestInMemory].place() instanceof PageContent)) {
            oldestInMemory++;
        }
        return oldestInMemory;
    }

    /** Note that a page is in memory no more. */
    void moved(Page page, PageContent content, PageLocation place) {
        page.moveTo(place);
        anyGivenUp |= place instanceof PageLocation.GivenUp;
        memory -= content.size();
    }

    /**
     * Lose pages in memory, the oldest first, until they take no more than a limit; never the newest.
     *
     * @param moving is not lost either, because it is on its way to the disk
     * @return whether any was lost
     */
    boolean loseFromMemory(long limit, @Nullable Page moving) {
        boolean anyLost = false;
        for (int i = firstInMemory(); memory > limit && i < count - 1; i++) {
            var page = pages[i];
            if (page != moving && page.place() instanceof PageContent content) {
                moved(page, content, new PageLocation.Lost());
                anyLost = true;
            }
        }
        return anyLost;
    }

    /** Lose all pages on disk, and return whether there were any. */
    boolean loseFromDisk() {
        boolean anyLost = false;
        for (int i = 0; i < count; i++) {
            if (pages[i].place() instanceof PageLocation.OnDisk) {
                pages[i].moveTo(new PageLocation.Lost());
                anyLost = true;
            }
        }
        return anyLost;
    }

    /**
     * Give up the oldest page on disk without messages of some sessions.
     *
     * @param without the {@linkplain NameTable#bit bits} of these sessions
     * @return where it was; empty if there is none
     */
    Optional<PageLocation.OnDisk> giveUpFromDisk(long without) {
        while (oldestKept < count && isGone(pages[oldestKept])) {
            oldestKept++;
        }
        for (int i = oldestKept; i < count; i++) {
            var page = pages[i];
            if (page.place() instanceof PageLocation.OnDisk disk && (page.sessions() & without) == 0) {
                page.moveTo(new PageLocation.GivenUp());
                anyGivenUp = true;
                return Optional.of(disk);
            }
        }
        return Optional.empty();
    }

    private static boolean isGone(Page page) {
        return page.place() instanceof PageLocation.Lost || page.place() instanceof PageLocation.GivenUp;
    }

    /** Return whether pages were given up on purpose. */
    boolean anyGivenUp() {
        return anyGivenUp;
    }
}
