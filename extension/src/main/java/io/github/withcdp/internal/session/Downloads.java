package io.github.withcdp.internal.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of downloads ({@code Browser.setDownloadBehavior}): denied, unless there is a directory for them.
 *
 * @param directory where they go
 */
public record Downloads(Optional<Path> directory) {

    /** What to add where somebody may miss a download. */
    String hint() {
        return directory.isPresent()
                ? ""
                : ", and downloads are denied unless withcdp.downloads names a directory for them";
    }

    Map<String, Object> params(String context) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("behavior", directory.isPresent() ? "allow" : "deny");
        directory.ifPresent(
                path -> params.put("downloadPath", path.toAbsolutePath().toString()));
        params.put("browserContextId", context);
        return params;
    }
}
