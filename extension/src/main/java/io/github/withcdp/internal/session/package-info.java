/** How sessions work: targets as they come and go, handlers in wire order, waits that always end. */
package io.github.withcdp.internal.session;
