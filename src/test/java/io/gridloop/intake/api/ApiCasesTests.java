package io.gridloop.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.PostgresForTests;
import io.gridloop.security.TestKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The REST interface over HTTP, with a real PostgreSQL and the sample county; the engine is away. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false", "gridloop.public-url=https://county.example"})
@Import({PostgresForTests.class, TestKeys.class})
class ApiCasesTests {

    private static final String GOOD = """
            {"category": "01-02", "text": "路边垃圾堆了三天", "longitude": 113.38, "latitude": 35.1}""";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    TestKeys keys;

    @Autowired
    JdbcClient jdbc;

    private String key;

    @BeforeEach
    void aProgram() {
        key = keys.create(6_000);
    }

    @Test
    void aReportBecomesACaseThatItsProgramSees() throws Exception {
        var sent = post(key, UUID.randomUUID().toString(), """
                {"category": "01-02", "externalId": "12345-1", "subject": "垃圾", "text": "路边垃圾堆了三天，电话13900001111",
                 "longitude": 113.38, "latitude": 35.1, "address": "东门", "reporterName": "李某", "contact": "13812345678",
                 "mediaUrl": "https://photos.example/1.jpg"}""");
        assertThat(sent.statusCode()).isEqualTo(201);
        var answer = json(sent);
        var number = answer.get("caseNumber").asText();
        assertThat(sent.headers().firstValue("Location")).hasValue("https://county.example/api/v1/cases/" + number);
        assertThat(answer.get("receiptUrl").asText())
                .isEqualTo("https://county.example/receipt/" + answer.get("receiptCode").asText());
        assertThat(jdbc.sql("select channel, external_id, client from grid_case where case_number = ?").param(number)
                .query().singleRow()).containsEntry("channel", "API").containsEntry("external_id", "12345-1")
                .containsEntry("client", "key:" + keys.id(key));

        var it = json(get(key, "/" + number));
        assertThat(it.fieldNames()).toIterable().containsExactly("caseNumber", "state", "category", "categoryName",
                "text", "unit", "receivedAt", "updatedAt", "dueAt", "place", "gridCode", "longitude", "latitude",
                "mediaUrl", "outcome", "notes", "photos");
        assertThat(it.get("text").asText()).isEqualTo("路边垃圾堆了三天，电话139****1111");
        assertThat(it.toString()).doesNotContain("李某", "13812345678", answer.get("receiptCode").asText());
        assertThat(it.get("notes").get(0).get("text").asText()).startsWith("已收到您的反映");
    }

    @Test
    void aProgramIsGivenTheAddressesOfItsPhotographs() throws Exception {
        var number = json(post(key, UUID.randomUUID().toString(), GOOD)).get("caseNumber").asText();
        jdbc.sql("""
                insert into photo (id, case_id, kind, size, width, height, sha256, created_at)
                select gen_random_uuid(), id, 'REPORT', 1, 1, 1, repeat('0', 64), now() from grid_case
                where case_number = ?""").param(number).update();
        var photos = json(get(key, "/" + number)).get("photos");
        assertThat(photos).hasSize(1);
        assertThat(photos.get(0).asText()).startsWith("https://county.example/api/v1/photos/" + keys.id(key) + "/");
        assertThat(json(get(key, "")).at("/cases/0/photos")).isEqualTo(photos);
    }

    @Test
    void theSameSubmissionSentTwentyTimesAtOnceIsOneCase() throws Exception {
        var once = UUID.randomUUID().toString();
        Callable<String> send = () -> json(post(key, once, GOOD)).get("caseNumber").asText();
        try (var threads = Executors.newFixedThreadPool(10)) {
            var numbers = new ArrayList<String>();
            for (var each : threads.invokeAll(Stream.generate(() -> send).limit(20).toList())) {
                numbers.add(each.get());
            }
            assertThat(numbers.stream().distinct()).hasSize(1);
        }
        assertThat(json(post(keys.create(60), once, GOOD)).get("caseNumber").asText()).as("another program's key")
                .isNotEqualTo(send.call());
    }

