package io.gridloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.GridloopApplication;
import io.gridloop.cases.CasePages;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseView;
import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import io.gridloop.cases.TaskView;
import io.gridloop.cases.Tasks;
import io.gridloop.notify.ResidentMessages;
import io.gridloop.process.reconcile.Invariants;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The engine's data and the index of the web applications are lost while gridloop runs and takes reports. Keys begin anew
 * in the new engine, so that it gives the keys of lost instances to others.
 */
@Tag("alone")
class EngineLostIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LEADER = "wangchunsheng";
    private static final String WORKER = "lilijuan";
    private static final Map<String, String> ACCEPT = Map.of("decision", "accept", "handlingLevel", "community");
    private static final Map<String, String> DONE = Map.of("decision", "done", "result", "已清理完毕并冲洗路面。");
    private static final Map<String, String> PASS = Map.of("decision", "pass", "opinion", "现场查看，已经解决。");

    private static LocalPlatform platform;
    private static ConfigurableApplicationContext gridloop;

    @BeforeAll
    static void start() {
        platform = SharedPlatform.get();
        var properties = new HashMap<>(platform.gridloopProperties());
        properties.put("server.port", "0");
        properties.put("gridloop.territory.sample", "true");
        properties.put("gridloop.process.reconciler.every", "2s");
        properties.put("gridloop.process.reconciler.idle-after", "1h");
        properties.put("gridloop.process.reconciler.unstarted-after", "1h");
        gridloop = new SpringApplicationBuilder(GridloopApplication.class).run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue()).toArray(String[]::new));
    }

    @AfterAll
    static void end() {
        gridloop.close();
    }

    @Test
    void everyOpenCaseGoesOnInANewEngineWhereItStood() {
        var closed = report();
        walkToTheEnd(closed);
        var accepting = report();
        awaitTask(accepting, LEADER, "Task_AcceptCase");
        var handling = report();
        answer(handling, LEADER, "Task_AcceptCase", ACCEPT);
        awaitTask(handling, WORKER, "Task_HandleCase");
        var dueAt = view(handling).dueAt();

        platform.loseEngine();
        var meanwhile = report();
        platform.startEngine();

        awaitTask(meanwhile, LEADER, "Task_AcceptCase");
        awaitCase(handling, it -> it.run() == 2 && it.processInstanceKey() != null);
        awaitTask(handling, WORKER, "Task_HandleCase");
        assertThat(view(handling)).returns(CaseState.HANDLING, CaseView::state).returns(dueAt, CaseView::dueAt);
        awaitCase(accepting, it -> it.run() == 2 && it.processInstanceKey() != null);
        assertThat(view(closed)).returns(CaseState.CLOSED, CaseView::state).returns(1, CaseView::run);

        answer(handling, WORKER, "Task_HandleCase", DONE);
        answer(handling, LEADER, "Task_VerifyCase", PASS);
        List.of(accepting, meanwhile).forEach(EngineLostIT::walkToTheEnd);
        List.of(closed, accepting, handling, meanwhile).forEach(EngineLostIT::endedAndToldOnce);
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(bean(Invariants.class).check(Duration.ofSeconds(-1))).isEmpty());
        await().atMost(PATIENCE).until(() -> tasklistKnows(LEADER));
    }

    private static boolean tasklistKnows(String login) {
        return new Probe(platform.settings().url(PortUse.WEBAPPS))
                .post("/api/login?username=" + login + "&password=gridloop", "").isPresent();
    }

    private static void walkToTheEnd(Receipt receipt) {
        answer(receipt, LEADER, "Task_AcceptCase", ACCEPT);
        answer(receipt, WORKER, "Task_HandleCase", DONE);
        answer(receipt, LEADER, "Task_VerifyCase", PASS);
        awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
    }

    private static void endedAndToldOnce(Receipt receipt) {
        awaitCase(receipt, it -> it.state() == CaseState.CLOSED);
        await().atMost(PATIENCE).until(() -> bean(ResidentMessages.class).of(receipt.caseId()).size() == 1);
        assertThat(view(receipt).history()).extracting(CaseView.Entry::element)
                .containsOnlyOnce("Task_CheckAcceptance", "Task_CheckHandling", "Task_CheckVerification",
                        "Task_CloseCase");
    }

    private static void answer(Receipt receipt, String login, String element, Map<String, ?> answer) {
        assertThat(bean(Tasks.class).answer(awaitTask(receipt, login, element).key(), login, answer)).isEmpty();
    }

    private static TaskView awaitTask(Receipt receipt, String login, String element) {
        return await().atMost(PATIENCE).until(() -> bean(Tasks.class).openTasksOf(login).stream()
                .filter(task -> task.caseNumber().equals(receipt.caseNumber()) && task.element().equals(element))
                .findFirst(), Optional::isPresent).orElseThrow();
    }

    private static CaseView awaitCase(Receipt receipt, Predicate<CaseView> fact) {
        return await().atMost(PATIENCE).until(() -> view(receipt), fact);
    }

    private static CaseView view(Receipt receipt) {
        return bean(CasePages.class).byNumber(receipt.caseNumber()).orElseThrow();
    }

    private static Receipt report() {
        return bean(Reporting.class)
                .accept(new Report(UUID.randomUUID().toString(), SourceChannel.PATROL, null, "01-02",
                        null, "小区门口堆了很多垃圾，无人清理。", "G0101", null, null, null, null, null, WORKER, null, Instant.now()));
    }

    private static <T> T bean(Class<T> type) {
        return gridloop.getBean(type);
    }
}
