package io.github.withcdp.internal.serve;

import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Response;
import java.util.Base64;

/** A picture of one transparent dot, for pictures that the recording does not have: a page that waits for one gets one. */
final class StandInPicture {

    private static final byte[] DOT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    private static final byte[] NOTHING = {};

    private StandInPicture() {}

    /** Return what is given in the place of a body that was not captured: browsers tell the kind of a picture by its bytes. */
    static byte[] of(Exchange exchange, Response response) {
        return exchange.resourceType().equals("Image")
                        && response.status() < 300
                        && response.mimeType().startsWith("image/")
                        && !response.mimeType().contains("svg")
                ? DOT.clone()
                : NOTHING;
    }
}
