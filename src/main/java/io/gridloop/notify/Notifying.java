package io.gridloop.notify;

import io.gridloop.cases.StaffNotice;
import io.gridloop.cases.TaskFinished;
import io.gridloop.cases.TaskOpened;
import io.gridloop.cases.TaskReassigned;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what staff are to know of cases, in the transaction that made it so, and says it in short words. */
@Component
class Notifying {

    // Their notices say the same already: the order of supervision, and the whistle.
    private static final Set<String> TOLD_OTHERWISE = Set.of("Task_ReplySupervision", "Task_ReportIn");
    private static final Set<String> OF_SUPERVISION = Set.of("Task_SuperviseOverdue", "Task_ReviewReply");

    private final Addressing addressing;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    Notifying(Addressing addressing, Deliveries deliveries, JdbcClient jdbc) {
        this.addressing = addressing;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    /** What is shown among the messages goes out too. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StaffNotice notice) {
        var topic = Topic.of(notice.occasion());
        var number = caseNumber(notice.caseId());
        addressing.put(Notice.of(notice.caseId(), number, notice.occasion(), notice.login(), topic.kind(),
                topic == Topic.RED_CARD || topic == Topic.EMERGENCY, topic.words(), "/cases/" + number));
    }

    /** Somebody has something to do. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskOpened task) {
        if (!TOLD_OTHERWISE.contains(task.element())) {
            var kind = OF_SUPERVISION.contains(task.element()) ? Kind.SUPERVISION : Kind.TASK;
            addressing.put(Notice.of(task.caseId(), caseNumber(task.caseId()), opened(task.elementInstanceKey()),
                    task.assignee(), kind, false, "请办理新任务“%s”".formatted(task.title()),
                    page(task.elementInstanceKey())));
        }
    }

    /** Somebody else has it now; once, also when a notice says so too. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskReassigned task) {
        addressing.put(Notice.of(task.caseId(), caseNumber(task.caseId()), handedOver(task.elementInstanceKey()),
                task.assignee(), Kind.TASK, false, Topic.HANDED_OVER.words(), page(task.elementInstanceKey())));
    }

    /** Who was not told of it yet need not be told any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskFinished task) {
        deliveries.forget(task.caseId(),
                List.of(opened(task.elementInstanceKey()), handedOver(task.elementInstanceKey())));
    }

    private String caseNumber(long caseId) {
        return jdbc.sql("select case_number from grid_case where id = ?").param(caseId).query(String.class).single();
    }

    private static String opened(long key) {
        return "task#" + key;
    }

    private static String handedOver(long key) {
        return "handedOver#" + key;
    }

    private static String page(long key) {
        return "/desk/tasks/" + key;
    }
}
