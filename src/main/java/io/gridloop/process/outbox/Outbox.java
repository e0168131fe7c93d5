package io.gridloop.process.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.cases.CaseReported;
import io.gridloop.cases.CaseWithdrawn;
import io.gridloop.cases.CasesImported;
import io.gridloop.cases.DeadlineMoved;
import io.gridloop.cases.TaskAnswered;
import io.gridloop.cases.TaskFinished;
import io.gridloop.cases.TaskReassigned;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns what happened to a case into a command for the engine, in the transaction in which it happened. */
@Component
public class Outbox {

    private final EngineCommands commands;
    private final Nudge nudge;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(EngineCommands commands, Nudge nudge, ObjectMapper json, Clock clock) {
        this.commands = commands;
        this.nudge = nudge;
        this.json = json;
        this.clock = clock;
    }

    /** A reported case is started; without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseReported event) {
        start(CommandKind.START_CASE, event.caseId(), event.caseNumber(), event.run());
    }

    /** Imported cases are started at the engine's pace; without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CasesImported event) {
        commands.addBulk(event.cases().stream().map(each -> new BulkStart(each.caseId(), key(each.caseId(), each.run()),
                json(variables(each.caseId(), each.caseNumber(), each.run())))).toList(), clock.instant());
    }

    /** The process instance of a withdrawn case is ended; without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseWithdrawn event) {
        withdraw(event.caseId(), event.run());
    }

    /** The watch of the case is told its new deadline; without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DeadlineMoved event) {
        put(event.caseId(), CommandKind.MOVE_DEADLINE, event.watchKey(),
                Map.of("warnAt", offset(event.warnAt()), "dueAt", offset(event.dueAt())));
    }

    /** The task that a person answered at the desk is completed; without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskAnswered event) {
        put(event.caseId(), CommandKind.COMPLETE_TASK, String.valueOf(event.elementInstanceKey()),
                Map.of("instance", event.processInstanceKey(), "variables", event.variables()));
    }

    /** Tasklist shows the task to its new person; without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskReassigned event) {
        put(event.caseId(), CommandKind.ASSIGN_TASK, String.valueOf(event.elementInstanceKey()),
                Map.of("instance", event.processInstanceKey(), "assignee", event.assignee()));
    }

    /** Nobody waits for what was said of a task that is over; without a transaction of the publisher this fails. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskFinished event) {
        commands.forget(event.caseId(), String.valueOf(event.elementInstanceKey()));
    }

    /** Starts a run once more unless a start of the case waits already; true when it was put. */
    @Transactional
    public boolean startAgain(long caseId, String caseNumber, int run) {
        if (commands.startWaits(caseId)) {
            return false;
        }
        start(CommandKind.START_CASE_AGAIN, caseId, caseNumber, run);
        return true;
    }

    /** Ends the instance of a withdrawn case once more unless that waits already; true when it was put. */
    @Transactional
    public boolean withdrawAgain(long caseId, int run) {
        if (commands.withdrawalWaits(caseId)) {
            return false;
        }
        withdraw(caseId, run);
        return true;
    }

    /** Whether an answer that was given at the desk waits to be sent, or is dead. */
    public boolean answerWaits(long caseId, long elementInstanceKey) {
        return commands.answerWaits(caseId, String.valueOf(elementInstanceKey));
    }

    /** Forgets what speaks of process instances that are all gone. */
    @Transactional
    public void forgetTasks() {
        commands.forgetTasks();
    }

    /** Ids of the cases whose start waits to be sent; an imported backlog may wait for hours. */
    public List<Long> startsWaiting() {
        return commands.startsWaiting();
    }

    private void start(CommandKind kind, long caseId, String caseNumber, int run) {
        put(caseId, kind, key(caseId, run), variables(caseId, caseNumber, run));
    }

    private void withdraw(long caseId, int run) {
        put(caseId, CommandKind.WITHDRAW_CASE, key(caseId, run), Map.of());
    }

    private static String key(long caseId, int run) {
        return caseId + "#" + run;
    }

    private static Map<String, ?> variables(long caseId, String caseNumber, int run) {
        return Map.of("caseId", caseId, "caseNumber", caseNumber, "run", run);
    }

    private void put(long caseId, CommandKind kind, String key, Map<String, ?> variables) {
        commands.add(caseId, kind, key, json(variables), clock.instant());
        nudge.afterCommit();
    }

    private String offset(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(clock.getZone()));
    }

    private String json(Map<String, ?> variables) {
        try {
            return json.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
