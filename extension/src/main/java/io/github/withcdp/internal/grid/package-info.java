/** Sessions of a Selenium Grid: the few commands of WebDriver that it takes to get a browser, to keep it, and to give it back. */
package io.github.withcdp.internal.grid;
