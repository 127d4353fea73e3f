/** What browsers make of URLs and of the bytes of a body, as the standards of the web have it. */
package io.github.withcdp.internal.web;
