/** The console of whoever runs the tests: found, and shared by tests that want to be looked at. */
package io.github.withcdp.internal.console;
