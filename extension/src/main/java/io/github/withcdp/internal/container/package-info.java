/** Browsers in containers: the only package that knows Testcontainers, which may be missing as long as nobody asks for a container. */
package io.github.withcdp.internal.container;
