package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.gridloop.photos.TestPictures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@IntakeTest
class ReportPhotosTests {

    private static final Pattern KEPT = Pattern.compile("name=\"keptPhoto\" value=\"([^\"]+)\"");
    private static final Pattern ON_RECEIPT = Pattern.compile("/receipt/[^/]+/photos/([0-9a-f-]{36})\"");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void asksForFilesThatAPhoneConvertsItself() throws Exception {
        web.perform(get("/report")).andExpect(content().string(allOf(
                containsString("enctype=\"multipart/form-data\""),
                containsString("accept=\"image/jpeg,image/png,image/webp\" multiple"),
                containsString("aria-describedby=\"photo-hint photo-problem\""))));
    }

    @Test
    void acceptsAReportWithPhotographsAndShowsThemToWhoHasTheCode() throws Exception {
        byte[] phone = TestPictures.jpegOfAPhone(800, 600, 6, 113.38, 35.1);
        String receipt = accepted(form(Map.of()), photo("a.jpg", phone), photo("b.webp", TestPictures.webp()));
        String page = body(receipt);
        assertThat(page).contains("alt=\"您上报的照片 1，打开大图\"", "alt=\"您上报的照片 2，打开大图\"");
        List<String> ids = ids(ON_RECEIPT, page);
        assertThat(ids).hasSize(2);
        String address = path(receipt) + "/photos/" + ids.get(0);
        for (String each : new String[]{address, address + "/thumbnail"}) {
            byte[] picture = web.perform(get(each))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("image/jpeg"))
                    .andExpect(header().stringValues("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().stringValues("Cache-Control", "max-age=600, private"))
                    .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                    .andReturn().getResponse().getContentAsByteArray();
            assertThat(new String(picture, ISO_8859_1)).startsWith("\u00ff\u00d8\u00ff")
                    .doesNotContain("Exif", "TestPhone");
        }
    }

    @Test
    void opensAPhotographForItsOwnCodeAlone() throws Exception {
        String receipt = accepted(form(Map.of()), photo("a.jpg", TestPictures.jpeg(80, 60)));
        String other = accepted(form(Map.of()), photo("b.jpg", TestPictures.jpeg(90, 60)));
        String id = ids(ON_RECEIPT, body(receipt)).get(0);
        web.perform(get(path(other) + "/photos/" + id)).andExpect(status().isNotFound());
        web.perform(get("/receipt/2222222222222222/photos/" + id)).andExpect(status().isNotFound());
        web.perform(get(path(receipt) + "/photos/" + UUID.randomUUID())).andExpect(status().isNotFound());
        web.perform(get("/photos/" + id)).andExpect(redirectedUrlPattern("**/login"));
        web.perform(get("/photos/" + id + "/thumbnail")).andExpect(redirectedUrlPattern("**/login"));
    }

    @Test
    void showsPhotographsToStaffWhoSeeTheCase() throws Exception {
        String receipt = accepted(form(Map.of()), photo("a.jpg", TestPictures.jpeg(80, 60)));
        String id = ids(ON_RECEIPT, body(receipt)).get(0);
        String number = jdbc
                .sql("select c.case_number from grid_case c join photo p on p.case_id = c.id where p.id = ?")
                .param(UUID.fromString(id)).query(String.class).single();
        web.perform(get("/cases/" + number).with(staff("wangchunsheng", "LEADER"))).andExpect(content().string(allOf(
                containsString("/photos/" + id + "/thumbnail"), containsString("alt=\"上报照片 1，打开大图\""))));
        for (String address : new String[]{"/photos/" + id, "/photos/" + id + "/thumbnail"}) {
            web.perform(get(address).with(staff("wangchunsheng", "LEADER"))).andExpect(status().isOk())
                    .andExpect(content().contentType("image/jpeg"))
                    .andExpect(header().stringValues("Cache-Control", "max-age=600, private"));
            web.perform(get(address).with(staff("caojiayi", "ADMIN"))).andExpect(status().isOk());
            web.perform(get(address).with(staff("chenmingliang", "LEADER"))).andExpect(status().isNotFound());
            web.perform(get(address).with(staff("yuchengfeng", "DESIGNER"))).andExpect(status().isForbidden());
        }
    }

    @Test
    void keepsThePhotographsWhenSomethingElseIsWrong() throws Exception {
        Map<String, String> form = form(Map.of("text", "短"));
        String page = refused(form, "太短了", photo("a.jpg", TestPictures.jpeg(80, 60)),
                photo("b.png", TestPictures.png(80, 60)));
        assertThat(page).contains("src=\"data:image/jpeg;base64,/9j/", "不要照片 2");
        List<String> kept = ids(KEPT, page);
        assertThat(kept).hasSize(2);
        form.put("text", "路口的井盖碎了半边");
        String receipt = String.valueOf(send(form, request -> kept(request, kept, kept.get(1))).getRedirectedUrl());
        assertThat(ids(ON_RECEIPT, body(receipt))).containsExactly(kept.get(0));
    }

    @Test
    void takesThePhotographsAlongWhenItAsksWhetherTheMatterIsTheSame() throws Exception {
        Map<String, String> form = form(Map.of("category", "01-02", "gridCode", "G0302"));
        accepted(form);
        Map<String, String> another = with(form, "submissionKey", UUID.randomUUID().toString());
        MockHttpServletResponse asked = send(another,
                request -> request.file(photo("a.jpg", TestPictures.jpeg(80, 60))));
        String page = asked.getContentAsString(UTF_8);
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(page).contains("附近已有人反映");
        List<String> kept = ids(KEPT, page);
        assertThat(kept).hasSize(1);
        String receipt = String.valueOf(send(with(another, "separate", "true"), request -> kept(request, kept))
                .getRedirectedUrl());
        assertThat(ids(ON_RECEIPT, body(receipt))).isEqualTo(kept);
    }

    @Test
    void fillsThePointOfAPageWithThePlaceOfThePhotograph() throws Exception {
        byte[] phone = TestPictures.jpegOfAPhone(80, 60, 1, 113.381234, 35.104321);
        Map<String, String> form = form(Map.of("place", "point", "longitude", "", "latitude", ""));
        assertThat(refused(form, "经度须是数字", photo("a.jpg", phone))).contains("value=\"113.381234\"",
                "value=\"35.104321\"", "照片里有拍摄位置：经度 113.381234，纬度 35.104321");
        assertThat(refused(with(form, "longitude", "113.4"), "纬度须是数字", photo("a.jpg", phone)))
                .contains("value=\"113.4\"").doesNotContain("value=\"113.381234\"");
        assertThat(refused(form, "经度须是数字", photo("b.jpg", TestPictures.jpeg(80, 60))))
                .doesNotContain("照片里有拍摄位置");
    }

    @Test
    void namesTheBadPhotographAndLosesNothingElse() throws Exception {
        Map<String, String> form = form(Map.of("reporterName", "李四"));
        String page = refused(form, "“井盖.jpg”：文件不完整或者已经损坏",
                photo("路口.jpg", TestPictures.jpeg(80, 60)),
                photo("井盖.jpg", Arrays.copyOf(TestPictures.jpeg(80, 60), 700)));
        assertThat(page).contains("李四", "href=\"#photo\"");
        List<String> kept = ids(KEPT, page);
        assertThat(kept).hasSize(1);
        String receipt = String.valueOf(send(form, request -> kept(request, kept)).getRedirectedUrl());
        assertThat(ids(ON_RECEIPT, body(receipt))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            照片.heic  | image/jpeg    | ....ftypheic....mif1heic | “照片.heic”：这是 HEIC 格式。请在手机的相机设置里把格式改为“兼容性最佳”
            x.jpg     | image/jpeg    | <svg><script>alert(1)</script></svg> | “x.jpg”：这是 SVG 图形或者网页
            x.png     | image/png     | GIF89a.............. | “x.png”：这是 GIF 动图
            空的.jpg   | image/jpeg    | '' | “空的.jpg”：这个文件是空的
            <b>.jpg   | text/html     | hello | “&lt;b&gt;.jpg”：这不是照片
            """)
    void saysWhyAFileIsNoPhotograph(String name, String type, String content, String sentence) throws Exception {
        String page = refused(form(Map.of()), sentence,
                new MockMultipartFile("photo", name, type, content.getBytes(UTF_8)));
        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void takesWhatTheBytesSayWhateverNameAndTypeSay() throws Exception {
        String receipt = accepted(form(Map.of()), new MockMultipartFile("photo", "../../../etc/passwd.html",
                "text/html", TestPictures.png(80, 60)));
        assertThat(ids(ON_RECEIPT, body(receipt))).hasSize(1);
        refused(form(Map.of()), "“passwd”：这不是照片",
                new MockMultipartFile("photo", "..\\..\\etc/passwd", "image/png", "root".getBytes(UTF_8)));
    }

    @Test
    void refusesABombAndAFileOverTheCap() throws Exception {
        refused(form(Map.of()), "“big.png”：像素太多（8000×5000），最多 3600 万像素",
                photo("big.png", TestPictures.pngThatClaims(8_000, 5_000)));
        refused(form(Map.of()), "“fat.jpg”：超过了 15 MB",
                photo("fat.jpg", TestPictures.followedBy(TestPictures.jpeg(80, 60), " ".repeat(15 << 20))));
    }

    @Test
    void takesFiveAndNamesTheSixth() throws Exception {
        MockMultipartFile[] six = new MockMultipartFile[6];
        for (int i = 0; i < six.length; i++) {
            six[i] = photo(i + ".jpg", TestPictures.jpeg(80 + i, 60));
        }
        String page = refused(form(Map.of()), "“5.jpg”：照片最多 5 张，这张没有收下", six);
        assertThat(ids(KEPT, page)).hasSize(5);
        assertThat(page).doesNotContain("“4.jpg”");
    }

    @Test
    void leavesOutAFieldWhereNobodyChoseAFile() throws Exception {
        String receipt = accepted(form(Map.of()),
                new MockMultipartFile("photo", "", "application/octet-stream", new byte[0]));
        assertThat(body(receipt)).doesNotContain("/photos/");
    }

    @Test
    void attachesOnceWhenTheSamePageIsSentTwice() throws Exception {
        Map<String, String> form = form(Map.of());
        Callable<String> click = () -> accepted(form, photo("a.jpg", TestPictures.jpeg(80, 60)),
                photo("b.png", TestPictures.png(80, 60)));
        Set<String> receipts = new HashSet<>();
        try (var browser = Executors.newFixedThreadPool(2)) {
            for (var receipt : browser.invokeAll(List.of(click, click))) {
                receipts.add(receipt.get());
            }
        }
        receipts.add(click.call());
        assertThat(receipts).hasSize(1);
        assertThat(ids(ON_RECEIPT, body(receipts.iterator().next()))).hasSize(2);
    }

    @Test
    void attachesOnceWhenAPageWithKeptPhotographsIsSentTwice() throws Exception {
        Map<String, String> form = form(Map.of());
        List<String> kept = ids(KEPT, refused(with(form, "text", "短"), "太短了",
                photo("a.jpg", TestPictures.jpeg(80, 60))));
        String first = String.valueOf(send(form, request -> kept(request, kept)).getRedirectedUrl());
        assertThat(send(form, request -> kept(request, kept)).getRedirectedUrl()).isEqualTo(first);
        assertThat(ids(ON_RECEIPT, body(first))).isEqualTo(kept);
    }

    @Test
    void givesNoPhotographOfOneCaseToAnother() throws Exception {
        String receipt = accepted(form(Map.of()), photo("a.jpg", TestPictures.jpeg(80, 60)));
        List<String> theirs = ids(ON_RECEIPT, body(receipt));
        Map<String, String> form = form(Map.of());
        MockHttpServletResponse answer = send(form, request -> kept(request, theirs));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("有照片已经用于另一件事")
                .doesNotContain("data:image", "name=\"keptPhoto\"");
        assertThat(jdbc.sql("select count(*) from grid_case where submission_key like ?")
                .param("web:" + form.get("submissionKey") + ":%").query(Integer.class).single()).isZero();
        assertThat(ids(ON_RECEIPT, body(receipt))).isEqualTo(theirs);
    }

    @Test
    void saysThatAKeptPhotographIsGone() throws Exception {
        MockHttpServletResponse answer = send(form(Map.of()),
                request -> kept(request, List.of(UUID.randomUUID().toString(), "../x")));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("有照片放得太久，已经删除，请重新选择");
    }

    @Test
    void takesAnotherReportWhenAPhotographIsAddedOnTheSamePage() throws Exception {
        Map<String, String> form = form(Map.of());
        String first = accepted(form);
        assertThat(accepted(form, photo("a.jpg", TestPictures.jpeg(80, 60)))).isNotEqualTo(first);
    }

    @Test
    void takesPhotographsOnTheStaffPageToo() throws Exception {
        Map<String, String> form = form(Map.of("channel", "PATROL"));
        MockMultipartHttpServletRequestBuilder request = request("/staff/report", form);
        request.file(photo("a.jpg", TestPictures.jpeg(80, 60))).with(staff("wangchunsheng", "LEADER"));
        assertThat(web.perform(request).andReturn().getResponse().getRedirectedUrl())
                .startsWith("/staff/report/sent/");
        assertThat(jdbc.sql("""
                select count(*) from photo p join grid_case c on c.id = p.case_id where c.submission_key like ?""")
                .param("staff:" + form.get("submissionKey") + ":%").query(Integer.class).single()).isEqualTo(1);
    }

    private String accepted(Map<String, String> form, MockMultipartFile... photos) throws Exception {
        MockHttpServletResponse answer = send(form, request -> List.of(photos).forEach(request::file));
        assertThat(answer.getStatus()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private String refused(Map<String, String> form, String sentence, MockMultipartFile... photos) throws Exception {
        MockHttpServletResponse answer = send(form, request -> List.of(photos).forEach(request::file));
        assertThat(answer.getStatus()).isEqualTo(422);
        String page = answer.getContentAsString(UTF_8);
        assertThat(page).contains(sentence);
        return page;
    }

    private MockHttpServletResponse send(
            Map<String, String> form, Consumer<MockMultipartHttpServletRequestBuilder> more)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request = request("/report", form);
        more.accept(request);
        return web.perform(request).andReturn().getResponse();
    }

    private static MockMultipartHttpServletRequestBuilder request(String address, Map<String, String> form) {
        MockMultipartHttpServletRequestBuilder request = multipart(address);
        request.with(csrf());
        form.forEach(request::param);
        return request;
    }

    private static void kept(MockMultipartHttpServletRequestBuilder request, List<String> kept, String... dropped) {
        kept.forEach(id -> request.param("keptPhoto", id));
        List.of(dropped).forEach(id -> request.param("dropPhoto", id));
    }

    private String body(String address) throws Exception {
        return web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(UTF_8);
    }

    private static String path(String receipt) {
        return receipt.replaceAll("\\?.*$", "");
    }

    private static List<String> ids(Pattern pattern, String page) {
        return pattern.matcher(page).results().map((MatchResult it) -> it.group(1)).distinct().toList();
    }

    private static MockMultipartFile photo(String name, byte[] content) {
        return new MockMultipartFile("photo", name, "image/jpeg", content);
    }

    private static UserRequestPostProcessor staff(String login, String role) {
        return user(login).roles(role);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, String> form(Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(Map.of("submissionKey", UUID.randomUUID().toString(), "text",
                "路口的井盖碎了半边，天黑看不见", "place", "grid", "gridCode", "G0101"));
        form.putAll(changes);
        return form;
    }
}
