package io.gridloop.intake.open311;

import static io.gridloop.intake.open311.Open311Program.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gridloop.cases.CaseWalk;
import io.gridloop.photos.TestPictures;
import io.gridloop.security.ApiKeys;
import io.gridloop.security.KeySignatures;
import io.gridloop.security.TestKeys;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A program sends photographs, and sees those of its cases. Everybody may see cases here, but no photographs. */
@Open311Test
@TestPropertySource(properties = "gridloop.open311.publish=all")
class Open311MediaTests {

    private static final byte[] PICTURE = TestPictures.jpegOfAPhone(80, 60, 1, 113.38, 35.1);

    @LocalServerPort
    int port;

    @Autowired
    TestKeys keys;

    @Autowired
    ApiKeys apiKeys;

    @Autowired
    KeySignatures signatures;

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    private Open311Program program;
    private String key;

    @BeforeEach
    void aProgramWithAKey() {
        program = new Open311Program(port);
        key = keys.create(600);
    }

    @Test
    void sendsPhotographsAndOpensThemWithoutItsKey() {
        var number = number(program.reportWithMedia(key, Map.of("media_url", "https://pictures.example/1.jpg"),
                List.of(PICTURE, TestPictures.png(90, 60))));
        var request = seen(number, "&extensions=true");
        assertThat(request.get("photos")).hasSize(2);
        assertThat(request.get("media_url")).isEqualTo(request.get("photos").get(0));
        assertThat(seen(number, "").has("photos")).isFalse();
        var opened = program.open(request.get("media_url").asText());
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(opened.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        assertThat(opened.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(new String(opened.body(), UTF_8)).doesNotContain("Exif", "TestPhone");
        assertThat(program.get("/requests/%s.xml?extensions=true&api_key=%s".formatted(number, key)).body())
                .contains("<photos><photo>https://county.example/api/v1/photos/");
    }

    @Test
    void keepsTheForeignAddressWhereThereIsNoPhotograph() {
        var number = number(program.report(key, Map.of("media_url", "https://pictures.example/1.jpg")));
        var request = seen(number, "&extensions=true");
        assertThat(request.get("media_url").asText()).isEqualTo("https://pictures.example/1.jpg");
        assertThat(request.get("photos")).isEmpty();
    }

    @Test
    void nobodyElseIsGivenAnAddress() {
        var number = number(program.reportWithMedia(key, Map.of(), List.of(PICTURE)));
        long id = jdbc.sql("select id from grid_case where case_number = ?").param(number).query(Long.class).single();
        walk.register(id);
        walk.answerAcceptance(id, Map.of("decision", "accept", "handlingLevel", "community"));
        for (var query : List.of("", "&api_key=" + keys.create(600))) {
            var request = json(program.get("/requests/%s.json?extensions=true%s".formatted(number, query))).get(0);
            assertThat(request.get("media_url").isNull()).isTrue();
            assertThat(request.get("photos")).isEmpty();
        }
    }

    @Test
    void anAddressOpensNothingButItsPhotograph() {
        var address = address(number(program.reportWithMedia(key, Map.of(), List.of(PICTURE))));
        var other = address(number(program.reportWithMedia(key, Map.of(), List.of(TestPictures.jpeg(70, 60)))));
        var stranger = keys.create(600);
        assertThat(program.open(address.replace(id(address), id(other))).statusCode()).isEqualTo(403);
        assertThat(program.open(address.replaceFirst("until=\\d", "until=9")).statusCode()).isEqualTo(403);
        assertThat(program.open(address.replaceFirst("signature=.*", "signature=x")).statusCode()).isEqualTo(403);
        assertThat(program.open(address.replaceFirst("signature=.*", "")).statusCode()).isEqualTo(400);
        assertThat(program.open(address.replaceFirst("photos/\\d+", "photos/" + keys.id(stranger))).statusCode())
                .isEqualTo(403);
        assertThat(program.open(address.replace(id(address), "x")).statusCode()).isEqualTo(400);
        assertThat(program.open(signed(stranger, id(address), Integer.MAX_VALUE)).statusCode())
                .as("a program that signs for a photograph of another one's case").isEqualTo(404);
        keys.revoke(key);
        assertThat(program.open(address).statusCode()).as("after its key was revoked").isEqualTo(403);
    }

    @Test
    void anAddressEnds() {
        var address = address(number(program.reportWithMedia(key, Map.of(), List.of(PICTURE))));
        assertThat(program.open(signed(key, id(address), Integer.MAX_VALUE)).statusCode()).isEqualTo(200);
        assertThat(program.open(signed(key, id(address), 1_700_000_000)).statusCode()).isEqualTo(403);
    }

    @Test
    void showsNoPhotographsOfTheHandlingUnlessTheCountyPublishesThem() {
        var number = number(program.reportWithMedia(key, Map.of(), List.of(PICTURE)));
        var address = address(number);
        for (var kind : List.of("BEFORE", "AFTER_NEAR")) {
            jdbc.sql("update photo set kind = ? where id = ?::uuid").params(kind, id(address)).update();
            assertThat(seen(number, "&extensions=true").get("photos")).isEmpty();
            assertThat(program.open(address).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theSameSentAgainIsOneCaseWithEachPhotographOnce() {
        var number = number(program.reportWithMedia(key, Map.of(), List.of(PICTURE), "Idempotency-Key", "m1"));
        int photos = photos();
        assertThat(number(program.reportWithMedia(key, Map.of(), List.of(PICTURE), "Idempotency-Key", "m1")))
                .isEqualTo(number);
        assertThat(photos()).isEqualTo(photos);
        for (var media : List.of(List.<byte[]>of(), List.of(TestPictures.jpeg(70, 60)), List.of(PICTURE, PICTURE))) {
            assertThat(program.reportWithMedia(key, Map.of(), media, "Idempotency-Key", "m1").statusCode())
                    .isEqualTo(422);
        }
        assertThat(photos()).isEqualTo(photos);
    }

    @Test
    void saysWhatIsWrongWithAFileAndStoresNoCase() {
        var before = cases();
        var refused = program.reportWithMedia(key, Map.of(), List.of("<svg/>".getBytes(UTF_8)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get(0).get("description").asText()).startsWith("media：这是 SVG 图形");
        assertThat(program.reportWithMedia(key, Map.of(), Collections.nCopies(6, PICTURE)).statusCode())
                .isEqualTo(400);
        assertThat(program.reportWithMedia("gl_wrong", Map.of(), List.of(PICTURE)).statusCode()).isEqualTo(403);
        assertThat(program.reportWithMedia(key, Map.of("lat", "x"), List.of(PICTURE)).statusCode()).isEqualTo(400);
        assertThat(program.post("/requests.json", "multipart/form-data; boundary=x", "--y\r\nnothing").statusCode())
                .isBetween(400, 403);
        assertThat(cases()).isEqualTo(before);
    }

    private String address(String number) {
        return seen(number, "").get("media_url").asText();
    }

    private String signed(String key, String photo, long until) {
        var signature = signatures.of(apiKeys.use(key).orElseThrow()).apply("photo %s %d".formatted(photo, until));
        return "https://county.example/api/v1/photos/%d/%s.jpg?until=%d&signature=%s".formatted(keys.id(key), photo,
                until, signature);
    }

    private static String id(String address) {
        return address.replaceFirst(".*/([^/]+)\\.jpg.*", "$1");
    }

    private JsonNode seen(String number, String query) {
        return json(program.get("/requests/%s.json?api_key=%s%s".formatted(number, key, query))).get(0);
    }

    private static String number(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get(0).get("service_request_id").asText();
    }

    private int photos() {
        return jdbc.sql("select count(*) from photo").query(Integer.class).single();
    }

    private int cases() {
        return jdbc.sql("select count(*) from grid_case").query(Integer.class).single();
    }
}
