package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.gridloop.photos.TestPictures;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

@IntakeTest
@WithMockUser(username = "lilijuan", roles = "FULL_TIME")
class OnTheSpotTests {

    private static final String ADDRESS = "/desk/on-the-spot";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void filesAPatrolReportWithNothingButItsCategoryChosen() throws Exception {
        assertThat(page()).contains("name=\"gridCode\" value=\"G0101\"", "已当场清理干净", "当场办结");
        var form = form(Map.of());
        assertThat(send(form).getRedirectedUrl()).isEqualTo(ADDRESS);
        assertThat(send(form).getRedirectedUrl()).as("sent twice").isEqualTo(ADDRESS);
        assertThat(row(form)).containsEntry("channel", "PATROL").containsEntry("reported_by", "lilijuan")
                .containsEntry("category", "01-02").containsEntry("grid_code", "G0101")
                .containsEntry("on_spot_result", "已当场清理干净")
                .containsEntry("text", "巡查发现：市容环境 · 暴露垃圾");
    }

    @Test
    void takesTheirOwnWordsAndAPhotograph() throws Exception {
        var form = form(Map.of("ownResult", "已联系物业，半小时内运走", "note", "三号楼东侧"));
        var request = multipart(ADDRESS);
        form.forEach(request::param);
        request.file(new MockMultipartFile("photo", "a.jpg", "image/jpeg", TestPictures.jpeg(80, 60)));
        assertThat(web.perform(request.with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(302);
        assertThat(row(form)).containsEntry("on_spot_result", "已联系物业，半小时内运走")
                .containsEntry("text", "巡查发现：市容环境 · 暴露垃圾。三号楼东侧");
        assertThat(jdbc.sql("select count(*) from photo p join grid_case c on c.id = p.case_id where c.id = ?")
                .param(row(form).get("id")).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void offersFirstWhatTheyReportMost() throws Exception {
        for (int i = 0; i < 3; i++) {
            send(form(Map.of("category", "01-04")));
        }
        send(form(Map.of("category", "01-03")));
        var page = page();
        assertThat(page).contains("id=\"usual-01-04\"", "id=\"usual-01-03\"", "id=\"usual-01-01\"",
                "id=\"other-02-01\"");
        assertThat(page.indexOf("usual-01-04")).isLessThan(page.indexOf("usual-01-03"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            category  | ''                | 请选择类别
            category  | 99-99             | 没有这个类别
            gridCode  | G0201             | 请选择您的网格
            gridCode  | ''                | 请选择您的网格
            result    | 随便写的           | 请选择办理结果
            result    | ''                | 请选择办理结果
            ownResult | 好                | “办理结果”太短了
            longitude | abc               | 经度须是数字
            longitude | 0                 | 纬度须是数字
            submissionKey | x             | 页面已过期
            """)
    void saysWhatIsWrongAndFilesNothing(String field, String value, String sentence) throws Exception {
        var form = form(Map.of());
        form.put(field, value);
        var answer = send(form);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains(sentence);
        assertThat(count(form)).isZero();
    }

    @Test
    void dropsAPositionOutsideTheCountyAndKeepsTheRest() throws Exception {
        var answer = send(form(Map.of("longitude", "116.4", "latitude", "39.9", "note", "东门")));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("不在本县范围内", "东门").doesNotContain("116.4");
    }

    @Test
    @WithMockUser(username = "wangchunsheng", roles = "LEADER")
    void isForFullTimeWorkers() throws Exception {
        assertThat(web.perform(get(ADDRESS)).andReturn().getResponse().getStatus()).isEqualTo(403);
        assertThat(send(form(Map.of())).getStatus()).isEqualTo(403);
    }

    private String page() throws Exception {
        return web.perform(get(ADDRESS)).andReturn().getResponse().getContentAsString(UTF_8);
    }

    private MockHttpServletResponse send(Map<String, String> form) throws Exception {
        var request = multipart(ADDRESS);
        form.forEach(request::param);
        return web.perform(request.with(csrf())).andReturn().getResponse();
    }

    private Map<String, Object> row(Map<String, String> form) {
        return jdbc.sql("select * from grid_case where submission_key like ?")
                .param("staff:" + form.get("submissionKey") + ":%").query().singleRow();
    }

    private int count(Map<String, String> form) {
        return jdbc.sql("select count(*) from grid_case where submission_key like ?")
                .param("staff:" + form.get("submissionKey") + ":%").query(Integer.class).single();
    }

    private static Map<String, String> form(Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(Map.of("submissionKey", UUID.randomUUID().toString(), "category",
                "01-02", "gridCode", "G0101", "result", "已当场清理干净"));
        form.putAll(changes);
        return form;
    }
}
