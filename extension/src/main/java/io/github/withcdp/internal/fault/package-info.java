/** What a page did wrong that fails a test which did not deal with it. */
package io.github.withcdp.internal.fault;
