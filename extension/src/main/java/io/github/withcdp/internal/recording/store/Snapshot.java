package io.github.withcdp.internal.recording.store;

/** The pages of a store, and how many messages they held, at one moment. */
final class Snapshot {

    private final Page[] pages;
    private final int pageCount;
    private final int size;

    Snapshot(Page[] pages, int pageCount, int size) {
        this.pages = pages;
        this.pageCount = pageCount;
        this.size = size;
    }

    /** Return the number of messages. */
    int size() {
        return size;
    }

    int pageCount() {
        return pageCount;
    }

    Page page(int index) {
        return pages[index];
    }

    /** Return the number of the message behind the last one of a page. */
    int endOf(int index) {
        return index + 1 < pageCount ? pages[index + 1].first : size;
    }

    /** Return the index of the page that holds a message. */
    int pageOf(int message) {
        int low = 0;
        int high = pageCount - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pages[middle].first <= message) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
