package io.github.withcdp.internal.report.html;

/**
 * A page that shows messages as they come, with the viewer of the reports. It has no data of its own: it asks where it comes from.
 *
 * @param html the document
 * @param policy what is to be sent with it as its {@code Content-Security-Policy}
 */
public record LivePage(String html, String policy) {

    /** Return the page of a title. */
    public static LivePage of(String title) {
        var viewer = Viewer.load("live");
        var policy = HtmlPage.policy(viewer) + "; connect-src 'self'";
        return new LivePage(
                HtmlPage.head(title, viewer.plain(), policy)
                        + "<style>" + viewer.style() + "</style>\n"
                        + HtmlPage.APP
                        + "<script>" + viewer.script() + "</script>\n</body>\n</html>\n",
                policy + "; frame-ancestors 'none'"); // which counts in a header alone
    }
}
