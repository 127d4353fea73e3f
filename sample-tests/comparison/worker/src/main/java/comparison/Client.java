package comparison;

import java.util.List;

/** A client of the protocol: a row of the tables. */
public interface Client {

    /** Start the browser, with its own switches besides these if it has any, and connect with it. */
    void launch(String browser, List<String> switches) throws Exception;

    /** Open a page and a session with it; an isolated one in a browser context of its own. */
    Page newPage(boolean isolated) throws Exception;

    /** Close the browser; when this returns, its process is gone and its profile deleted. */
    void close() throws Exception;
}
