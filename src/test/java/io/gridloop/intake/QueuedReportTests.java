package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.photos.TestPictures;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a phone that saved reports without a network sends, once it has one. */
@IntakeTest
class QueuedReportTests {

    private static final String GOOD = """
            {"category": "01-02", "place": "grid", "gridCode": "G0303", "text": "路口的井盖碎了半边"}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper mapper;

    @Autowired
    Clock clock;

    private final String key = UUID.randomUUID().toString();

    @Test
    void makesACaseWithItsPhotographsInTheirOrder() throws IOException {
        for (int number = 1; number <= 3; number++) {
            var taken = photo(key, String.valueOf(number), TestPictures.jpeg(70 + 10 * number, 60));
            assertThat(taken).hasStatusOk();
            assertThat(json(taken).get("number").asInt()).isEqualTo(number);
        }
        var sent = send(key, with("\"photos\": 3"));
        assertThat(sent).hasStatus(201);
        assertThat(json(sent).get("repeated").asBoolean()).isFalse();
        assertThat(mvc.get().uri("/receipt/" + json(sent).get("receiptCode").asText())).hasStatusOk();
        assertThat(jdbc.sql("""
                select width from photo where case_id = (select id from grid_case where case_number = ?)
                order by created_at, id""").param(json(sent).get("caseNumber").asText()).query(Integer.class).list())
                .containsExactly(80, 90, 100);
    }

    @Test
    void theSameReportSentTwentyTimesAtOnceIsOneCase() throws Exception {
        photo(key, "1", TestPictures.jpeg(80, 60));
        Callable<MvcTestResult> send = () -> send(key, with("\"photos\": 1"));
        var numbers = new HashSet<String>();
        int first = 0;
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var each : threads.invokeAll(Stream.generate(() -> send).limit(20).toList())) {
                assertThat(each.get().getResponse().getStatus()).isIn(200, 201);
                numbers.add(json(each.get()).get("caseNumber").asText());
                first += json(each.get()).get("repeated").asBoolean() ? 0 : 1;
            }
        }
        assertThat(numbers).hasSize(1);
        assertThat(first).isEqualTo(1);
        assertThat(cases(key)).isEqualTo(1);
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() throws IOException {
        assertThat(send(key, GOOD)).hasStatus(201);
        var refused = send(key, GOOD.replace("半边", "一个角"));
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("key");
        assertThat(send(key, GOOD)).hasStatus(200);
        assertThat(cases(key)).isEqualTo(1);
    }

    @Test
    void aReportWithMorePhotographsThanBeforeIsAnother() {
        photo(key, "1", TestPictures.jpeg(80, 60));
        photo(key, "2", TestPictures.jpeg(90, 60));
        assertThat(send(key, with("\"photos\": 1"))).hasStatus(201);
        assertThat(send(key, with("\"photos\": 2"))).hasStatus(422);
        assertThat(send(key, with("\"photos\": 1"))).hasStatus(200);
    }

    @Test
    void theSamePhotographAgainChangesNothingAndAnotherIsRefused() throws IOException {
        byte[] picture = TestPictures.jpeg(80, 60);
        assertThat(photo(key, "1", picture)).hasStatusOk();
        assertThat(photo(key, "1", picture)).hasStatusOk();
        var other = photo(key, "1", TestPictures.jpeg(90, 60));
        assertThat(other).hasStatus(422);
        assertThat(json(other).at("/errors/0/field").asText()).isEqualTo("photo-1");
        assertThat(send(key, with("\"photos\": 1"))).hasStatus(201);
        assertThat(photo(key, "1", picture)).as("after the case was made").hasStatusOk();
    }

    @Test
    void aPhotographOutOfTurnHasToWait() throws IOException {
        var refused = photo(key, "2", TestPictures.jpeg(80, 60));
        assertThat(refused).hasStatus(409);
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("photo-1");
    }

    @Test
    void namesThePhotographsThatAreMissing() throws IOException {
        photo(key, "1", TestPictures.jpeg(80, 60));
        var refused = send(key, with("\"photos\": 3"));
        assertThat(refused).hasStatus(409);
        assertThat(json(refused).get("errors").findValuesAsText("field")).containsExactly("photo-2", "photo-3");
        assertThat(cases(key)).isZero();
    }

    @Test
    void aPhotographThatWaitedTooLongIsSentAgain() {
        photo(key, "1", TestPictures.jpeg(80, 60));
        jdbc.sql("delete from photo where id = (select photo_id from queued_photo where key = ?)")
                .param(UUID.fromString(key)).update();
        assertThat(send(key, with("\"photos\": 1"))).hasStatus(409);
        assertThat(photo(key, "1", TestPictures.jpeg(80, 60))).hasStatusOk();
        assertThat(send(key, with("\"photos\": 1"))).hasStatus(201);
    }

    @Test
    void aPhotographAfterItsCaseIsTooLate() {
        assertThat(send(key, GOOD)).hasStatus(201);
        assertThat(photo(key, "1", TestPictures.jpeg(80, 60))).hasStatus(422);
    }

    @Test
    void saysWhatIsWrongWithAPhotograph() throws IOException {
        var refused = photo(key, "1", "<svg/>".getBytes(UTF_8));
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).at("/errors/0/reason").asText()).startsWith("照片 1：这是 SVG 图形");
        assertThat(photo(key, "1", new byte[0])).hasStatus(422);
        assertThat(photo(key, "1", new byte[15 * 1024 * 1024 + 1])).hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "11111111-1111-1111-1111-11111111111G", "11111111-1111-1111-1111-111111111111%00",
            "AAAAAAAA-1111-1111-1111-111111111111", "..%2f11111111-1111-1111-1111-111111111111"})
    void refusesAKeyThatIsNone(String wrong) {
        assertThat(mvc.post().uri(URI.create("/report/queued/" + wrong)).contentType(MediaType.APPLICATION_JSON)
                .content(GOOD)).hasStatus(400);
        assertThat(mvc.put().uri(URI.create("/report/queued/" + wrong + "/photos/1"))
                .content(TestPictures.jpeg(80, 60))).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "x", "-1", "1.5", "11", "%E4%B8%80", "..%2f..%2f1", "%2e%2e", "1%00"})
    void refusesANumberThatIsNone(String wrong) {
        assertThat(mvc.put().uri(URI.create("/report/queued/" + key + "/photos/" + wrong))
                .content(TestPictures.jpeg(80, 60))).hasStatus(400);
        assertThat(jdbc.sql("select count(*) from queued_photo where key = ?").param(UUID.fromString(key))
                .query(Integer.class).single()).isZero();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertThat(send(key, GOOD.replace("半边", "半".repeat(70_000)))).hasStatus(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"text\": 1} x", "{\"channel\": \"PATROL\"}",
            "{\"photos\": \"many\"}", "{\"text\": {\"a\": 1}}"})
    void refusesWhatIsNoReport(String body) {
        assertThat(send(key, body)).hasStatus(400);
    }

    @Test
    void namesEachFieldThatIsWrong() throws IOException {
        var refused = send(key,
                """
                {"category": "99-99", "place": "point", "longitude": "1", "latitude": "2", "text": "坏了", "contact": "1"}""");
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("errors").findValuesAsText("field")).containsExactly("category", "text",
                "longitude", "contact");
        assertThat(json(refused).at("/errors/0/reason").asText()).isNotBlank();
        assertThat(send(key, with("\"photos\": 6"))).hasStatus(422);
        assertThat(send(key, with("\"photos\": -1"))).hasStatus(422);
        assertThat(cases(key)).isZero();
    }

    @Test
    void keepsAnswersAndRefusesWrongOnesButMissesNone() throws IOException {
        var noise = with("\"answers\": {\"HOURS\": [\"night\"], \"OTHER\": [null]}").replace("01-02", "03-01");
        var number = json(send(key, noise)).get("caseNumber").asText();
        assertThat(jdbc
                .sql("select answer from case_answer join grid_case on grid_case.id = case_id where case_number = ?")
                .param(number).query(String.class).list()).containsExactly("0点到早上6点");
        assertThat(json(send(key, noise)).get("repeated").asBoolean()).isTrue();
        assertThat(send(key, noise.replace("night", "noon"))).hasStatus(422);

        var wrong = send(UUID.randomUUID().toString(), noise.replace("night", "always"));
        assertThat(wrong).hasStatus(422);
        assertThat(json(wrong).at("/errors/0/field").asText()).isEqualTo("answer-03-01-HOURS");
        assertThat(send(UUID.randomUUID().toString(), noise.replace("HOURS", "MORE"))).hasStatus(201);
        assertThat(send(UUID.randomUUID().toString(), with("\"answers\": [1]"))).hasStatus(400);
    }

    @Test
    void anEmergencyIsRefusedWithTheNumberToCall() throws IOException {
        var refused = send(key, with("\"emergencyLine\": \"119\""));
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("emergencyLine");
        assertThat(json(refused).at("/errors/0/reason").asText()).contains("拨打 119");
        assertThat(cases(key)).isZero();
    }

    @Test
    void isNeverAskedWhetherTheMatterIsTheSame() {
        assertThat(send(key, GOOD)).hasStatus(201);
        assertThat(send(UUID.randomUUID().toString(), GOOD)).hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,手机保存时间：", "PT-24H,手机保存时间：", "PT5M,手机保存时间：", "PT24H,手机时间与系统相差较大", "P-365D,手机时间与系统相差较大",
            "P365D,手机时间与系统相差较大"})
    void believesThePhonesClockOnlyWithinReason(Duration off, String words) throws IOException {
        var sent = send(key, with("\"savedAt\": \"%s\"".formatted(clock.instant().plus(off))));
        assertThat(sent).hasStatus(201);
        assertThat(note(sent)).contains(words);
        assertThat(jdbc.sql("""
                select abs(extract(epoch from reported_at - received_at)) from grid_case where case_number = ?""")
                .param(json(sent).get("caseNumber").asText()).query(Double.class).single())
                .as("seconds; the deadline counts from when the server received it").isLessThan(60);
    }

    @Test
    void takesAReportWhosePhoneSaysNoTime() throws IOException {
        assertThat(note(send(key, with("\"savedAt\": \"昨天\"")))).contains("手机时间与系统相差较大");
    }

    @Test
    void makesNoSession() {
        var sent = send(key, GOOD);
        assertThat(sent.getRequest().getSession(false)).isNull();
        assertThat(sent.getResponse().getCookies()).isEmpty();
    }

    @Test
    void thePageThatThePhoneKeepsHasNoTokenAndMakesNoSession() {
        var page = mvc.get().uri("/report/offline").exchange();
        assertThat(page).hasStatusOk();
        assertThat(new String(page.getResponse().getContentAsByteArray(), UTF_8))
                .contains("存在手机上", "value=\"G0303\"", "/manifest.webmanifest").doesNotContain("_csrf", "/logout");
        assertThat(page.getRequest().getSession(false)).isNull();
    }

    private static String with(String field) {
        return GOOD.replace("{", "{" + field + ", ");
    }

    private MvcTestResult send(String key, String body) {
        return mvc.post().uri("/report/queued/" + key).contentType(MediaType.APPLICATION_JSON).content(body)
                .exchange();
    }

    private MvcTestResult photo(String key, String number, byte[] content) {
        return mvc.put().uri("/report/queued/" + key + "/photos/" + number).contentType(MediaType.IMAGE_JPEG)
                .content(content).exchange();
    }

    private JsonNode json(MvcTestResult result) throws IOException {
        return mapper.readTree(result.getResponse().getContentAsByteArray());
    }

    private String note(MvcTestResult sent) throws IOException {
        return jdbc.sql("""
                select e.internal_text from case_entry e join grid_case c on c.id = e.case_id
                where c.case_number = ? and e.element = 'Page_Queue' and e.public_text is null""")
                .param(json(sent).get("caseNumber").asText()).query(String.class).single();
    }

    private int cases(String key) {
        return jdbc.sql("select count(*) from grid_case where submission_key like ?").param("queued:" + key + ":%")
                .query(Integer.class).single();
    }
}
