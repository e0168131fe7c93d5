package io.gridloop.process.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Logs in to a running gridloop as a designer would and proposes models. */
final class DoorClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI gridloop;
    private final String login;
    private final String password;
    private final String note;

    DoorClient(URI gridloop, String login, String password, String note) {
        this.gridloop = gridloop;
        this.login = login;
        this.password = password;
        this.note = note;
    }

    /** As {@code GRIDLOOP_URL}, {@code GRIDLOOP_LOGIN}, {@code GRIDLOOP_PASSWORD} and {@code GRIDLOOP_NOTE} have it. */
    static DoorClient fromEnvironment() {
        var set = System.getenv();
        return new DoorClient(URI.create(set.getOrDefault("GRIDLOOP_URL", "http://127.0.0.1:8090")),
                set.getOrDefault("GRIDLOOP_LOGIN", ""), set.getOrDefault("GRIDLOOP_PASSWORD", ""),
                set.getOrDefault("GRIDLOOP_NOTE", ""));
    }

    /** @return what gridloop refuses, in Chinese; empty when the proposal waits for the second person */
    List<String> propose(SortedMap<String, byte[]> files) throws IOException, InterruptedException {
        var form = "username=" + encoded(login) + "&password=" + encoded(password) + "&_csrf="
                + encoded(token("/login"));
        var entered = http.send(request("/login").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
        if (entered.headers().firstValue("Location").filter(to -> !to.contains("/login")).isEmpty()) {
            return List.of("登录没有成功：请检查 GRIDLOOP_LOGIN 和 GRIDLOOP_PASSWORD");
        }
        return answer(http.send(upload(files, token("/models")), BodyHandlers.ofString()));
    }

    private List<String> answer(HttpResponse<String> response) throws IOException {
        var problems = new ArrayList<String>();
        if (response.statusCode() == 200) {
            var page = new ObjectMapper().readTree(response.body()).path("page").asText();
            System.out.println("已提交审批：" + gridloop.resolve(page));
        } else if (response.statusCode() == 422) {
            new ObjectMapper().readTree(response.body()).path("problems").forEach(it -> problems.add(it.asText()));
        } else {
            problems.add("gridloop 没有收下，状态码 " + response.statusCode() + "：请确认这个账号是流程设计员或管理员");
        }
        return problems;
    }

    private HttpRequest upload(SortedMap<String, byte[]> files, String token) throws IOException {
        var boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "name=\"note\"", note.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            part(body, boundary, "name=\"files\"; filename=\"" + file.getKey() + "\"", file.getValue());
        }
        body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request("/models/proposals").header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "application/json").header("X-Gridloop-Command", "propose")
                .header("X-CSRF-TOKEN", token).POST(BodyPublishers.ofByteArray(body.toByteArray())).build();
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content)
            throws IOException {
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    // Each page with a form holds the token that a form must bring back.
    private String token(String page) throws IOException, InterruptedException {
        var found = TOKEN.matcher(http.send(request(page).build(), BodyHandlers.ofString()).body());
        return found.find() ? found.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gridloop.resolve(path));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
