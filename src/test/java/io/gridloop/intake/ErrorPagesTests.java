package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.PostgresForTests;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Failures as a browser and as a program see them, over real HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "gridloop.territory.sample=true",
        "gridloop.intake.sample=true",
        "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1",
        "camunda.client.worker.defaults.enabled=false"
})
@Import(PostgresForTests.class)
class ErrorPagesTests {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|submissionKey)\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private ImportBatches batches;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void showsAPageToBrowsersAndAProblemToPrograms() throws Exception {
        HttpResponse<String> page = get("/report/nowhere", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有这个页面", "lang=\"zh-CN\"").doesNotContain("Exception");
        HttpResponse<String> problem = get("/report/nowhere", "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("\"status\":404").doesNotContain("trace");
    }

    @Test
    void turnsAwayAnUploadThatIsTooLargeBeforeItIsRead() throws Exception {
        HttpRequest upload = request("/staff/import", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(new byte[22 * 1024 * 1024]))
                .build();
        HttpResponse<String> answer = browser.send(upload, BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
    }

    @Test
    void takesALargeFileFromSomebodyWhoIsLoggedInAndNowhereElse() throws Exception {
        Matcher login = HIDDEN.matcher(get("/login", "text/html").body());
        assertThat(login.find()).isTrue();
        post("/login", "username=handongsheng&password=gridloop&_csrf=" + URLEncoder.encode(login.group(2), UTF_8));
        Matcher token = HIDDEN.matcher(get("/staff/import", "text/html").body());
        assertThat(token.find()).isTrue();
        String row = ",2026-11-02,大文件里的一行," + "长".repeat(10_000) + "\n";
        StringBuilder rows = new StringBuilder("message_id,received_at,detail,notes\n");
        for (int i = 0; i < 800; i++) {
            rows.append(i).append(row);
        }
        String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(2)
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + rows
                + "\r\n--x--\r\n";
        assertThat(upload("/staff/import", body).headers().firstValue("Location")).hasValueSatisfying(
                address -> assertThat(address).matches(".*/staff/import/\\d+"));
        assertThat(upload("/staff/report/elsewhere", body).statusCode()).isEqualTo(413);
    }

    @Test
    void namesAPhotographThatIsTooLargeAndTurnsAwayWhatNobodyCanSend() throws Exception {
        String page = get("/report", "text/html").body();
        HttpResponse<String> answer = upload("/report", filledParts(page, "x".repeat(16 << 20)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("“大.jpg”：超过了 15 MB", "路灯不亮已经三天");
        HttpResponse<String> more = upload("/report", "x".repeat(91 << 20));
        assertThat(more.statusCode()).isEqualTo(413);
        assertThat(more.body()).contains("照片每张最大 15 MB");
    }

    @Test
    void tellsStaffTooToComeBackLaterWhileTheDatabaseIsAway() throws Exception {
        Matcher login = HIDDEN.matcher(get("/login", "text/html").body());
        assertThat(login.find()).isTrue();
        post("/login", "username=handongsheng&password=gridloop&_csrf=" + URLEncoder.encode(login.group(2), UTF_8));
        allowConnections(false);
        try {
            HttpResponse<String> answer = get("/desk/tasks.json", "application/json");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            allowConnections(true);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(get("/desk/tasks.json", "application/json").statusCode()).isEqualTo(200));
    }

    @Test
    void saysThatNothingWasSavedWhileTheDatabaseIsAway() throws Exception {
        String form = filledForm(get("/report", "text/html").body());
        allowConnections(false);
        try {
            HttpResponse<String> answer = post("/report", form);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("没有保存");
        } finally {
            allowConnections(true);
        }
        // The pool tries again at growing intervals, ten seconds at most.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(post("/report", form).statusCode()).isEqualTo(302));
    }

    @Test
    void importsTheSampleAtTheFirstStart() {
        assertThat(batches.page(0, 10)).anySatisfy(batch -> {
            assertThat(batch.fileName()).isEqualTo("sample-messages.csv");
            assertThat(batch.accepted()).isEqualTo(24);
        });
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return browser.send(request(path, accept).GET().build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return browser.send(
                request(path, "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    private HttpResponse<String> upload(String path, String body) throws IOException, InterruptedException {
        return browser.send(request(path, "text/html").header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept", accept);
    }

    private static String filledParts(String page, String photo) {
        StringBuilder form = new StringBuilder(part("place", "grid") + part("gridCode", "G0101")
                + part("text", "路灯不亮已经三天"));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.append(part(hidden.group(1), hidden.group(2)));
        }
        return form + part("photo\"; filename=\"大.jpg", photo) + "--x--\r\n";
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String filledForm(String page) {
        StringBuilder form = new StringBuilder(
                "place=grid&gridCode=G0101&text=" + URLEncoder.encode("路灯不亮已经三天", UTF_8));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.append('&').append(hidden.group(1)).append('=').append(URLEncoder.encode(hidden.group(2), UTF_8));
        }
        return form.toString();
    }

    /** Shuts this test's own database, as an administrator would, and cuts the connections that are open. */
    private void allowConnections(boolean allowed) throws SQLException {
        String url = database.getJdbcUrl();
        String name = url.replaceAll("^.*/|\\?.*$", "");
        try (Connection server = DriverManager.getConnection(url.replace("/" + name, "/postgres"), "postgres",
                "postgres");
                Statement statement = server.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections " + allowed);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        }
    }
}