    @Test
    void answersAreKeptAndBelongToTheContentOfTheKey() throws Exception {
        var used = UUID.randomUUID().toString();
        var noise = """
                {"category": "03-01", "text": "工地夜里一直响", "address": "东门", "answers": {"HOURS": ["night", "noon"]}}""";
        var number = json(post(key, used, noise)).get("caseNumber").asText();
        assertThat(jdbc
                .sql("select answer from case_answer join grid_case on grid_case.id = case_id where case_number = ?")
                .param(number).query(String.class).list()).containsExactly("中午12点到14点半、0点到早上6点");
        assertThat(post(key, used, noise.replace(", \"noon\"", "")).statusCode()).isEqualTo(422);
        assertThat(get(key, "/" + number).body()).doesNotContain("0点到早上6点");
    }

    @Test
    void aKeyThatWasUsedForOtherContentIsRefused() throws Exception {
        var used = UUID.randomUUID().toString();
        assertThat(post(key, used, GOOD).statusCode()).isEqualTo(201);
        var cases = cases();
        var refused = post(key, used, GOOD.replace("三天", "四天"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(cases()).isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text": "路边垃圾堆了三天", "address": "东门", "txet": "x"}             | 400 | txet
            {"text": "垃圾", "address": "东门"}                                    | 400 | text
            {"address": "东门"}                                                   | 400 | text
            {"text": "路边垃圾堆了三天"}                                            | 400 | gridCode
            {"text": "路边垃圾堆了三天", "longitude": 113.38}                       | 400 | latitude
            {"text": "路边垃圾堆了三天", "longitude": 2.35, "latitude": 48.85}      | 400 | longitude
            {"text": "路边垃圾堆了三天", "longitude": 1e999, "latitude": 1}         | 400 | longitude
            {"text": "路边垃圾堆了三天", "longitude": "east", "latitude": 1}        | 400 | longitude
            {"text": "路边垃圾堆了三天", "gridCode": "G9999"}                       | 400 | gridCode
            {"text": "路边垃圾堆了三天", "address": "东门", "category": "99-99"}    | 400 | category
            {"text": "路边垃圾堆了三天", "address": "东门", "contact": "12"}        | 400 | contact
            {"text": "路边垃圾堆了三天", "address": "东门", "mediaUrl": "file:/x"}  | 400 | mediaUrl
            {"text": "路边垃圾\\u0000三天", "address": "东门"}                      | 400 | text
            {"text": ["路边垃圾堆了三天"], "address": "东门"}                        | 400 | text
            {"text": "工地夜里一直响", "address": "东门", "category": "03-01"}      | 400 | answers.HOURS
            {"text": "工地夜里一直响", "address": "东门", "category": "03-01", "answers": {"HOURS": ["x"]}} | 400 | answers.HOURS
            {"text": "工地夜里一直响", "address": "东门", "category": "03-01", "answers": {"HOURS": "night"}} | 400 | answers
            {"text": "路边垃圾堆了三天", "address": "东门", "category": "01-02", "answers": {"HOURS": ["night"]}} | 400 | answers
            {"text": "路边垃圾堆了三天", "address": "东门", "answers": {"HOURS": null}} | 400 | answers
            """)
    void whatIsWrongIsNamedAndNothingIsStored(String body, int status, String field) throws Exception {
        var cases = cases();
        var refused = post(key, UUID.randomUUID().toString(), body);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(json(refused).at("/errors/0/reason").asText()).containsPattern("\\p{IsHan}");
        assertThat(cases()).isEqualTo(cases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"路边", "[]", "", "null", "{} {}", "\u0000"})
    void whatIsNoReportIsRefused(String body) throws Exception {
        var refused = post(key, UUID.randomUUID().toString(), body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("detail").asText()).containsPattern("\\p{IsHan}");
    }

    @Test
    void requestsThatHttpItselfForbidsGetAProblemDetail() throws Exception {
        assertThat(post(key, UUID.randomUUID().toString(), "{\"text\": \"" + "长".repeat(70_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(post(key, null, GOOD).statusCode()).as("no idempotency key").isEqualTo(400);
        assertThat(post(key, "k".repeat(256), GOOD).statusCode()).isEqualTo(400);
        assertThat(send(request("", key).header("Idempotency-Key", "1").header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(GOOD))).statusCode()).isEqualTo(415);
        var deleted = send(request("/WZ26-000001-9", key).DELETE());
        assertThat(deleted.statusCode()).isEqualTo(405);
        assertThat(get(key, "/WZ26-999999-9").statusCode()).isEqualTo(404);
        assertThat(json(get(key, "/" + "9".repeat(50))).get("status").asInt()).isEqualTo(400);
    }

    @Test
    void nobodyComesInWithoutAKeyInForce() throws Exception {
        var revoked = keys.create(60);
        keys.revoke(revoked);
        for (var bad : Stream.of("", "gl_wrong", revoked, "x".repeat(500)).toList()) {
            var refused = post(bad, "1", GOOD);
            assertThat(refused.statusCode()).as(bad).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"gridloop\"");
        }
    }

    @Test
    void eachKeyHasItsOwnLimit() throws Exception {
        var slow = keys.create(2);
        assertThat(get(slow, "").statusCode()).isEqualTo(200);
        assertThat(get(slow, "").statusCode()).isEqualTo(200);
        var refused = get(slow, "");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(get(key, "").statusCode()).as("another key").isEqualTo(200);
    }

    @Test
    void pagesNeitherSkipNorRepeatWhenCasesComeInBetween() throws Exception {
        var sent = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            sent.addFirst(json(post(key, "page-" + i, GOOD)).get("caseNumber").asText());
        }
        post(keys.create(60), "other", GOOD);
        var seen = new ArrayList<String>();
        var page = json(get(key, "?limit=3"));
        while (true) {
            seen.addAll(numbers(page));
            if (page.get("next").isNull()) {
                break;
            }
            post(key, "late-" + seen.size(), GOOD);
            page = json(get(key, "?limit=3&after=" + page.get("next").asText()));
        }
        assertThat(seen).isEqualTo(sent);
    }

    @Test
    void listsByStateCategoryAndProgress() throws Exception {
        var number = json(post(key, "a", GOOD)).get("caseNumber").asText();
        post(key, "b", GOOD.replace("01-02", "01-03"));
        assertThat(numbers(json(get(key, "?category=01-02")))).containsExactly(number);
        assertThat(numbers(json(get(key, "?closed=true")))).isEmpty();
        assertThat(numbers(json(get(key, "?closed=false")))).hasSize(2);
        assertThat(numbers(json(get(key, "?updatedAfter=2999-01-01T00:00:00%2B08:00")))).isEmpty();
        assertThat(numbers(json(get(key, "?updatedAfter=2020-01-01T00:00:00Z")))).hasSize(2);
        for (var bad : List.of("?limit=0", "?limit=201", "?limit=x", "?closed=perhaps", "?updatedAfter=yesterday",
                "?after=%00", "?category=%E4%BD%A0")) {
            var refused = get(key, bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(bad).contains(json(refused).at("/errors/0/field").asText());
        }
    }

    @Test
    void theDocumentDescribesEveryOperation() throws Exception {
        var document = json(send(HttpRequest.newBuilder(at("/api/v1/openapi")).GET()));
        assertThat(document.get("openapi").asText()).startsWith("3.");
        assertThat(document.get("paths").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("/api/v1/cases", "/api/v1/cases/{number}");
        var post = document.at("/paths/~1api~1v1~1cases/post");
        assertThat(post.at("/parameters/0/name").asText()).isEqualTo("Idempotency-Key");
        assertThat(post.at("/requestBody/content/application~1json/schema/$ref").asText()).endsWith("/NewCase");
        assertThat(post.at("/responses/201").isMissingNode()).isFalse();
        assertThat(document.at("/components/securitySchemes/key/scheme").asText()).isEqualTo("bearer");
        assertThat(document.at("/components/schemas/NewCase/properties").fieldNames()).toIterable().hasSize(12);
    }

    private long cases() {
        return jdbc.sql("select count(*) from grid_case").query(Long.class).single();
    }

    private HttpResponse<String> post(String key, @Nullable String idempotencyKey, String body) throws Exception {
        var request = request("", key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey));
    }

    private HttpResponse<String> get(String key, String path) throws Exception {
        return send(request(path, key).GET());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(at("/api/v1/cases" + path)).header("Authorization", "Bearer " + key);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    private static List<String> numbers(JsonNode list) {
        return StreamSupport.stream(list.get("cases").spliterator(), false).map(it -> it.get("caseNumber").asText())
                .toList();
    }
}
