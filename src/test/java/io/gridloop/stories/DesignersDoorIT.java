package io.gridloop.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.camunda.process.test.api.CamundaAssert;
import io.gridloop.cases.CaseState;
import io.gridloop.cases.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rule is changed, tried, approved, deployed, taken back; what somebody deploys round the door is noticed. */
class DesignersDoorIT extends AbstractDoorStory {

    @Test
    void changesARuleForNewCasesAndTakesItBack() throws Exception {
        awaitHealth("UP");
        var running = aReportedCase(GARBAGE, GRID);
        awaitCase(running, it -> it.state() == CaseState.ACCEPTING);
        assertThat(versionOf(running)).isEqualTo(1);

        // Another post for exposed garbage: lilijuan holds patrol, liuyuqing holds service.
        var post = "<outputEntry id=\"LiteralExpression_0102_C_post\">\n          <text>\"%s\"</text>";
        var table = shipped("routeCase.dmn").replace(post.formatted("patrol"), post.formatted("service"));
        var form = shipped("acceptCase.form").replace("受理意见（必选）", "您的意见（必选）");
        var proposal = propose(Map.of("routeCase.dmn", table, "acceptCase.form", form));
        assertThat(page(proposal)).contains("R-0102-C", "社区岗位", running.caseNumber(), "社区 便民服务岗");
        assertThat(step(proposal + "/approve", PROPOSER).getStatus()).isEqualTo(422);
        assertThat(step(proposal + "/approve", SECOND).getStatus()).isEqualTo(302);
        awaitDeployed(proposal);

        var fresh = aReportedCase(GARBAGE, GRID);
        awaitCase(fresh, it -> it.state() == CaseState.ACCEPTING);
        assertThat(formAtTheDesk(fresh)).contains("您的意见（必选）");
        assertThat(formAtTheDesk(running)).as("the form of its own version").contains("受理意见（必选）");
        assertThat(handlerOf(fresh)).isEqualTo("liuyuqing");
        assertThat(handlerOf(running)).as("began with the version before").isEqualTo("lilijuan");
        assertThat(List.of(versionOf(running), versionOf(fresh))).containsExactly(1, 2);
        assertThat(page("/models")).contains("第 1 版", "第 2 版", "本县经审批的版本");

        var first = jdbc.sql("select content_hash from model_deployment order by id limit 1").query(String.class)
                .single();
        var restore = String.valueOf(step("/models/restore", PROPOSER, "hash", first).getRedirectedUrl());
        assertThat(step(restore + "/approve", SECOND).getStatus()).isEqualTo(302);
        awaitDeployed(restore);
        var third = aReportedCase(GARBAGE, GRID);
        assertThat(handlerOf(third)).isEqualTo("lilijuan");
        assertThat(versionOf(third)).isEqualTo(3);

        noticesWhatWasDeployedRoundTheDoor();
    }

    private void noticesWhatWasDeployedRoundTheDoor() throws Exception {
        step("/models/look", SECOND);
        assertThat(page("/models")).doesNotContain("不是经这里发布的版本");
        deployRoundTheDoor("HandleCaseProcess.bpmn", shipped("HandleCaseProcess.bpmn").replace("name=\"办理案件\"",
                "name=\"随便办办\""));
        deployRoundTheDoor("limitCase.dmn", shipped("limitCase.dmn").replace("name=\"事件办理时限\"", "name=\"随便\""));
        deployRoundTheDoor("handleCase.form", shipped("handleCase.form").replace("办理", "随便办"));
        step("/models/look", SECOND);
        assertThat(page("/models")).contains("HandleCaseProcess：引擎里最新是第 4 版，经这里发布的是第 3 版",
                "limitCase：引擎里最新是第 4 版").doesNotContain("GridCaseProcess：引擎里");
        awaitHealth("DEGRADED");
        step("/models/put-back", SECOND);
        awaitHealth("UP");
        // Forms cannot be asked for; the next deployment of the door's own tells.
        assertThat(jdbc.sql("select subject from audit_entry where action = 'model.foreign'").query(String.class)
                .list()).containsExactlyInAnyOrder("HandleCaseProcess", "limitCase", "handleCase");
        assertThat(page("/models")).contains("曾经出现过的外来版本", "handleCase 第");
        step("/models/look", SECOND);
        awaitHealth("UP");
        System.out.println(
                "versions after the foreign ones: " + jdbc.sql("select versions from model_deployment order by id")
                        .query(String.class).list());
    }

    private void deployRoundTheDoor(String file, String content) {
        assertThat(content).isNotEqualTo(shipped(file));
        client.newDeployResourceCommand().addResourceStringUtf8(content, file).execute();
    }

    /** Lets the grid leader accept, and says who got the case. */
    private String handlerOf(Receipt receipt) {
        var key = awaitCase(receipt, it -> it.state() == CaseState.ACCEPTING).processInstanceKey();
        CamundaAssert.assertThat(open("Task_AcceptCase", key)).isCreated();
        engine.completeUserTask(open("Task_AcceptCase", key), Map.of("acceptance", ACCEPT));
        awaitCase(receipt, it -> it.state() == CaseState.HANDLING);
        return jdbc.sql("select handler_login from grid_case where id = ?").param(receipt.caseId())
                .query(String.class).single();
    }

    private int versionOf(Receipt receipt) {
        return jdbc.sql("select process_version from grid_case where id = ?").param(receipt.caseId())
                .query(Integer.class).single();
    }

    private String formAtTheDesk(Receipt receipt) throws Exception {
        var key = await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql("""
                select element_instance_key from case_task where case_id = ?""").param(receipt.caseId())
                .query(Long.class).optional(), Optional::isPresent).orElseThrow();
        return web.perform(get("/desk/tasks/" + key + ".json").with(user("wangchunsheng").roles("LEADER"))).andReturn()
                .getResponse().getContentAsString(UTF_8);
    }
}
