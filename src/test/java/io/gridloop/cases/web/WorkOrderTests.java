package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CasesTest
class WorkOrderTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void printsTheCaseWithItsWholeHistoryInAnEmbeddedFont() throws IOException {
        long caseId = walk.closed();
        var result = print(caseId, "wangchunsheng");
        assertThat(result).hasStatusOk().hasContentType("application/pdf");
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
        try (var pdf = pdf(result)) {
            assertThat(words(pdf)).contains("网格案件工单", walk.view(caseId).caseNumber(), "小区门口垃圾成堆", "138****5678",
                    "核查通过", "按规则R-0102-C", "结案：已解决", "第1页").doesNotContain("13812345678", "#");
            assertThat(pdf.getPages()).allSatisfy(page -> assertThat(fonts(page)).isNotEmpty()
                    .allMatch(PDFont::isEmbedded));
        }
    }

    @Test
    void printsAHistoryOfManyPagesAndTextThatXmlCannotHold() throws IOException {
        long caseId = walk.closed();
        jdbc.sql("update grid_case set subject = ?, text = ? where id = ?")
                .params("<b>&标题", "喆堃\u0001镕玥\n第二行 13900001111", caseId).update();
        jdbc.sql("""
                insert into case_entry (id, case_id, at, element, actor_name, internal_text)
                select -1000000 - n, ?, now(), 'Test', '系统', '第' || n || '条：' || repeat('网格治理', 60)
                from generate_series(1, 80) n""").param(caseId).update();
        try (var pdf = pdf(print(caseId, "fengguifang"))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
            assertThat(words(pdf)).contains("<b>&标题", "喆堃镕玥", "第二行139****1111", "第1条：", "第80条：")
                    .doesNotContain("13900001111", "#");
        }
    }

    @Test
    void isNotFoundOutOfScope() {
        assertThat(print(walk.closed(), "chenmingliang")).hasStatus(404);
    }

    private MvcTestResult print(long caseId, String login) {
        return mvc.get().uri("/cases/" + walk.view(caseId).caseNumber() + "/work-order.pdf")
                .with(user(login).roles("LEADER")).exchange();
    }

    private static PDDocument pdf(MvcTestResult result) throws IOException {
        return Loader.loadPDF(result.getResponse().getContentAsByteArray());
    }

    /** Without blanks and line ends, which are the layout's. */
    private static String words(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
    }

    private static Iterable<PDFont> fonts(PDPage page) {
        var resources = page.getResources();
        return StreamSupport.stream(resources.getFontNames().spliterator(), false).map(name -> {
            try {
                return resources.getFont(name);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }
}
