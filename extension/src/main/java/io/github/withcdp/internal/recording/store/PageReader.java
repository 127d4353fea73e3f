package io.github.withcdp.internal.recording.store;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads pages, from memory or disk. Safe for use by many threads. */
final class PageReader {

    private static final int LARGEST_CACHED_PAGE = 1 << 20;
    private static final int CACHED_PAGES = 4; // a power of two

    private final SpillFile spillFile;
    private final Consumer<IOException> onFailure;
    private final AtomicLong pagesRead = new AtomicLong();

    /** Pages that were read from disk lately: whoever reads one message will want the next one, and there may be several readers. */
    private final AtomicReferenceArray<@Nullable Cached> cached = new AtomicReferenceArray<>(CACHED_PAGES);

    private final AtomicInteger nextCached = new AtomicInteger();

    /** A page that was read from disk. */
    private record Cached(Page page, PageContent content, boolean withTexts) {}

    /**
     * Create a reader.
     *
     * @param onFailure told if a page should be on disk, and cannot be read from there
     */
    PageReader(SpillFile spillFile, Consumer<IOException> onFailure) {
        this.spillFile = spillFile;
        this.onFailure = onFailure;
    }

    /** Return a page, with its texts or at least its slots; null if it is lost. */
    @Nullable
    PageContent read(Page page, boolean withTexts) {
        var place = page.place();
        if (place instanceof PageContent content) {
            return content;
        }
        if (place instanceof PageLocation.OnDisk disk) {
            return load(page, disk, withTexts);
        }
        return null;
    }

    private @Nullable PageContent load(Page page, PageLocation.OnDisk disk, boolean withTexts) {
        for (int i = 0; i < CACHED_PAGES; i++) {
            var recent = cached.get(i);
            if (recent != null && recent.page == page && (recent.withTexts || !withTexts)) {
                return recent.content;
            }
        }
        pagesRead.incrementAndGet();
        try {
            var content = withTexts ? spillFile.readAll(page, disk) : spillFile.readSlots(page, disk);
            if (content.size() <= LARGEST_CACHED_PAGE) {
                cached.set(nextCached.getAndIncrement() & (CACHED_PAGES - 1), new Cached(page, content, withTexts));
            }
            return content;
        } catch (IOException e) {
            if (!(page.place() instanceof PageLocation.GivenUp)) {
                onFailure.accept(e);
            }
            return null;
        }
    }

    /** Return how many times a page was read from disk, as a whole or its slots. */
    long pagesRead() {
        return pagesRead.get();
    }

    /** Let go of the pages that were read from disk. */
    void forget() {
        for (int i = 0; i < CACHED_PAGES; i++) {
            cached.set(i, null);
        }
    }
}
