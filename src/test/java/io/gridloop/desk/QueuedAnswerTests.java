package io.gridloop.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Tasks;
import io.gridloop.cases.Withdrawing;
import io.gridloop.photos.TestPictures;
import io.gridloop.territory.StaffRole;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a phone that took tasks along sends, once it has a network again. */
@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
class QueuedAnswerTests {

    private static final String HANDLER = "lilijuan";
    private static final String COLLEAGUE = "zhanglixin";
    private static final Map<String, String> DONE = Map.of("decision", "done", "result", "井盖已经换新，现场清理完毕");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CaseWalk walk;

    @Autowired
    Tasks tasks;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper mapper;

    @Autowired
    Clock clock;

    /** Within what the server believes; the same each time, because it is part of the content. */
    private String savedAt = "";

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void now() {
        savedAt = String.valueOf(clock.instant());
    }

    @Test
    void givesThePhoneAllThatATaskNeeds() throws IOException {
        long task = kept();
        var all = json(keep("", HANDLER));
        assertThat(all.get("login").asText()).isEqualTo(HANDLER);
        var one = json(keep("?key=" + task, HANDLER)).get("tasks");
        assertThat(one).hasSize(1);
        assertThat(one.at("/0/key").asText()).isEqualTo(String.valueOf(task));
        assertThat(one.at("/0/caseNumber").asText()).isEqualTo(tasks.find(task).orElseThrow().caseNumber());
        assertThat(one.at("/0/schema/id").asText()).isEqualTo("handleCase");
        assertThat(one.at("/0/data/caseCard/text").asText()).isNotBlank();
        assertThat(one.at("/0/takesPhotos").asBoolean()).isTrue();
        assertThat(json(keep("?key=" + task, COLLEAGUE)).get("tasks")).isEmpty();
    }

    @Test
    void takesAnAnswerWithItsPhotographsAsItsPageWould() throws IOException {
        long task = kept();
        assertThat(photo(1, "BEFORE", 80)).hasStatusOk();
        assertThat(photo(2, "AFTER_NEAR", 90)).hasStatusOk();
        var sent = send(body(task, DONE, 2));
        assertThat(sent).hasStatus(201);
        assertThat(json(sent).get("outcome").asText()).isEqualTo("TAKEN");
        var view = tasks.find(task).orElseThrow();
        assertThat(view.state()).isEqualTo("ANSWERED");
        assertThat(view.answeredBy()).isEqualTo(HANDLER);
        assertThat(kinds(task)).containsExactly("BEFORE", "AFTER_NEAR");
        assertThat(note(task)).startsWith("离线处理结果。").contains("手机保存时间：");
        assertThat(jdbc.sql("select count(*) from desk_photo where task_key = ? and added_by = ?")
                .params(task, HANDLER).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void theSameAnswerSentTwentyTimesAtOnceCountsOnce() throws Exception {
        long task = kept();
        photo(1, "BEFORE", 80);
        var body = body(task, DONE, 1);
        Callable<MvcTestResult> send = () -> send(body);
        int first = 0;
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var each : threads.invokeAll(Stream.generate(() -> send).limit(20).toList())) {
                assertThat(each.get().getResponse().getStatus()).isIn(200, 201);
                first += each.get().getResponse().getStatus() == 201 ? 1 : 0;
                assertThat(json(each.get()).get("outcome").asText()).isEqualTo("TAKEN");
            }
        }
        assertThat(first).isEqualTo(1);
        assertThat(notes(task)).hasSize(1);
        assertThat(kinds(task)).hasSize(1);
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() throws IOException {
        long task = kept();
        assertThat(send(body(task, DONE, 0))).hasStatus(201);
        var other = send(body(task, Map.of("decision", "done", "result", "另外写的处置结果"), 0));
        assertThat(other).hasStatus(422);
        assertThat(fields(other)).containsExactly("key");
        assertThat(photo(1, "BEFORE", 80)).as("after its answer").hasStatus(422);
        var again = send(body(task, DONE, 0));
        assertThat(again).hasStatusOk();
        assertThat(json(again).get("repeated").asBoolean()).isTrue();
    }

    @Test
    void keepsAnAnswerAsANoteWhenTheTaskWasDoneMeanwhile() throws IOException {
        long task = kept();
        photo(1, "AFTER_FAR", 80);
        tasks.answer(task, HANDLER, Map.of("decision", "done", "result", "在电脑上写的结果"));
        var refused = send(body(task, DONE, 1));
        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("outcome").asText()).isEqualTo("NOTED");
        assertThat(json(refused).get("detail").asText()).contains("“办理案件”已由", "李丽娟", "办理", "案件现在是“处置中”", "没有丢失");
        assertThat(note(task)).startsWith("离线处理结果，未生效。").contains("办理情况：已办理：请网格长核查", "办理结果：井盖已经换新，现场清理完毕",
                "照片1张：处置后远景", "手机保存时间：");
        assertThat(kinds(task)).containsExactly("UNUSED");
        var again = send(body(task, DONE, 1));
        assertThat(again).hasStatus(409);
        assertThat(json(again).get("repeated").asBoolean()).isTrue();
        assertThat(json(again).get("detail").asText()).isEqualTo(json(refused).get("detail").asText());
        assertThat(notes(task)).hasSize(1);
    }

