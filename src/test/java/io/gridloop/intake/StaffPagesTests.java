package io.gridloop.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntakeTest
@WithMockUser(username = "wangchunsheng", roles = {"LEADER", "INTAKE"})
class StaffPagesTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void reportsOnBehalfOfSomebodyAndHandsOutTheReceipt() throws Exception {
        web.perform(get("/staff/report"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("热线电话")));
        String key = UUID.randomUUID().toString();
        String url = String
                .valueOf(send(key, Map.of("reporterName", "张三", "contact", "0391-7212345")).getRedirectedUrl());
        assertThat(url).startsWith("/staff/report/sent/");
        assertThat(send(key, Map.of("reporterName", "张三", "contact", "0391-7212345")).getRedirectedUrl())
                .isEqualTo(url);
        web.perform(get(url))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("/cases/"), containsString("回执码"))));
        assertThat(row(key)).containsEntry("reported_by", "wangchunsheng").containsEntry("channel", "HOTLINE");
    }

    @Test
    void recordsAResultOnlyWhenHandledOnTheSpot() throws Exception {
        String handled = UUID.randomUUID().toString();
        send(handled, Map.of("onSpot", "true", "onSpotResult", "已经当场清理干净"));
        assertThat(row(handled)).containsEntry("on_spot_result", "已经当场清理干净");
        String open = UUID.randomUUID().toString();
        send(open, Map.of("onSpotResult", "没有勾选"));
        assertThat(row(open)).containsEntry("on_spot_result", null);
    }

    @Test
    void asksForSourceAndResult() throws Exception {
        MockHttpServletResponse answer = send(UUID.randomUUID().toString(),
                Map.of("channel", "IMPORT", "onSpot", "true"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains("请选择来源", "onSpotResult-problem");
    }

    @Test
    void importsAFileAndOffersTheBadRowsForDownload() throws Exception {
        String url = String.valueOf(upload("""
                message_id,received_at,subject,detail
                1,2026-11-02,路灯,路灯不亮
                2,2026-02-30,=1+1,<b>时间不对</b>
                """.getBytes(UTF_8)).getRedirectedUrl());
        await().pollInSameThread().until(() -> body(url + "/progress").contains("\"open\":false"));
        web.perform(get(url)).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("导入结果"), containsString("时间无法识别"), containsString("bad-rows.csv"))));
        web.perform(get(url + "/bad-rows.csv"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().string(allOf(
                        containsString("\uFEFF错误行号"), containsString("'=1+1"), containsString("3,受理时间"))));
        web.perform(get("/staff/import")).andExpect(content().string(containsString("messages.csv")));
    }

    @Test
    void saysWhyAFileIsRefused() throws Exception {
        assertThat(upload("id,text\n1,2\n".getBytes(UTF_8)).getContentAsString(UTF_8)).contains("表头缺少");
        assertThat(upload("编号,内容".getBytes(UTF_16LE)).getContentAsString(UTF_8)).contains("文件编码无法识别");
        assertThat(upload(new byte[0]).getContentAsString(UTF_8)).contains("请先选择一个 CSV 或 Excel 文件");
        assertThat(upload(new byte[0]).getStatus()).isEqualTo(422);
    }

    @Test
    void offersTheBadRowsAsAWorkbookOfPlainText() throws Exception {
        String url = String.valueOf(
                upload("message_id,received_at,detail\n1,x,=1+1\n".getBytes(UTF_8)).getRedirectedUrl());
        await().pollInSameThread().until(() -> body(url + "/progress").contains("\"open\":false"));
        byte[] file = web.perform(get(url + "/bad-rows.xlsx")).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray();
        try (Lines lines = MessageFile.open(new ByteArrayResource(file))) {
            assertThat(lines.next().values())
                    .containsExactly("错误行号", "错误项", "错误原因", "message_id", "received_at", "detail");
            assertThat(lines.next().values()).startsWith("2", "受理时间").endsWith("1", "x", "=1+1");
        }
    }

    @Test
    void showsProgressAndStopsAnImportThatIsCancelled() throws Exception {
        StringBuilder rows = new StringBuilder("message_id,received_at,detail\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(i).append(",2026-11-02,取消测试第").append(i).append("件\n");
        }
        String url = String.valueOf(upload(rows.toString().getBytes(UTF_8), "取消").getRedirectedUrl());
        assertThat(body(url)).contains("正在导入", "取消导入", "刷新", "data-progress");
        assertThat(body(url + "/progress")).contains("\"open\":true", "\"total\":20000");
        await().pollInSameThread().until(() -> !body(url + "/progress").contains("\"accepted\":0,"));
        web.perform(post(url + "/cancel").with(csrf())).andExpect(status().is3xxRedirection());
        await().pollInSameThread().until(() -> body(url + "/progress").contains("\"open\":false"));
        assertThat(body(url)).contains("wangchunsheng 取消了这次导入", "行没有读");
        int accepted = jdbc.sql("select accepted from import_batch where source = '取消'").query(Integer.class).single();
        assertThat(accepted).isBetween(1, 19_999);
        assertThat(jdbc.sql("select count(*) from grid_case where submission_key like 'import:取消:%'")
                .query(Integer.class).single()).isEqualTo(accepted);
        assertThat(jdbc.sql("select count(*) from import_chunk").query(Integer.class).single()).isZero();
    }

    @Test
    void knowsNoImportThatNeverWas() throws Exception {
        web.perform(get("/staff/import/999999")).andExpect(status().isNotFound());
    }

    private String body(String url) throws Exception {
        return web.perform(get(url)).andReturn().getResponse().getContentAsString(UTF_8);
    }

    private MockHttpServletResponse upload(byte[] content) throws Exception {
        return upload(content, "测试");
    }

    private MockHttpServletResponse upload(byte[] content, String source) throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "messages.csv", "text/csv", content);
        return web.perform(multipart("/staff/import").file(file).param("source", source).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String key, Map<String, String> more) throws Exception {
        MockHttpServletRequestBuilder request = post("/staff/report").with(csrf()).param("submissionKey", key)
                .param("text", "居民来电反映路灯不亮").param("place", "grid").param("gridCode", "G0101");
        more.forEach(request::param);
        if (!more.containsKey("channel")) {
            request.param("channel", "HOTLINE");
        }
        return web.perform(request).andReturn().getResponse();
    }

    private Map<String, Object> row(String key) {
        return jdbc.sql("select * from grid_case where submission_key like ?")
                .param("staff:" + key + ":%")
                .query()
                .singleRow();
    }
}
