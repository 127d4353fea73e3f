/** The conversation with browsers as it happens, on a page that whoever runs the tests has open: who may see it, and what comes when. */
package io.github.withcdp.internal.monitor;
