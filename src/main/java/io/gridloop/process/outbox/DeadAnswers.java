package io.gridloop.process.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.RefusedAnswers;
import io.gridloop.cases.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A person's answer that died on its way to the engine goes back to the person. */
@Component
class DeadAnswers {

    private final RefusedAnswers refused;
    private final ObjectMapper json;

    DeadAnswers(RefusedAnswers refused, ObjectMapper json) {
        this.refused = refused;
        this.json = json;
    }

    @EventListener
    void on(CommandDied event) {
        var command = event.command();
        if (command.kind() == CommandKind.COMPLETE_TASK) {
            refused.giveBack(Long.parseLong(command.correlationKey()), mark(command));
        }
    }

    private String mark(EngineCommand command) {
        try {
            return json.readTree(command.variables()).path("variables").path(Tasks.MARK).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
