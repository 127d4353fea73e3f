package io.github.withcdp.internal.recording.store;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages in pages: the newest ones in memory, older ones in a {@link SpillFile}.
 *
 * <p>Adding never waits for the disk. What the disk does not take, or not fast enough, is given up, the oldest first,
 * because the last messages before a failure matter most; {@link MissingMessages} then says so.
 *
 * <p>So is what is beyond the limit of the disk: first the oldest pages that have nothing but messages of sessions which nobody uses any more,
 * then the oldest of the others; last those of sessions that wait for a test, which shall not lose something by what another test does.
 * Each {@link MessageFilter} that has lost something is told so.
 *
 * <p>The lock of this object is only ever held for moments, and never while the disk is asked for something.
 */
public final class PageStore implements AutoCloseable {

    public static final long MEMORY_LIMIT = 8L << 20;

    private static final int LARGEST_PAGE = 256 * 1024;
    private static final int SMALLEST_PAGE = 1024;
    private static final byte[] NUMBERED = new byte[0];
    private static final long ROOM_SECONDS = 30;

    private final long memoryLimit;
    private final long lagLimit;
    private final long diskLimit;
    private final int pageSize;
    private final Path directory;
    private final SpillFile spillFile;
    private final PageReader reader;

    private final NameTable<SessionId> sessions = new NameTable<>(SessionId[]::new);
    private final NameTable<String> methods = new NameTable<>(String[]::new);

    // All of these are guarded by this object.
    private final PageList pages = new PageList();
    private final SessionUses uses = new SessionUses(sessions);
    private int size;
    private @Nullable Page moving; // to disk, at the moment
    private boolean spilling;
    private boolean diskRefused;
    private boolean closed;

    private volatile String incompleteBecause = "";

