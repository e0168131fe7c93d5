package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.photos.TestPictures;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

/** Photographs of a phone's queue that come part by part. */
@IntakeTest
class QueuedPartsTests {

    private static final int PART = 100_000;
    private static final String GOOD = """
            {"category": "01-02", "place": "grid", "gridCode": "G0303", "text": "路口的井盖碎了半边", "photos": 1}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper mapper;

    @Autowired
    PartRows rows;

    @Autowired
    QueuedPhotos photos;

    @Autowired
    TransactionOperations transaction;

    private final String key = UUID.randomUUID().toString();
    private final byte[] file = TestPictures.followedBy(TestPictures.jpeg(80, 60), key.repeat(7_000));
    private final String address = address(1, file);

    @Test
    void goesOnWhereItBrokeOff() throws IOException {
        assertThat(progress(address)).containsExactly("0", "?0");
        var first = part(0, PART);
        assertThat(first).hasStatusOk();
        assertThat(first.getResponse().getHeader("Upload-Offset")).isEqualTo("100000");
        assertThat(json(first).get("complete").asBoolean()).isFalse();
        assertThat(progress(address)).containsExactly("100000", "?0");
        part(PART, 2 * PART);
        var last = part(2 * PART, file.length);
        assertThat(last).hasStatusOk();
        assertThat(json(last).get("complete").asBoolean()).isTrue();
        assertThat(progress(address)).endsWith("?1");
        assertThat(parts()).as("parts that are left").isZero();
        assertThat(mvc.post().uri("/report/queued/" + key).contentType(MediaType.APPLICATION_JSON).content(GOOD))
                .hasStatus(201);
    }

    @Test
    void saysWhereToGoOnWhenAPartBeginsElsewhere() throws IOException {
        part(0, PART);
        for (int start : new int[]{0, PART - 1, 2 * PART}) {
            var refused = part(start, Math.min(start + PART, file.length));
            assertThat(refused).hasStatus(409);
            assertThat(refused.getResponse().getHeader("Upload-Offset")).isEqualTo("100000");
            assertThat(json(refused).at("/errors/0/reason").asText()).contains("100000");
        }
        assertThat(progress(address)).containsExactly("100000", "?0");
    }

    @Test
    void theSamePartSentTenTimesAtOnceIsKeptOnce() throws Exception {
        Callable<Integer> send = () -> part(0, PART).getResponse().getStatus();
        try (var threads = Executors.newFixedThreadPool(10)) {
            var answers = threads.invokeAll(Stream.generate(() -> send).limit(10).toList()).stream()
                    .map(it -> it.resultNow()).toList();
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        assertThat(parts()).isEqualTo(1);
    }

    @Test
    void takesInWhatHadComeWholeWhenThatBrokeOff() throws IOException {
        jdbc.sql("""
                insert into queued_part (key, number, digest, start, length, content, received_at)
                values (?::uuid, 1, ?, 0, ?, ?, now())""").params(key, digest(file), file.length, file).update();
        assertThat(progress(address)).containsExactly(String.valueOf(file.length), "?0");
        assertThat(json(part(file.length, file.length)).get("complete").asBoolean()).isTrue();
    }

    @Test
    void thePhotographAgainChangesNothingAndAnotherIsRefused() throws IOException {
        part(0, PART);
        part(PART, file.length);
        assertThat(json(part(0, PART)).get("complete").asBoolean()).isTrue();
        byte[] other = TestPictures.jpeg(90, 60);
        assertThat(send(address(1, other), other, "0", String.valueOf(other.length), "?1")).hasStatus(422);
        assertThat(parts()).isZero();
    }

    @Test
    void aPhotographOutOfTurnHasToWait() throws IOException {
        var refused = send(address(2, file), Arrays.copyOf(file, PART), "0", String.valueOf(file.length), "?0");
        assertThat(refused).hasStatus(409);
        assertThat(refused.getResponse().getHeader("Upload-Offset")).isNull();
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("photo-1");
        assertThat(mvc.head().uri(address(2, file))).hasStatus(409);
    }

    @Test
    void aFileThatIsNotWhatItsDigestSaysIsForgotten() throws IOException {
        byte[] broken = file.clone();
        broken[500]++;
        send(address, Arrays.copyOf(broken, PART), "0", String.valueOf(file.length), "?0");
        var refused = part(PART, file.length);
        assertThat(refused).hasStatus(400);
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("digest");
        assertThat(progress(address)).containsExactly("0", "?0");
    }

    @Test
    void goesThroughTheSameGateAsAWholeFile() throws IOException {
        byte[] svg = ("<svg>" + "x".repeat(PART)).getBytes(UTF_8);
        send(address(1, svg), Arrays.copyOf(svg, 70_000), "0", String.valueOf(svg.length), "?0");
        var refused = send(address(1, svg), Arrays.copyOfRange(svg, 70_000, svg.length), "70000",
                String.valueOf(svg.length), "?1");
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).at("/errors/0/reason").asText()).startsWith("照片 1：这是 SVG 图形");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            none,     250000,   ?0, 100000,  400, Upload-Offset
            -1,       250000,   ?0, 100000,  400, Upload-Offset
            1e3,      250000,   ?0, 100000,  400, Upload-Offset
            9999999999, 250000, ?0, 100000,  400, Upload-Offset
            0,        none,     ?0, 100000,  400, Upload-Length
            0,        x,        ?0, 100000,  400, Upload-Length
            0,        15728641, ?0, 100000,  413, Upload-Length
            0,        99999,    ?1, 100000,  400, Upload-Length
            200000,   250000,   ?1, 100000,  400, Upload-Length
            0,        250000,   none, 100000, 400, Upload-Complete
            0,        250000,   ?1, 100000,  400, Upload-Complete
            0,        100000,   ?0, 100000,  400, Upload-Complete
            0,        250000,   1,  100000,  400, Upload-Complete
            0,        250000,   ?0, 65535,   400, Content-Length
            0,        3000000,  ?0, 1048577, 413, Content-Length
            """)
    void namesWhatIsWrongWithAPart(@Nullable String offset, @Nullable String length, @Nullable String complete,
            int size, int status, String field) throws IOException {
        var refused = send(address, new byte[size], offset, length, complete);
        assertThat(refused).hasStatus(status);
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(parts()).isZero();
    }

    @Test
    void theLengthOfAFileDoesNotChangeOnTheWay() throws IOException {
        part(0, PART);
        var refused = send(address, new byte[PART], "100000", String.valueOf(file.length + 1), "?0");
        assertThat(refused).hasStatus(400);
        assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("Upload-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11111111-1111-1111-1111-11111111111G/photos/1/", "KEY/photos/6/", "KEY/photos/0/",
            "KEY/photos/1/x"})
    void refusesAnAddressThatIsNone(String wrong) {
        var uri = URI.create("/report/queued/" + wrong.replace("KEY", key) + digest(file));
        assertThat(mvc.head().uri(uri)).hasStatus(400);
        assertThat(mvc.patch().uri(uri).contentType("application/partial-upload").content(file)
                .header("Upload-Offset", "0").header("Upload-Length", String.valueOf(file.length))
                .header("Upload-Complete", "?1")).hasStatus(400);
    }

    @Test
    void takesNoOtherType() {
        assertThat(mvc.patch().uri(address).contentType(MediaType.IMAGE_JPEG).content(file)).hasStatus(415);
    }

    @Test
    void forgetsWhatNobodyGoesOnWith() {
        part(0, PART);
        rows.forgetOld();
        assertThat(parts()).isEqualTo(1);
        jdbc.sql("update queued_part set received_at = now() - interval '25 hours' where key = ?::uuid").param(key)
                .update();
        rows.forgetOld();
        assertThat(parts()).isZero();
    }

    @Test
    void anotherPhotographHasToWaitWhenTooMuchIsUnfinished() {
        part(0, PART);
        var full = new QueuedParts(rows, photos, new IntakeProperties(false, Duration.ofDays(1), DataSize.ofBytes(1)),
                transaction);
        var other = PartialPhoto.of(UUID.randomUUID().toString(), "1", digest(file));
        assertThatThrownBy(() -> full.take(other, new PhotoPart(0, file.length, new byte[PART])))
                .isInstanceOf(ApiProblem.class).hasMessageContaining("503");
    }

    private MvcTestResult part(int from, int to) {
        return send(address, Arrays.copyOfRange(file, from, to), String.valueOf(from), String.valueOf(file.length),
                to == file.length ? "?1" : "?0");
    }

    private MvcTestResult send(String address, byte[] content, @Nullable String offset, @Nullable String length,
            @Nullable String complete) {
        var request = mvc.patch().uri(address).contentType("application/partial-upload").content(content);
        if (offset != null) {
            request.header("Upload-Offset", offset);
        }
        if (length != null) {
            request.header("Upload-Length", length);
        }
        if (complete != null) {
            request.header("Upload-Complete", complete);
        }
        return request.exchange();
    }

    private String[] progress(String address) {
        var answer = mvc.head().uri(address).exchange();
        assertThat(answer).hasStatus(204);
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        return new String[]{answer.getResponse().getHeader("Upload-Offset"),
                answer.getResponse().getHeader("Upload-Complete")};
    }

    private String address(int number, byte[] file) {
        return "/report/queued/%s/photos/%d/%s".formatted(key, number, digest(file));
    }

    private static String digest(byte[] file) {
        return SubmissionKey.sha256(file);
    }

    private int parts() {
        return jdbc.sql("select count(*) from queued_part where key = ?::uuid").param(key).query(Integer.class)
                .single();
    }

    private JsonNode json(MvcTestResult result) throws IOException {
        return mapper.readTree(result.getResponse().getContentAsByteArray());
    }
}
