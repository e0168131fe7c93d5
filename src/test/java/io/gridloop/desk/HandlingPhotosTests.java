package io.gridloop.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Tasks;
import io.gridloop.photos.TestPictures;
import io.gridloop.territory.StaffRole;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
class HandlingPhotosTests {

    private static final String HANDLER = "lilijuan";
    private static final String COLLEAGUE = "zhanglixin";
    private static final String LEADER = "wangchunsheng";

    @Autowired
    private MockMvc web;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void attachesAPhotographAtOnceAndShowsItByKind() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        var sent = add(key, HANDLER, "AFTER_NEAR", photo("after.jpg", 90));
        assertThat(sent.getRedirectedUrl()).isEqualTo("/desk/tasks/" + key + "#add-photos");
        add(key, HANDLER, "BEFORE", photo("before.jpg", 80));
        var id = ids(key, "AFTER_NEAR").get(0);
        assertThat(page("/desk/tasks/" + key, HANDLER)).contains("添加处置照片", "处置前照片 1，打开大图",
                "/desk/tasks/" + key + "/photos/" + id + "/remove");
        var casePage = page("/cases/" + tasks.find(key).orElseThrow().caseNumber(), LEADER);
        assertThat(casePage).contains("处置后近景 1，打开大图").doesNotContain("/remove", "添加处置照片");
        assertThat(casePage.indexOf("处置前照片")).isLessThan(casePage.indexOf("处置后近景"));
        assertThat(tasks.find(key).orElseThrow().open()).isTrue();
    }

    @Test
    void showsThemToWhoVerifiesTheHandling() throws Exception {
        long handling = walk.taskAt("Task_HandleCase");
        add(handling, HANDLER, "AFTER_FAR", photo("far.jpg", 85));
        long caseId = tasks.find(handling).orElseThrow().caseId();
        walk.handled(caseId);
        long verifying = walk.taskFor(caseId, "Task_VerifyCase", 0);
        assertThat(page("/desk/tasks/" + verifying, LEADER)).contains("处置后远景 1，打开大图")
                .doesNotContain("添加处置照片", "/remove");
    }

    @Test
    void printsThemOnTheWorkOrder() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        add(key, HANDLER, "BEFORE", photo("before.jpg", 80));
        add(key, HANDLER, "AFTER_FAR", photo("far.jpg", 85));
        var answer = web.perform(get("/cases/" + tasks.find(key).orElseThrow().caseNumber() + "/work-order.pdf")
                .with(as(LEADER))).andReturn().getResponse();
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            int pictures = 0;
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            assertThat(pictures).isEqualTo(2);
        }
    }

    @Test
    void takesTheSamePictureOnceAndNamesTheBadOne() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        add(key, HANDLER, "BEFORE", photo("a.jpg", 80));
        add(key, HANDLER, "BEFORE", photo("again.jpg", 80));
        var answer = add(key, HANDLER, "BEFORE", photo("b.jpg", 81),
                new MockMultipartFile("photo", "../坏<b>.jpg", "image/jpeg", "hello".getBytes(UTF_8)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("“坏&lt;b&gt;.jpg”：这不是照片").doesNotContain("“b.jpg”");
        assertThat(ids(key, "BEFORE")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "REPORT", "before", "x\u0000"})
    void asksWhatAPhotographShows(String kind) throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        var answer = add(key, HANDLER, kind, photo("a.jpg", 80));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("请选择照片内容");
        assertThat(count(key)).isZero();
    }

    @Test
    void asksForAPhotographWhenThereIsNone() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        var answer = add(key, HANDLER, "BEFORE",
                new MockMultipartFile("photo", "", "application/octet-stream", new byte[0]));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("请拍照或者选择照片");
    }

    @Test
    void takesFiveAtOnceAndTwelveForATask() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        var six = Stream.iterate(80, width -> width + 1).limit(6).map(width -> photo(width + ".jpg", width))
                .toArray(MockMultipartFile[]::new);
        assertThat(add(key, HANDLER, "BEFORE", six).getContentAsString(UTF_8)).contains("“85.jpg”：一次最多 5 张");
        add(key, HANDLER, "AFTER_NEAR", Arrays.copyOf(six, 5));
        var more = add(key, HANDLER, "AFTER_FAR", six[0], six[1], six[2]);
        assertThat(more.getContentAsString(UTF_8)).contains("“82.jpg”：这项任务已有 12 张照片").doesNotContain("“81.jpg”");
        assertThat(count(key)).isEqualTo(12);
    }

    @Test
    void takesNoneFromOthersNorForOtherTasks() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        assertThat(add(key, LEADER, "BEFORE", photo("a.jpg", 80)).getStatus()).isEqualTo(404);
        assertThat(add(key + 1_000_000, HANDLER, "BEFORE", photo("a.jpg", 80)).getStatus()).isEqualTo(404);
        long accepting = walk.toAccept();
        var refused = add(accepting, LEADER, "BEFORE", photo("a.jpg", 80));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(count(key) + count(accepting)).isZero();
        assertThat(web.perform(multipart("/desk/tasks/" + key + "/photos").file(photo("a.jpg", 80)).with(as(HANDLER)))
                .andReturn().getResponse().getStatus()).as("without a token").isEqualTo(403);
    }

    @Test
    void isRemovedByWhoBroughtItAndNobodyElse() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        standIn(key, () -> {
            add(key, HANDLER, "BEFORE", photo("a.jpg", 80));
            add(key, COLLEAGUE, "BEFORE", photo("b.jpg", 81));
            var theirs = jdbc.sql("select photo_id from desk_photo where task_key = ? and added_by = ?")
                    .params(key, HANDLER).query(UUID.class).single();
            assertThat(page("/desk/tasks/" + key, COLLEAGUE)).doesNotContain("/photos/" + theirs + "/remove");
            remove(key, COLLEAGUE, theirs);
            assertThat(ids(key, "BEFORE")).contains(theirs).hasSize(2);
            assertThat(remove(key, HANDLER, theirs).getStatus()).isEqualTo(302);
            assertThat(remove(key, HANDLER, theirs).getStatus()).as("again").isEqualTo(302);
            assertThat(ids(key, "BEFORE")).doesNotContain(theirs).hasSize(1);
            assertThat(web.perform(get("/photos/" + theirs).with(as(HANDLER))).andReturn().getResponse().getStatus())
                    .isEqualTo(404);
        });
    }

    @Test
    void staysWhenTheTaskIsAnswered() throws Exception {
        long key = walk.taskAt("Task_HandleCase");
        add(key, HANDLER, "BEFORE", photo("a.jpg", 80));
        tasks.answer(key, HANDLER, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        var id = ids(key, "BEFORE").get(0);
        var refused = remove(key, HANDLER, id);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString(UTF_8)).contains("照片没有变动").doesNotContain("添加处置照片");
        assertThat(add(key, HANDLER, "BEFORE", photo("b.jpg", 81)).getStatus()).isEqualTo(409);
        assertThat(ids(key, "BEFORE")).containsExactly(id);
    }

    private interface Story {

        void tell() throws Exception;
    }

    private void standIn(long key, Story story) throws Exception {
        jdbc.sql("""
                insert into stand_in (id, absent, stand_in, from_day, to_day, reason)
                values (nextval('stand_in_seq'), ?, ?, current_date - 1, current_date + 1, '照片样例')""")
                .params(tasks.find(key).orElseThrow().assignee(), COLLEAGUE).update();
        try {
            story.tell();
        } finally {
            jdbc.sql("delete from stand_in where reason = '照片样例'").update();
        }
    }

    private MockHttpServletResponse add(long key, String login, String kind, MockMultipartFile... files)
            throws Exception {
        var request = multipart("/desk/tasks/" + key + "/photos");
        List.of(files).forEach(request::file);
        request.param("kind", kind).with(as(login)).with(csrf());
        return web.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse remove(long key, String login, UUID id) throws Exception {
        return web.perform(post("/desk/tasks/" + key + "/photos/" + id + "/remove").with(as(login)).with(csrf()))
                .andReturn().getResponse();
    }

    private String page(String address, String login) throws Exception {
        var answer = web.perform(get(address).with(as(login))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private List<UUID> ids(long key, String kind) {
        return jdbc.sql("select p.id from photo p join case_task t on t.case_id = p.case_id"
                + " where t.element_instance_key = ? and p.kind = ? order by p.created_at, p.id")
                .params(key, kind).query(UUID.class).list();
    }

    private int count(long key) {
        return jdbc.sql("select count(*) from desk_photo where task_key = ?").param(key).query(Integer.class).single();
    }

    private static MockMultipartFile photo(String name, int width) {
        return new MockMultipartFile("photo", name, "image/jpeg", TestPictures.jpeg(width, 60));
    }

    private static UserRequestPostProcessor as(String login) {
        return user(login).roles(login.equals(LEADER) ? StaffRole.LEADER.name() : StaffRole.FULL_TIME.name());
    }
}