    /**
     * Create a store without messages.
     *
     * @param memoryLimit bytes from which on older messages move to disk
     * @param lagLimit bytes beyond that limit which may wait for the disk
     * @param diskLimit bytes on disk
     * @param directory where the temporary file is made when it is needed
     */
    public PageStore(long memoryLimit, long lagLimit, long diskLimit, Path directory) {
        this.memoryLimit = memoryLimit;
        this.lagLimit = lagLimit;
        this.diskLimit = diskLimit;
        this.directory = directory;
        pageSize = (int) Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, memoryLimit / 8));
        spillFile = new SpillFile(directory, Math.min(SpillFile.LARGEST_BLOCK, pageSize / 4));
        reader = new PageReader(spillFile, this::unreadable);
    }

    /** Create a store without messages that keeps on disk whatever there is. */
    public PageStore(long memoryLimit, long lagLimit, Path directory) {
        this(memoryLimit, lagLimit, Long.MAX_VALUE, directory);
    }

    /** Create a store without messages that keeps in memory what stores usually do, and the rest on disk. */
    public static PageStore ofUsualSize() {
        return new PageStore(MEMORY_LIMIT, usualLagLimit(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Return how far the disk may lag behind: a quarter of the heap, because one message can have 200 MB. */
    public static long usualLagLimit() {
        return Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);
    }

    SpillFile spillFile() {
        return spillFile;
    }

    /**
     * Add a message behind all others.
     *
     * @param sequence larger than all before
     * @param owned whether the array may be kept; its message then begins at 0 and fills it
     */
    public synchronized void add(
            long sequence,
            long nanos,
            Direction direction,
            SessionId session,
            String method,
            int id,
            byte[] bytes,
            int from,
            int length,
            boolean owned) {
        if (size == Integer.MAX_VALUE) {
            markIncomplete("A recording holds no more than %d messages.".formatted(size));
            return;
        }
        int sessionNumber = sessions.numberOf(session, session.value().length());
        int methodNumber = methods.numberOf(method, method.length());
        boolean numbered = sessionNumber != NameTable.INLINE && methodNumber != NameTable.INLINE;
        if (owned && numbered && length >= pageSize / 4) {
            var content = new PageContent(new byte[PageContent.SLOT], bytes);
            addPage(content, sequence, nanos)
                    .add(content, sequence, nanos, direction, sessionNumber, methodNumber, id, 0, length);
        } else {
            var sessionName = sessionNumber == NameTable.INLINE ? PageContent.inlineBytes(session.value()) : NUMBERED;
            var methodName = methodNumber == NameTable.INLINE ? PageContent.inlineBytes(method) : NUMBERED;
            long needed = numbered ? length : 8L + sessionName.length + methodName.length + length;
            var page = pageFor(needed, sequence, nanos);
            var content = (PageContent) page.place(); // the newest page is always in memory
            int at = page.textsEnd();
            if (sessionNumber == NameTable.INLINE) {
                at = content.putInline(at, sessionName);
            }
            if (methodNumber == NameTable.INLINE) {
                at = content.putInline(at, methodName);
            }
            System.arraycopy(bytes, from, content.texts, at, length);
            page.add(content, sequence, nanos, direction, sessionNumber, methodNumber, id, at, length);
        }
        size++;
    }

    private Page pageFor(long bytes, long sequence, long nanos) {
        var newest = pages.newest();
        if (newest != null && newest.hasRoomFor(bytes, sequence)) {
            return newest;
        }
        // No array is as long as Integer.MAX_VALUE: asking for it is an OutOfMemoryError, as it should be.
        var array = new byte[(int) Math.min(Integer.MAX_VALUE, Math.max(pageSize, bytes + PageContent.SLOT))];
        return addPage(new PageContent(array, array), sequence, nanos);
    }

    private Page addPage(PageContent content, long sequence, long nanos) {
        var page = new Page(size, sequence, nanos, content);
        pages.add(page);
        if (pages.memory() > memoryLimit) {
            makeRoom(content.size());
        }
        return page;
    }

    /** Have the oldest pages moved to disk, and give up those that it does not take. Never touches the newest page. */
    private void makeRoom(long newest) {
        if (!spilling && !diskRefused && !closed) {
            spilling = true;
            try {
                spillFile.execute(this::spill);
            } catch (RejectedExecutionException | OutOfMemoryError e) { // the latter if there can be no more threads
                refuse(e);
            }
        }
        if (diskRefused || closed) {
            giveUp(memoryLimit + newest, "the browser has been closed");
        } else if (pages.memory() - newest > memoryLimit + lagLimit) {
            giveUp(
                    memoryLimit + lagLimit + newest,
                    "messages came faster than %s could take them".formatted(directory));
        }
    }

    private void giveUp(long limit, String because) {
        if (pages.loseFromMemory(limit, moving)) {
            markIncomplete(missing(because));
        }
    }

    private String missing(String because) {
        return "Older messages are missing, because %s; only the latest %d KiB are kept in memory."
                .formatted(because, memoryLimit / 1024);
    }

    /** Move one page to disk, then queue up for the next, so that readers get their turn. Runs on the spill thread. */
    private void spill() {
        try {
            var page = nextToMove();
            if (page != null && page.place() instanceof PageContent content) {
                if (hasRoomOnDisk(page)) {
                    moved(
                            page,
                            content,
                            new PageLocation.OnDisk(spillFile.write(content, page.textsEnd(), page.count())));
                } else {
                    moved(page, content, new PageLocation.GivenUp());
                }
                spillFile.execute(this::spill);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            refuse(e);
        }
    }

    private synchronized @Nullable Page nextToMove() {
        var oldest = pages.oldestInMemory();
        if (closed || pages.memory() <= memoryLimit || oldest == null) {
            spilling = false;
            notifyAll();
            return null;
        }
        moving = oldest;
        return oldest;
    }

    private synchronized void moved(Page page, PageContent content, PageLocation place) {
        moving = null;
        if (!closed) {
            pages.moved(page, content, place);
            notifyAll();
        }
    }

    /** Give up pages on disk until there is room for another one; return false if it is too large by itself. */
    private boolean hasRoomOnDisk(Page page) {
        long needed = spillFile.needed(page.textsEnd(), page.count());
        if (needed > diskLimit) {
            return false;
        }
        while (spillFile.used() > diskLimit - needed) {
            var disk = giveUpOne();
            if (disk.isEmpty()) {
                return false;
            }
            spillFile.release(disk.get().blocks());
        }
        return true;
    }

    /** Give up the page on disk that is needed least, and return where it was; empty if there is none any more, because the store is closed. */
    private synchronized Optional<PageLocation.OnDisk> giveUpOne() {
        return pages.giveUpFromDisk(uses.bits(SessionUse.NOW) | uses.bits(SessionUse.LATER))
                .or(() -> pages.giveUpFromDisk(uses.bits(SessionUse.LATER)))
                .or(() -> pages.giveUpFromDisk(0));
    }

    /** Take note of who uses a session. */
    public synchronized void use(SessionId session, SessionUse use) {
        uses.note(session, use);
    }

    private synchronized void refuse(Throwable problem) {
        moving = null;
        spilling = false;
        diskRefused = true;
        if (!closed) {
            markIncomplete(
                    missing("the disk did not take them: %s (java.io.tmpdir is %s)".formatted(problem, directory)));
        }
        giveUp(memoryLimit + pages.memoryOfNewest(), "the disk did not take them");
        notifyAll();
    }

    /** Wait until not much is queued for the disk, 30 seconds at most: for those who can wait. Return whether it is so. */
    public boolean awaitRoom() {
        return awaitMemory(2 * memoryLimit);
    }

    /** Wait until the disk has caught up, 30 seconds at most. */
    void settle() {
        awaitMemory(0);
    }

    private synchronized boolean awaitMemory(long enough) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ROOM_SECONDS);
        boolean interrupted = false;
        long left = ROOM_SECONDS * 1000;
        while (spilling && pages.memory() > enough && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return left > 0;
    }

    synchronized Snapshot snapshot() {
        return pages.snapshot(size);
    }

    public synchronized int size() {
        return size;
    }

    /** Return how many bytes the pages in memory take. */
    synchronized long memory() {
        return pages.memory();
    }

    synchronized int sessionCount() {
        return sessions.size();
    }

    synchronized int methodCount() {
        return methods.size();
    }

    SessionId session(int number) {
        return sessions.name(number);
    }

    String method(int number) {
        return methods.name(number);
    }

    SessionId session(PageContent content, int index) {
        int number = content.session(index);
        return number == NameTable.INLINE ? new SessionId(content.inlineSession(index)) : sessions.name(number);
    }

    String method(PageContent content, int index) {
        int number = content.method(index);
        return number == NameTable.INLINE ? content.inlineMethod(index) : methods.name(number);
    }

    /** Return enough of a page to tell what its messages are, from memory or disk, or null if it is lost. */
    @Nullable
    PageContent slots(Page page) {
        return reader.read(page, page.inlineNames());
    }

    /** Return a page with its texts, from memory or disk, or null if it is lost. */
    @Nullable
    PageContent texts(Page page) {
        return reader.read(page, true);
    }

    /** Return how many times a page was read from disk, as a whole or its slots. */
    long pagesRead() {
        return reader.pagesRead();
    }

    private void unreadable(IOException problem) {
        markIncomplete(
                "Some messages could not be read from the temporary file in %s: %s".formatted(directory, problem));
    }

    /** Take note that messages are missing; the first reason is kept. */
    public synchronized void markIncomplete(String because) {
        if (incompleteBecause.isEmpty()) {
            incompleteBecause = because;
        }
    }

    /** Return the first reason for which messages are missing that nobody gave up on purpose; empty if there is none. */
    String incompleteBecause() {
        return incompleteBecause;
    }

    /** Return whether pages were given up because the disk has a limit. */
    synchronized boolean anyGivenUp() {
        return pages.anyGivenUp();
    }

    long diskLimit() {
        return diskLimit;
    }

    /** Delete the temporary file; what is in memory can still be read. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (pages.loseFromDisk()) {
                markIncomplete(missing("the browser has been closed"));
            }
            reader.forget();
            notifyAll();
        }
        spillFile.close();
    }
}
