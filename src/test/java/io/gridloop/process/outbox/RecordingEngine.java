package io.gridloop.process.outbox;

import io.gridloop.process.engine.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Takes commands and remembers them; answers what it is told to. */
final class RecordingEngine implements EnginePort {

    final List<EngineCommand> seen = new CopyOnWriteArrayList<>();
    volatile Function<EngineCommand, Verdict> answer = command -> Verdict.DONE;

    @Override
    public CompletionStage<Answer> publish(EngineCommand command) {
        seen.add(command);
        var verdict = answer.apply(command);
        return CompletableFuture.supplyAsync(
                () -> new Answer(verdict, verdict == Verdict.DONE ? "" : verdict.name()));
    }

    List<Long> ids() {
        return seen.stream().map(EngineCommand::id).toList();
    }
}
