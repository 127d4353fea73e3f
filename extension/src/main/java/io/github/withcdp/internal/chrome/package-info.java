/** Chrome as a process of ours: where its program is, how it is started, what it prints, how it ends. */
package io.github.withcdp.internal.chrome;
