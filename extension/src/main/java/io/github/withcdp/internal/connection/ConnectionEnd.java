package io.github.withcdp.internal.connection;

import io.github.withcdp.protocol.DetachReason;

/** Why a connection ended, and what is known beyond that: exit status, what the browser printed last. */
public record ConnectionEnd(DetachReason reason, String detail) {}
