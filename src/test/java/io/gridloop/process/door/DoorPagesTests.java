package io.gridloop.process.door;

import static io.gridloop.process.door.ShippedModels.ASSIGN;
import static io.gridloop.process.door.ShippedModels.DISPATCH;
import static io.gridloop.process.door.ShippedModels.GARBAGE_POST;
import static io.gridloop.process.door.ShippedModels.GARBAGE_SERVICE;
import static io.gridloop.process.door.ShippedModels.LIMIT;
import static io.gridloop.process.door.ShippedModels.ROUTE;
import static io.gridloop.process.door.ShippedModels.changed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.gridloop.process.models.Deployed;
import io.gridloop.process.models.ForeignVersions;
import io.gridloop.process.models.ModelFiles;
import io.gridloop.process.models.ModelSets;
import io.gridloop.process.models.ModelsDeployed;
import io.gridloop.process.models.ModelsRefused;
import io.gridloop.process.models.PresentModels;
import io.gridloop.process.models.ReleaseDiffers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@DoorTest
class DoorPagesTests {

    private static final String YU = "yuchengfeng";
    private static final String QIU = "qiuyingying";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PresentModels present;

    @Autowired
    ModelSets sets;

    @Autowired
    ForeignVersions foreign;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    HealthEndpoint health;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void beginsWithTheShippedModels() {
        jdbc.sql("update model_proposal set state = 'WITHDRAWN', reason = 'x' where state in ('PENDING', 'APPROVED')")
                .update();
        jdbc.sql("update model_foreign set cleared_at = now()").update();
        present.lock();
        present.become(sets.keep(ModelFiles.shipped()));
    }

    @Test
    void showsThePresentModelsToDesignersAndNobodyElse() throws Exception {
        assertThat(page("/models", YU)).contains("routeCase.dmn", "程序自带的版本", "引擎还没有收到这一版");
        var leader = web.perform(get("/models").with(user("wangchunsheng").roles("LEADER"))).andReturn();
        assertThat(leader.getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void showsWhatIsDifferentAndLetsASecondPersonApprove() throws Exception {
        var proposal = propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        assertThat(page(proposal, YU)).contains("R-0102-C", "社区岗位", "&quot;patrol&quot;", "&quot;service&quot;",
                "您是提案人", "用已有案件试算", "按启动时的版本办到结束");
        assertThat(step(proposal + "/approve", YU).getContentAsString(UTF_8)).contains("提案人不能审批自己的提案");
        assertThat(state(proposal)).isEqualTo("PENDING");

        assertThat(step(proposal + "/approve", QIU).getStatus()).isEqualTo(302);
        assertThat(page(proposal, YU)).contains("已批准，正在等引擎接收", "邱莹莹");
        var hash = present.find().orElseThrow().hash();
        assertThat(new String(sets.files(hash).get(ROUTE), UTF_8)).contains(GARBAGE_SERVICE);
        assertThat(sets.files(hash)).as("what was not uploaded is completed").hasSize(ModelFiles.shipped().size());

        events.publishEvent(new ModelsDeployed(new Deployed(hash, 1, Map.of("routeCase", 2))));
        assertThat(page(proposal, YU)).contains("已部署");
        assertThat(step(proposal + "/approve", QIU).getContentAsString(UTF_8)).contains("这个提案已部署，不能再改");
        assertThat(audited(proposal)).containsExactly("model.propose", "model.approve", "model.deploy");
    }

    @Test
    void returnsAndWithdrawsOnlyWithAReason() throws Exception {
        var proposal = propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        assertThat(step(proposal + "/return", QIU).getStatus()).isEqualTo(422);
        assertThat(step(proposal + "/withdraw", QIU, "reason", "不要").getContentAsString(UTF_8))
                .contains("只有提案人可以撤回");
        assertThat(step(proposal + "/return", QIU, "reason", "岗位没有核定").getStatus()).isEqualTo(302);
        assertThat(page(proposal, YU)).contains("已退回", "岗位没有核定").doesNotContain("批准并部署");

        var again = propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        assertThat(step(again + "/withdraw", YU, "reason", "改主意了").getStatus()).isEqualTo(302);
        assertThat(audited(again)).containsExactly("model.propose", "model.withdraw");
    }

    @Test
    void hasOneOpenProposalForAFile() throws Exception {
        propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        var second = upload(QIU, Map.of(ROUTE, changed(ROUTE, "暴露垃圾：社区", "暴露的垃圾：社区")));
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(second.getContentAsString(UTF_8)).contains("routeCase.dmn 已有待审批的提案");
        propose(ASSIGN, changed(ASSIGN, "\"承办单位（必选）\"", "\"由谁承办（必选）\""));
    }

    @Test
    void takesAStaleProposalToThePresentVersionBeforeItIsApproved() throws Exception {
        var table = propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        var form = propose(ASSIGN, changed(ASSIGN, "\"承办单位（必选）\"", "\"由谁承办（必选）\""));
        step(table + "/approve", QIU);
        assertThat(step(form + "/approve", QIU).getContentAsString(UTF_8)).contains("现行版本已经变了");
        assertThat(step(form + "/rebase", QIU).getStatus()).isEqualTo(302);
        assertThat(step(form + "/approve", QIU).getStatus()).isEqualTo(302);
        var files = sets.files(present.find().orElseThrow().hash());
        assertThat(new String(files.get(ROUTE), UTF_8)).contains(GARBAGE_SERVICE);
        assertThat(new String(files.get(ASSIGN), UTF_8)).contains("由谁承办");
    }

    @Test
    void doesNotMergeAFileThatWasChangedOnBothSides() throws Exception {
        var proposal = propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        present.become(sets.keep(new TreeMap<>(ShippedModels.with(ROUTE, changed(ROUTE, "暴露垃圾：社区", "暴露的垃圾：社区")))));
        assertThat(step(proposal + "/rebase", QIU).getContentAsString(UTF_8)).contains("也被别的提案改过");
    }

    @Test
    void bringsBackAnEarlierSetAsAProposal() throws Exception {
        var shipped = present.find().orElseThrow().hash();
        step(propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE)) + "/approve", QIU);
        var restore = step("/models/restore", YU, "hash", shipped).getRedirectedUrl();
        assertThat(page(restore, QIU)).contains("恢复较早的版本", "R-0102-C");
        step(restore + "/approve", QIU);
        assertThat(present.find().orElseThrow().hash()).isEqualTo(shipped);
        assertThat(step("/models/restore", YU, "hash", "nothing").getContentAsString(UTF_8)).contains("找不到");
    }

