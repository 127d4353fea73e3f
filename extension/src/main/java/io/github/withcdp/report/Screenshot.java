package io.github.withcdp.report;

import java.util.Optional;

/** What a page looked like at the moment of failure, or why that could not be had. */
public final class Screenshot {

    private final String page;
    private final Optional<byte[]> png;
    private final String missingBecause;

    private Screenshot(String page, Optional<byte[]> png, String missingBecause) {
        this.page = page;
        this.png = png;
        this.missingBecause = missingBecause;
    }

    /**
     * Create one that was taken.
     *
     * @param page the URL of the page
     * @param png the picture, not copied
     */
    public static Screenshot taken(String page, byte[] png) {
        return new Screenshot(page, Optional.of(png), "");
    }

    /**
     * Create one that could not be had.
     *
     * @param page the URL of the page
     * @param because the reason, a clause: {@code a dialog was open}
     */
    public static Screenshot missing(String page, String because) {
        return new Screenshot(page, Optional.empty(), because);
    }

    /** Return the URL of the page. */
    public String page() {
        return page;
    }

    /** Return the picture, empty if there is none. */
    public Optional<byte[]> png() {
        return png;
    }

    /** Return why there is no picture, empty if there is one. */
    public String missingBecause() {
        return missingBecause;
    }
}