    @Test
    void showsThePhotographsOfANoteToStaffOnly() {
        long task = kept();
        photo(1, "AFTER_FAR", 80);
        tasks.answer(task, HANDLER, DONE);
        assertThat(send(body(task, DONE, 1))).hasStatus(409);
        var view = tasks.find(task).orElseThrow();
        assertThat(mvc.get().uri("/cases/" + view.caseNumber()).with(as(HANDLER))).hasStatusOk().bodyText()
                .contains("未生效的处置照片 1，打开大图", "离线处理结果，未生效");
        assertThat(mvc.get().uri("/receipt/" + walk.receiptCode(view.caseId()))).hasStatusOk().bodyText()
                .doesNotContain("未生效");
    }

    @Test
    void keepsAnAnswerAsANoteWhenSomebodyElseHasTheTaskNow() throws IOException {
        long task = kept();
        jdbc.sql("update case_task set assignee = ? where element_instance_key = ?").params(COLLEAGUE, task).update();
        var refused = send(body(task, DONE, 0));
        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("detail").asText()).contains("“办理案件”已经交给", "最近一次变动：");
        assertThat(note(task)).contains("未生效", "井盖已经换新");
        assertThat(tasks.find(task).orElseThrow().open()).isTrue();
    }

    @Test
    void keepsAnAnswerAsANoteWhenTheReportWasTakenBack() throws IOException {
        long task = kept();
        withdrawing.withdraw(walk.receiptCode(tasks.find(task).orElseThrow().caseId()), "已经有人修好了");
        var refused = send(body(task, DONE, 0));
        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("detail").asText()).contains("“办理案件”已经结束", "反映人撤回案件：已经有人修好了");
        assertThat(note(task)).contains("未生效", "井盖已经换新");
    }

    @ParameterizedTest
    @CsvSource({"HANDLING,2", "VERIFYING,1", "x,1"})
    void keepsAnAnswerAsANoteWhenTheCaseIsNotTheOneThatWasSeen(String state, int round) {
        long task = kept();
        var sent = send(body(task, DONE, 0).replace("HANDLING", state).replace("\"round\":1", "\"round\":" + round));
        assertThat(sent).hasStatus(409);
        assertThat(note(task)).contains("未生效", "案件已经变化");
        assertThat(tasks.find(task).orElseThrow().open()).isTrue();
    }

    @Test
    void isNeverTakenInAnotherName() throws IOException {
        long task = kept();
        var refused = send(body(task, DONE, 0), COLLEAGUE);
        assertThat(refused).hasStatus(422);
        assertThat(fields(refused)).containsExactly("login");
        assertThat(send(body(task, DONE, 0).replace(HANDLER, COLLEAGUE), COLLEAGUE)).as("never took it along")
                .hasStatus(404);
        assertThat(notes(task)).isEmpty();
        assertThat(send(body(task, DONE, 0))).hasStatus(201);
        assertThat(send(body(task, DONE, 0).replace(HANDLER, COLLEAGUE), COLLEAGUE)).hasStatus(404);
    }

    @Test
    void photographsOfAnotherPersonDoNotCount() throws IOException {
        long task = kept();
        assertThat(photo(1, "BEFORE", 80, COLLEAGUE)).hasStatusOk();
        assertThat(photo(1, "BEFORE", 80)).hasStatus(422);
        var refused = send(body(task, DONE, 1));
        assertThat(refused).hasStatus(409);
        assertThat(fields(refused)).containsExactly("photo-1");
        assertThat(tasks.find(task).orElseThrow().open()).isTrue();
    }

    @Test
    void aLogInThatIsOverStoresNothing() {
        long task = kept();
        var asked = mvc.get().uri("/desk/queued").accept(MediaType.APPLICATION_JSON).exchange();
        assertThat(asked).hasStatus(401);
        assertThat(asked.getRequest().getSession(false)).as("a session beside that of the log-in page").isNull();
        assertThat(mvc.post().uri("/desk/queued/" + key).with(csrf()).contentType(MediaType.APPLICATION_JSON)
                .content(body(task, DONE, 0))).hasStatus(401);
        assertThat(mvc.post().uri("/desk/queued/" + key).with(as(HANDLER)).contentType(MediaType.APPLICATION_JSON)
                .content(body(task, DONE, 0))).as("without a token").hasStatus(403);
        assertThat(mvc.put().uri("/desk/queued/" + key + "/photos/1?kind=BEFORE").with(as(HANDLER))
                .content(TestPictures.jpeg(80, 60))).as("without a token").hasStatus(403);
        assertThat(tasks.find(task).orElseThrow().open()).isTrue();
        assertThat(notes(task)).isEmpty();
    }

    @Test
    void saysWhoIsLoggedInAndWithWhichToken() {
        var who = assertThat(mvc.get().uri("/desk/queued").with(as(HANDLER))).hasStatusOk().bodyJson();
        who.extractingPath("$.login").isEqualTo(HANDLER);
        who.extractingPath("$.header").isEqualTo("X-CSRF-TOKEN");
        who.extractingPath("$.token").asString().isNotBlank();
    }

    @Test
    void namesWhatIsWrongStoresNothingAndTakesItOnceItIsChanged() throws IOException {
        long task = kept();
        photo(1, "BEFORE", 80);
        var refused = send(body(task, Map.of("decision", "done", "result", "好"), 1));
        assertThat(refused).hasStatus(422);
        assertThat(fields(refused)).containsExactly("answer");
        assertThat(json(refused).at("/errors/0/reason").asText()).contains("处置结果");
        assertThat(kinds(task)).isEmpty();
        assertThat(notes(task)).isEmpty();
        assertThat(tasks.find(task).orElseThrow().open()).isTrue();
        assertThat(send(body(task, DONE, 1))).hasStatus(201);
    }

    @Test
    void refusesPhotographsWhereTheTaskTakesNone() throws IOException {
        long task = walk.taskAt("Task_VerifyCase");
        var leader = tasks.find(task).orElseThrow().assignee();
        keep("?key=" + task, leader);
        photo(1, "BEFORE", 80, leader);
        var body = body(task, Map.of("decision", "pass"), 1).replace(HANDLER, leader);
        var refused = send(body, leader);
        assertThat(refused).hasStatus(422);
        assertThat(fields(refused)).containsExactly("photos");
        assertThat(send(body.replace("\"photos\":1", "\"photos\":0"), leader)).hasStatus(201);
    }

    @Test
    void namesThePhotographsThatAreMissingAndTakesThemAgain() throws IOException {
        long task = kept();
        photo(1, "BEFORE", 80);
        assertThat(fields(send(body(task, DONE, 2)))).containsExactly("photo-2");
        photo(2, "AFTER_NEAR", 90);
        jdbc.sql(
                "update photo set expires_at = now() - interval '1 day' where id in (select photo_id from queued_answer_photo where key = ?)")
                .param(UUID.fromString(key)).update();
        assertThat(fields(send(body(task, DONE, 2)))).as("they waited too long").containsExactly("photo-1", "photo-2");
        assertThat(photo(1, "BEFORE", 80)).hasStatusOk();
        assertThat(photo(2, "AFTER_NEAR", 90)).hasStatusOk();
        assertThat(send(body(task, DONE, 2))).hasStatus(201);
    }

    @Test
    void theSamePhotographAgainChangesNothingAndAnotherIsRefused() throws IOException {
        assertThat(photo(1, "BEFORE", 80)).hasStatusOk();
        assertThat(photo(1, "BEFORE", 80)).hasStatusOk();
        assertThat(photo(1, "BEFORE", 90)).hasStatus(422);
        assertThat(photo(1, "AFTER_NEAR", 80)).hasStatus(422);
        var bad = put("/photos/2?kind=BEFORE", "<svg/>".getBytes(UTF_8), HANDLER);
        assertThat(bad).hasStatus(422);
        assertThat(json(bad).at("/errors/0/reason").asText()).startsWith("照片 2：");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/photos/0?kind=BEFORE", "/photos/6?kind=BEFORE", "/photos/x?kind=BEFORE", "/photos/1",
            "/photos/1?kind=REPORT", "/photos/1?kind=UNUSED", "/photos/1?kind=%00"})
    void refusesAPhotographThatIsNone(String path) {
        assertThat(put(path, TestPictures.jpeg(80, 60), HANDLER)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "AAAAAAAA-1111-1111-1111-111111111111", "11111111-1111-1111-1111-11111111111%00"})
    void refusesAKeyThatIsNone(String wrong) {
        assertThat(mvc.post().uri(URI.create("/desk/queued/" + wrong)).with(as(HANDLER)).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(body(1, DONE, 0))).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | 400
            null                                      | 400
            []                                        | 400
            {"login": "lilijuan", "who": 1}           | 400
            {"login": "lilijuan", "photos": "x"}      | 400
            {}                                        | 422
            {"login": "lilijuan", "photos": 6}        | 422
            {"login": "lilijuan", "photos": -1}       | 422
            {"login": "lilijuan"}                     | 404
            {"login": "lilijuan", "task": "x"}        | 404
            {"login": "lilijuan", "task": "99999999999999999999"} | 404
            {"login": "lilijuan", "answer": {"result": "a\\u0000b"}} | 422
            {"login": "lilijuan", "answer": {"x": ["\\u202e"]}} | 422
            """)
    void refusesWhatIsNoAnswer(String body, int status) {
        assertThat(send(body)).hasStatus(status);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertThat(send(body(1, Map.of("result", "半".repeat(70_000)), 0))).hasStatus(413);
    }

    @Test
    void asksForTheDecisionWhenThereIsNoAnswer() throws IOException {
        long task = kept();
        var refused = send(body(task, Map.of(), 0));
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).at("/errors/0/reason").asText()).contains("请选择办理意见");
    }

    @ParameterizedTest
    @CsvSource({"PT-24H,手机保存时间：", "PT24H,手机时间与系统相差较大", "P-365D,手机时间与系统相差较大"})
    void believesThePhonesClockOnlyWithinReason(Duration off, String words) {
        long task = kept();
        savedAt = String.valueOf(clock.instant().plus(off));
        assertThat(send(body(task, DONE, 0))).hasStatus(201);
        assertThat(note(task)).contains(words);
    }

    @Test
    void thePageThatThePhoneKeepsHasNoTokenAndMakesNoSession() {
        var page = mvc.get().uri("/desk/offline").exchange();
        assertThat(page).hasStatusOk();
        assertThat(new String(page.getResponse().getContentAsByteArray(), UTF_8)).contains("离线办理", "存在手机上")
                .doesNotContain("_csrf", "csrf-header", "/logout", HANDLER);
        assertThat(page.getRequest().getSession(false)).isNull();
    }

    /** Key of a task that the handler has taken along. */
    private long kept() {
        long task = walk.taskAt("Task_HandleCase");
        assertThat(keep("?key=" + task, HANDLER)).hasStatusOk();
        return task;
    }

    private MvcTestResult keep(String query, String login) {
        return mvc.post().uri("/desk/kept" + query).with(as(login)).with(csrf()).exchange();
    }

    private String body(long task, Map<String, ?> answer, int photos) {
        try {
            return mapper.writeValueAsString(Map.of("login", HANDLER, "task", String.valueOf(task), "caseState",
                    tasks.find(task).map(it -> it.caseState().name()).orElse(""), "round", 1, "answer", answer,
                    "photos", photos, "savedAt", savedAt));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult send(String body) {
        return send(body, HANDLER);
    }

    private MvcTestResult send(String body, String login) {
        return mvc.post().uri("/desk/queued/" + key).with(as(login)).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult photo(int number, String kind, int width) {
        return photo(number, kind, width, HANDLER);
    }

    private MvcTestResult photo(int number, String kind, int width, String login) {
        return put("/photos/" + number + "?kind=" + kind, TestPictures.jpeg(width, 60), login);
    }

    private MvcTestResult put(String path, byte[] content, String login) {
        return mvc.put().uri(URI.create("/desk/queued/" + key + path)).with(as(login)).with(csrf())
                .contentType(MediaType.IMAGE_JPEG).content(content).exchange();
    }

    private JsonNode json(MvcTestResult result) throws IOException {
        return mapper.readTree(result.getResponse().getContentAsByteArray());
    }

    private List<String> fields(MvcTestResult result) throws IOException {
        return json(result).get("errors").findValuesAsText("field");
    }

    private List<String> kinds(long task) {
        return jdbc.sql("select kind from photo where case_id = ? order by created_at, id")
                .param(tasks.find(task).orElseThrow().caseId()).query(String.class).list();
    }

    private String note(long task) {
        return notes(task).getLast();
    }

    private List<String> notes(long task) {
        return jdbc.sql("""
                select internal_text from case_entry
                where case_id = ? and element = 'Page_Queue' and actor_login = ? and public_text is null""")
                .params(tasks.find(task).orElseThrow().caseId(), HANDLER).query(String.class).list();
    }

    private static UserRequestPostProcessor as(String login) {
        return user(login).roles(login.equals("wangchunsheng") ? StaffRole.LEADER.name() : StaffRole.FULL_TIME.name());
    }
}