    @Test
    void proposesWhatANewReleaseChanged() throws Exception {
        var files = new TreeMap<>(ShippedModels.with(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE)));
        events.publishEvent(new ReleaseDiffers(present.find().orElseThrow().hash(), files));
        assertThat(page("/models", YU)).contains("新版程序自带的改动", "系统");
        long id = jdbc.sql("select max(id) from model_proposal").query(Long.class).single();
        assertThat(step("/models/proposals/" + id + "/approve", QIU).getStatus()).isEqualTo(302);
    }

    @Test
    void goesBackToTheSetBeforeWhenTheEngineRefusesAnApprovedOne() throws Exception {
        var before = present.find().orElseThrow().hash();
        var proposal = propose(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE));
        step(proposal + "/approve", QIU);
        events.publishEvent(new ModelsRefused(present.find().orElseThrow().hash(), "no good"));
        assertThat(page(proposal, YU)).contains("已退回", "引擎拒绝：no good");
        assertThat(present.find().orElseThrow().hash()).isEqualTo(before);
    }

    @Test
    void flagsAForeignVersionUntilTheDoorsOwnLiesOnTop() throws Exception {
        foreign.note("GridCaseProcess", 1, 2);
        assertThat(page("/models", YU)).contains("GridCaseProcess：引擎里最新是第 2 版", "重新部署已批准的版本");
        assertThat(health.healthForPath("models").getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'model.foreign'").query(Integer.class)
                .single()).isPositive();
        transaction.executeWithoutResult(
                status -> foreign.compare(Map.of("GridCaseProcess", 1), Map.of("GridCaseProcess", 3)));
        assertThat(page("/models", YU)).doesNotContain("重新部署已批准的版本").contains("曾经出现过的外来版本");
        assertThat(step("/models/put-back", YU).getStatus()).isEqualTo(302);
        assertThat(step("/models/look", YU).getStatus()).isEqualTo(302);
    }

    @Test
    void refusesFaultyModelsAndKeepsNothingOfThem() throws Exception {
        var doctype = "?>\n<!DOCTYPE d [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>";
        var bomb = "?>\n<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
        refuses(DISPATCH, changed(DISPATCH, "?>", doctype), "不是合格的 XML");
        refuses(ROUTE, changed(ROUTE, "?>", bomb), "不是合格的 XML");
        refuses(ASSIGN, " ".repeat(1024 * 1024 + 1).getBytes(UTF_8), "文件超过 1 MB");
        refuses(DISPATCH, changed(DISPATCH, "id=\"Task_LimitCase\"", "id=\"Task_RouteCase\""),
                "DispatchCaseProcess.bpmn");
        refuses(DISPATCH, changed(DISPATCH, "cases.dispatchCase", "cases.forgetCase"), "没有对应的 worker");
        refuses(ROUTE, changed(ROUTE, "<inputEntry id=\"UnaryTests_0102_C_category\">\n          <text>\"01-02\"",
                "<inputEntry id=\"UnaryTests_0102_C_category\">\n          <text>\"01-01\""), "规则重叠");
        refuses(DISPATCH, changed(DISPATCH, "formId=\"assignUnit\"", "formId=\"noForm\""), "找不到表单 noForm.form");
        refuses("notes.txt", new byte[]{1}, "只接受 .bpmn、.dmn、.form 文件");
        refuses(ROUTE, ShippedModels.text(ROUTE).getBytes(UTF_8), "完全相同");
    }

    @Test
    void refusesUploadsThatSayNothing() throws Exception {
        assertThat(upload(YU, Map.of()).getContentAsString(UTF_8)).contains("请先选择改过的");
        var files = multipart("/models/proposals").file(file(ROUTE, changed(ROUTE, GARBAGE_POST, GARBAGE_SERVICE)));
        assertThat(send(files, YU).getContentAsString(UTF_8)).contains("说明改了什么、为什么");
        assertThat(step("/models/proposals/999999/approve", YU).getStatus()).isEqualTo(404);
        assertThat(web.perform(get("/models/proposals/999999").with(designer(YU))).andReturn().getResponse()
                .getStatus()).isEqualTo(404);
    }

    @Test
    void removesAFileOnlyWhenNothingNeedsIt() throws Exception {
        var request = multipart("/models/proposals").param("remove", LIMIT).param("note", "不要期限表");
        assertThat(send(request, YU).getContentAsString(UTF_8)).contains("找不到决策 limitCase");
    }

    @Test
    void answersTheCommandInJson() throws Exception {
        var request = multipart("/models/proposals").file(file(ROUTE, new byte[]{1})).param("note", "x");
        request.header("X-Gridloop-Command", "propose").accept("application/json");
        var answer = send(request, YU);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).startsWith("{\"problems\":[").contains("routeCase.dmn：不是合格的 XML");
    }

    @Test
    void drawsAChangedDiagram() throws Exception {
        var proposal = propose(DISPATCH, changed(DISPATCH, "name=\"确定承办单位\"", "name=\"确定谁来办\""));
        assertThat(page(proposal, YU)).contains("data-diagram=\"/models/sets/", "data-element=\"Task_RouteCase\"",
                "确定谁来办").doesNotContain("用已有案件试算");
    }

    @Test
    void handsOutTheFilesOfEverySet() throws Exception {
        var url = "/models/sets/" + present.find().orElseThrow().hash() + "/";
        assertThat(page(url + ROUTE, YU)).isEqualTo(ShippedModels.text(ROUTE));
        assertThat(web.perform(get(url + "nothing.dmn").with(designer(YU))).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    private void refuses(String file, byte[] content, String why) throws Exception {
        var before = present.find().orElseThrow();
        var proposals = count("model_proposal");
        var kept = count("model_set");
        var answer = upload(YU, Map.of(file, content));
        assertThat(answer.getStatus()).as(why).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("没有收下，正在运行的版本不受影响", why).doesNotContain("root:");
        assertThat(List.of(count("model_proposal"), count("model_set"))).containsExactly(proposals, kept);
        assertThat(present.find()).contains(before);
    }

    private String propose(String file, byte[] content) throws Exception {
        var answer = upload(YU, Map.of(file, content));
        assertThat(answer.getContentAsString(UTF_8)).isEmpty();
        return String.valueOf(answer.getRedirectedUrl());
    }

    private MockHttpServletResponse upload(String login, Map<String, byte[]> files) throws Exception {
        var request = multipart("/models/proposals");
        files.forEach((name, content) -> request.file(file(name, content)));
        return send(request.param("note", "试改"), login);
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content);
    }

    private String page(String url, String login) throws Exception {
        return web.perform(get(url).with(designer(login))).andReturn().getResponse().getContentAsString(UTF_8);
    }

    private MockHttpServletResponse step(String url, String login, String... parameter) throws Exception {
        var request = post(url);
        if (parameter.length > 0) {
            request.param(parameter[0], parameter[1]);
        }
        return send(request, login);
    }

    private MockHttpServletResponse send(
            AbstractMockHttpServletRequestBuilder<?> request,
            String login)
            throws Exception {
        return web.perform(request.with(csrf()).with(designer(login))).andReturn().getResponse();
    }

    private static RequestPostProcessor designer(String login) {
        return user(login).roles("DESIGNER");
    }

    private String state(String proposal) {
        return jdbc.sql("select state from model_proposal where id = ?").param(id(proposal)).query(String.class)
                .single();
    }

    private List<String> audited(String proposal) {
        return jdbc.sql("select action from audit_entry where subject = ? order by id")
                .param("proposal " + id(proposal)).query(String.class).list();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static long id(String proposal) {
        return Long.parseLong(proposal.substring(proposal.lastIndexOf('/') + 1));
    }
}
