package io.gridloop.process.outbox;

import java.util.concurrent.CompletionStage;

/** Takes a command to the engine. */
@FunctionalInterface
interface EnginePort {

    /** Never blocks and never fails: what goes wrong is in the answer. */
    CompletionStage<Answer> publish(EngineCommand command);
}
