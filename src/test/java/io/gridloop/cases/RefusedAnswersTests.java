package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasesTest
class RefusedAnswersTests {

    private static final Map<String, String> ACCEPT = Map.of("decision", "accept", "handlingLevel", "community");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @Autowired
    private RefusedAnswers refused;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void givesTheTaskBackWithItsAnswerAndItsProblem() {
        long key = walk.toAccept();
        answer(key);
        refused.giveBack(key, mark(key));
        var task = tasks.find(key).orElseThrow();
        assertThat(task.open()).isTrue();
        assertThat(task.sentBack()).isTrue();
        assertThat(tasks.formVariables(key).orElseThrow()).contains(RefusedAnswers.PROBLEM, "handlingLevel");
        assertThat(walk.view(task.caseId()).history().getLast().internalText()).contains("没有接受", "受理案件");
        answer(key);
        assertThat(tasks.find(key).orElseThrow().state()).isEqualTo("ANSWERED");
    }

    @Test
    void leavesALaterAnswerAndAFinishedTaskAlone() {
        long key = walk.toAccept();
        answer(key);
        refused.giveBack(key, "the mark of an earlier answer");
        assertThat(tasks.find(key).orElseThrow().state()).isEqualTo("ANSWERED");
        refused.giveBack(-1, "no such task");
    }

    private void answer(long key) {
        assertThat(tasks.answer(key, tasks.find(key).orElseThrow().assignee(), ACCEPT)).isEmpty();
    }

    private String mark(long key) {
        return jdbc.sql("select answer_mark from case_task where element_instance_key = ?").param(key)
                .query(String.class).single();
    }
}
