package io.gridloop.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Tasks;
import io.gridloop.territory.StaffRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
class DeskTests {

    private static final String LEADER = "wangchunsheng";
    private static final String ACCEPT = "{\"decision\":\"accept\",\"handlingLevel\":\"community\"}";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsLeftOnTheLeadersDesk() {
        jdbc.sql("delete from case_task where assignee = ?").param(LEADER).update();
    }

    @Test
    void listsMyTasksAndNobodyElses() {
        var number = number(walk.toAccept());
        assertThat(mvc.get().uri("/desk").with(as(LEADER))).hasStatusOk().bodyText().contains(number, "受理案件", "未计时");
        assertThat(mvc.get().uri("/desk").with(as("chenmingliang"))).hasStatusOk().bodyText().doesNotContain(number);
    }

    @Test
    void saysThatThereIsNothingToDo() {
        assertThat(mvc.get().uri("/desk").with(as("tangwenjing"))).hasStatusOk().bodyText().contains("现在没有要您办理的任务");
    }

    @Test
    void filtersByLightAndKindAndUnderstandsAnything() {
        var number = number(walk.toAccept());
        assertThat(list("?light=NONE&kind=Task_AcceptCase")).bodyText().contains(number);
        assertThat(list("?light=RED")).bodyText().doesNotContain(number);
        assertThat(list("?kind=Task_VerifyCase")).bodyText().doesNotContain(number);
        assertThat(list("?light=%00&kind=x&page=99999")).hasStatusOk();
        assertThat(mvc.get().uri("/desk/list").with(as(LEADER))).hasStatusOk().bodyText().contains(number)
                .doesNotContain("<html");
    }

    @Test
    void showsWhatComesNextAndHow() {
        long key = walk.toAccept();
        assertThat(mvc.get().uri("/desk/tasks/" + key).with(as(LEADER))).hasStatusOk().bodyText()
                .contains("下一步：受理的", "办理过程", "/vendor/form-js/form-viewer.js");
    }

    @Test
    void hidesATaskFromOthers() {
        long key = walk.toAccept();
        assertThat(mvc.get().uri("/desk/tasks/" + key).with(as("lilijuan"))).hasStatus(HttpStatus.NOT_FOUND).bodyText()
                .contains("不由您办理");
        assertThat(mvc.get().uri("/desk/tasks/" + key + ".json").with(as("lilijuan"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(answer(key, "lilijuan", ACCEPT)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(tasks.find(key).orElseThrow().open()).isTrue();
    }

    @Test
    void givesProgramsTheListAndTheFormAndItsData() {
        long key = walk.toAccept();
        assertThat(mvc.get().uri("/desk/tasks.json?all").with(as(LEADER))).hasStatusOk().containsHeader("X-CSRF-TOKEN")
                .bodyJson().extractingPath("$[?(@.key == '" + key + "')].element").asArray()
                .containsExactly("Task_AcceptCase");
        var task = assertThat(mvc.get().uri("/desk/tasks/" + key + ".json").with(as(LEADER))).hasStatusOk().bodyJson();
        task.extractingPath("$.schema.id").isEqualTo("acceptCase");
        task.extractingPath("$.variable").isEqualTo("acceptance");
        task.extractingPath("$.data.caseCard.number").isEqualTo(number(key));
        task.extractingPath("$.data.options.routes[0].value").isNotNull();
    }

    @Test
    void takesAnAnswerOnce() {
        long key = walk.toAccept();
        assertThat(answer(key, LEADER, ACCEPT)).hasStatusOk().bodyJson().extractingPath("$.state")
                .isEqualTo("ANSWERED");
        assertThat(answer(key, LEADER, ACCEPT)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("已经办理");
        assertThat(list("")).bodyText().doesNotContain(number(key));
        assertThat(mvc.get().uri("/desk/tasks/" + key).with(as(LEADER))).hasStatusOk().bodyText()
                .contains("王春生办理", "无需重复提交").doesNotContain("id=\"send\"");
        assertThat(mvc.get().uri("/desk/tasks/" + key + "/state.json").with(as(LEADER))).bodyJson()
                .extractingPath("$.state").isEqualTo("ANSWERED");
    }

    @Test
    void saysAtOnceWhatIsWrongWithAnAnswer() {
        long key = walk.toAccept();
        assertThat(answer(key, LEADER, "{\"decision\":\"accept\"}")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyJson().extractingPath("$.detail").asString().contains("请选择处置层级");
        assertThat(answer(key, LEADER, "{\"decision\":")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer(key, LEADER, "[]")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(tasks.find(key).orElseThrow().open()).isTrue();
    }

    @Test
    void takesNoAnswerWithoutItsToken() {
        assertThat(mvc.post().uri("/desk/tasks/" + walk.toAccept()).with(as(LEADER))
                .contentType(MediaType.APPLICATION_JSON).content(ACCEPT)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult list(String query) {
        return mvc.get().uri("/desk" + query).with(as(LEADER)).exchange();
    }

    private MvcTestResult answer(long key, String login, String body) {
        return mvc.post().uri("/desk/tasks/" + key).with(as(login)).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private String number(long key) {
        return tasks.find(key).orElseThrow().caseNumber();
    }

    private static UserRequestPostProcessor as(String login) {
        return user(login).roles(StaffRole.LEADER.name());
    }
}
