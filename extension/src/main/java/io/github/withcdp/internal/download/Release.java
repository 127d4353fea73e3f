package io.github.withcdp.internal.download;

import java.net.URI;
import java.util.Optional;

/**
 * A version of the browser.
 *
 * @param archive where a list of versions says that its archive is; empty: where archives are as a rule
 */
record Release(BrowserVersion version, Optional<URI> archive) {}
