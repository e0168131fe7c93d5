package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@IntakeTest
class ResidentReportTests {

    private static final String TEXT = "路口的井盖碎了半边，天黑看不见";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void offersCategoriesGridsAndTheEmergencyNumbers() throws Exception {
        web.perform(get("/report"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("私搭乱建"), containsString("青禾社区"), containsString("tel:119"),
                        containsString("name=\"submissionKey\""), not(containsString("style=")))));
        web.perform(get("/")).andExpect(status().isOk()).andExpect(content().string(containsString("我要上报")));
    }

    @Test
    void choosesTheGridOfTheSignThatWasScanned() throws Exception {
        web.perform(get("/g/G0101")).andExpect(redirectedUrl("/report?grid=G0101"));
        web.perform(get("/g/{code}", "a&place=b")).andExpect(redirectedUrl("/report?grid=a%26place%3Db"));
        for (String code : new String[]{"G0101", " g0101 "}) {
            web.perform(get("/report").param("grid", code))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString("您在 青禾社区 第一网格"),
                            containsString("value=\"G0101\" selected"), containsString("href=\"#place-grid\""))));
        }
    }

    @Test
    void saysThatASignNamesNoGridAndShowsTheOrdinaryForm() throws Exception {
        for (String code : new String[]{"G9999", "<script>", "\0"}) {
            web.perform(get("/report").param("grid", code))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(allOf(containsString("没有找到二维码上的网格"),
                            containsString("name=\"submissionKey\""), not(containsString("您在")),
                            not(containsString("<script>")))));
        }
    }

    @Test
    void makesACaseAndLeadsToItsReceipt() throws Exception {
        MockHttpServletResponse sent = send(
                form(Map.of("category", "05-01", "reporterName", "张三", "contact", "13800000000")));
        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(sent.getRedirectedUrl()).startsWith("/receipt/").endsWith("?new");
        web.perform(get(String.valueOf(sent.getRedirectedUrl())))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("已经收到"), containsString("路口的井盖"),
                        not(containsString("张三")), not(containsString("13800000000")))));
    }

    @Test
    void asksWhetherSomebodyIsInDangerAndNamesEachLineWithoutScript() throws Exception {
        web.perform(get("/report")).andExpect(content().string(allOf(containsString("现在有人正处在危险中吗"),
                containsString("本系统不会替您报警或呼救"), containsString("id=\"call-110\""),
                containsString("马上拨打 119"), containsString("tel:120"), containsString("马上拨打 122"))));
    }

    @Test
    void recordsAnEmergencyAndShowsItsNumberFirst() throws Exception {
        String url = send(form(Map.of("emergencyLine", "119"))).getRedirectedUrl();
        assertThat(column(url, "emergency_line")).isEqualTo("119");
        web.perform(get(String.valueOf(url))).andExpect(content().string(allOf(containsString("您反映的是火情"),
                containsString("tel:119"))));
        assertThat(send(form(Map.of("emergencyLine", "911"))).getStatus()).isEqualTo(422);
    }

    @Test
    void takesAReportWithoutCategoryAndWithAPlaceInWords() throws Exception {
        String url = send(form(Map.of("place", "address", "address", "菜市场东门"))).getRedirectedUrl();
        assertThat(column(url, "category")).isNull();
        assertThat(column(url, "grid_code")).isNull();
        assertThat(column(url, "address")).isEqualTo("菜市场东门");
    }

    @Test
    void givesAPointInTheCountyButInNoGridToTheCounty() throws Exception {
        String url = send(form(Map.of("place", "point", "longitude", "113.45", "latitude", "35.12")))
                .getRedirectedUrl();
        assertThat(column(url, "grid_code")).isNull();
        assertThat(column(url, "longitude")).isEqualTo(113.45);
    }

    @Test
    void findsTheGridOfAPoint() throws Exception {
        String url = send(form(Map.of("place", "point", "longitude", "113.38", "latitude", "35.1"))).getRedirectedUrl();
        assertThat(String.valueOf(column(url, "grid_code"))).startsWith("G0");
    }

    @Test
    void keepsAPointOfAChineseMapAsWgs84() throws Exception {
        LonLat map = Gcj02.ofWgs84(new LonLat(113.38, 35.1));
        Map<String, String> point = Map.of("place", "point", "longitude", "%.9f".formatted(map.longitude()), "latitude",
                "%.9f".formatted(map.latitude()), "datum", "gcj02");
        String url = send(form(point)).getRedirectedUrl();
        assertThat((Double) column(url, "longitude")).isEqualTo(113.38, within(1e-8));
        assertThat((Double) column(url, "latitude")).isEqualTo(35.1, within(1e-8));
        refused(form(Map.of("place", "point", "longitude", "113.38", "latitude", "x", "datum", "gcj02")), "纬度须是数字")
                .andExpect(content().string(containsString("value=\"gcj02\" aria-describedby=\"datum-hint\" checked")));
        refused(form(Map.of("place", "point", "longitude", "113.38", "latitude", "35.1", "datum", "bd09")),
                "请选择经纬度是从哪里来的");
    }

    @ParameterizedTest
    @CsvSource({
            "category, 99-99, 没有这个类别",
            "text, 短, 太短了",
            "text, '', 请填写“发生了什么”",
            "gridCode, G9999, 没有这个网格",
            "gridCode, '', 请选择网格",
            "place, '', 请选择一种说明地点的方式",
            "place, elsewhere, 请选择一种说明地点的方式",
            "place, address, 请填写“地点说明”",
            "contact, 12345, 请填 11 位手机号",
            "submissionKey, import:a:1, 页面已过期"
    })
    void saysWhatIsWrongAndKeepsWhatWasTyped(String field, String value, String sentence) throws Exception {
        refused(form(Map.of("reporterName", "李四", field, value)), sentence)
                .andExpect(content().string(allOf(containsString("李四"), containsString("role=\"alert\""))));
    }

    @ParameterizedTest
    @CsvSource({
            "NaN, 35.1, 经度须是数字",
            "Infinity, 35.1, 经度须是数字",
            "113.4, -Infinity, 纬度须是数字",
            "113.4, '', 纬度须是数字",
            "121.47, 31.23, 不在本县范围内",
            "999, 35.1, 不在本县范围内"
    })
    void refusesCoordinatesThatCannotBe(String longitude, String latitude, String sentence) throws Exception {
        refused(form(Map.of("place", "point", "longitude", longitude, "latitude", latitude)), sentence);
    }

    @Test
    void refusesATextThatIsTooLong() throws Exception {
        refused(form(Map.of("text", "长".repeat(10_000))), "10000");
    }

    @Test
    void countsALineBreakAsOneCharacter() throws Exception {
        assertThat(send(form(Map.of("text", "行\r\n".repeat(999) + "完了"))).getStatus()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"0000", "202E", "2066", "0007", "200F"})
    void refusesCharactersThatNobodySees(String code) throws Exception {
        String hidden = Character.toString(Integer.parseInt(code, 16));
        refused(form(Map.of("text", "井盖" + hidden + "碎了半边")), "U+" + code);
        refused(form(Map.of("place", "address", "address", "东门" + hidden + "外")), "U+" + code);
        refused(form(Map.of("reporterName", "张" + hidden + "三")), "U+" + code);
    }

    @Test
    void showsHtmlAndFormulasAsPlainText() throws Exception {
        String nasty = "=cmd|'/c calc'!A0 <script>alert(1)</script><img src=x onerror=y> ${7*7} [[${7*7}]]";
        String url = String.valueOf(send(form(Map.of("text", nasty))).getRedirectedUrl());
        web.perform(get(url)).andExpect(content().string(allOf(
                containsString("&lt;script&gt;"), containsString("${7*7}"),
                not(containsString("<script>alert")), not(containsString("<img src=x")))));
        refused(form(Map.of("text", nasty, "category", "99-99", "reporterName", "\"><b>x")), "&lt;script&gt;")
                .andExpect(
                        content().string(allOf(not(containsString("<script>alert")), not(containsString("\"><b>x")))));
    }

    @Test
    void givesTheSameReceiptForADoubleClick() throws Exception {
        Map<String, String> form = form(Map.of());
        assertThat(send(form).getRedirectedUrl()).isEqualTo(send(form).getRedirectedUrl());
    }

    @Test
    void givesTheSameReceiptWhenBothClicksArriveAtOnce() throws Exception {
        Map<String, String> form = form(Map.of());
        Callable<String> click = () -> String.valueOf(send(form).getRedirectedUrl());
        Set<String> receipts = new HashSet<>();
        try (var browser = Executors.newFixedThreadPool(2)) {
            for (var receipt : browser.invokeAll(List.of(click, click))) {
                receipts.add(receipt.get());
            }
        }
        assertThat(receipts).hasSize(1);
        assertThat(jdbc.sql("select count(*) from grid_case where submission_key like ?")
                .param("web:" + form.get("submissionKey") + ":%")
                .query(Long.class)
                .single())
                .isEqualTo(1);
    }

    /** Whoever gets no connection in time is asked to come back, and then loses nothing. */
    @Test
    void takesEachReportOfFiveHundredTabsThatPostAtOnceOnce() throws Exception {
        String text = "五百人同时上报 " + UUID.randomUUID();
        var forms = Stream.generate(() -> form(Map.of("text", text))).limit(500).toList();
        var answers = atOnce(tab -> request(forms.get(tab)).with(from("198.51.%d.%d", tab)));
        var late = IntStream.range(0, 500).filter(tab -> answers.get(tab).getStatus() != 302).boxed().toList();
        assertThat(cases(text)).isPositive().isEqualTo(500 - late.size());
        for (int tab : late) {
            assertThat(answers.get(tab).getStatus()).isEqualTo(503);
            assertThat(answers.get(tab).getHeader("Retry-After")).isNotNull();
            web.perform(request(forms.get(tab)).with(from("198.51.%d.%d", tab))).andExpect(status().isFound());
        }
        assertThat(cases(text)).isEqualTo(500);
    }

    @Test
    void takesAsManyOfOneAddressAsItMaySendAndTellsTheOthersWhenToComeBack() throws Exception {
        String text = "一个地址同时上报 " + UUID.randomUUID();
        var answers = atOnce(tab -> request(form(Map.of("text", text))).with(from("203.0.113.77", tab)));
        var taken = answers.stream().filter(it -> it.getStatus() == 302).count();
        assertThat(taken).isBetween(1L, 499L).isEqualTo(cases(text));
        assertThat(answers.stream().filter(it -> it.getStatus() != 302)).allSatisfy(it -> {
            assertThat(it.getStatus()).isIn(429, 503);
            assertThat(it.getHeader("Retry-After")).isNotNull();
        });
    }

    @Test
    void takesAnotherReportThatWasWrittenOnTheSamePage() throws Exception {
        Map<String, String> form = form(Map.of());
        Map<String, String> other = form(Map.of("submissionKey", String.valueOf(form.get("submissionKey")), "text",
                "退回来又写了另一件事"));
        assertThat(send(form).getRedirectedUrl()).isNotEqualTo(send(other).getRedirectedUrl());
    }

    @Test
    void refusesASubmissionWithoutTheTokenOfItsPage() throws Exception {
        web.perform(post("/report").param("text", TEXT)).andExpect(status().isForbidden());
    }

    private ResultActions refused(Map<String, String> form, String sentence) throws Exception {
        return web.perform(request(form))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
    }

    private MockHttpServletResponse send(Map<String, String> form) throws Exception {
        return web.perform(request(form)).andReturn().getResponse();
    }

    /** The answers to what five hundred tabs post at the same moment. */
    private List<MockHttpServletResponse> atOnce(IntFunction<MockHttpServletRequestBuilder> tabs) throws Exception {
        var start = new CyclicBarrier(500);
        try (var browsers = Executors.newFixedThreadPool(500)) {
            var answers = browsers.invokeAll(IntStream.range(0, 500).<Callable<MockHttpServletResponse>>mapToObj(
                    tab -> () -> {
                        start.await();
                        return web.perform(tabs.apply(tab)).andReturn().getResponse();
                    }).toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private static RequestPostProcessor from(String address, int tab) {
        return request -> {
            request.setRemoteAddr(address.formatted(tab / 250, tab % 250));
            return request;
        };
    }

    private long cases(String text) {
        return jdbc.sql("select count(*) from grid_case where text = ?").param(text).query(Long.class).single();
    }

    private static MockHttpServletRequestBuilder request(Map<String, String> form) {
        MockHttpServletRequestBuilder request = post("/report").with(csrf());
        form.forEach(request::param);
        return request;
    }

    private static Map<String, String> form(Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "submissionKey", UUID.randomUUID().toString(), "text", TEXT, "place", "grid", "gridCode", "G0101"));
        form.putAll(changes);
        return form;
    }

    private Object column(String url, String name) {
        String code = ReceiptCode.plain(url.replaceAll("^/receipt/|\\?new$", ""));
        return jdbc.sql("select * from grid_case where replace(receipt_code, '-', '') = ?")
                .param(code)
                .query()
                .singleRow()
                .get(name);
    }
}
