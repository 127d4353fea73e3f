/** What a test talks to. */
package io.github.withcdp.session;
