/** Where the browser comes from: found, launched, or somebody else's. */
package io.github.withcdp.internal.chrome;
