/** Calls with a limit, directories that go, and loggers: what all packages may use, and knows no browser. */
package io.github.withcdp.internal.util;
