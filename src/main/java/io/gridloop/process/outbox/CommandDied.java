package io.gridloop.process.outbox;

/** The engine will never take this command; published before it is buried, and again if that fails. */
record CommandDied(EngineCommand command) {}
