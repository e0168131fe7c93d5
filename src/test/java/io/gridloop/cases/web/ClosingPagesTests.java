package io.gridloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the page and the list of cases show of how cases end and belong together. */
@CasesTest
class ClosingPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Test
    void splitsACaseAndLinksBothWays() {
        var number = walk.view(walk.beingHandled()).caseNumber();
        assertThat(page(number)).bodyText().contains("拆分案件");
        assertThat(split(number, "修好路灯，太暗", "")).hasStatus(422).bodyText().contains("请选择第2件的类别", "修好路灯，太暗");
        assertThat(split(number, "修好路灯，太暗", "01-02")).hasStatus3xxRedirection();
        assertThat(page(number)).bodyText().contains("拆分出的案件（2 件）", "修好路灯，太暗").doesNotContain("拆分案件");
        var part = walk.viewOf(number).links().children().getFirst().caseNumber();
        assertThat(page(part)).bodyText().contains("拆分自", number);
        assertThat(mvc.get().uri("/cases/" + number + "/work-order.pdf").with(leader())).hasStatusOk();
    }

    @Test
    void listsWhatWasMergedIntoACase() {
        long original = walk.beingHandled();
        var duplicate = walk.view(walk.mergedInto(original)).caseNumber();
        assertThat(page(walk.view(original).caseNumber())).bodyText().contains("合并的诉求（1 件）", duplicate);
        assertThat(page(duplicate)).bodyText().contains("合并到", walk.view(original).caseNumber());
    }

    @Test
    void filtersByTheWayACaseEnded() {
        long explained = walk.registered(CaseWalk.aReport());
        walk.explained(explained);
        var solved = walk.view(walk.closed()).caseNumber();
        assertThat(mvc.get().uri("/cases").param("resolution", "EXPLAINED").param("each", "true").with(leader()))
                .hasStatusOk().bodyText().contains(walk.view(explained).caseNumber(), "（解释说明）").doesNotContain(solved);
    }

    private MvcTestResult page(String number) {
        return mvc.get().uri("/cases/" + number).with(leader()).exchange();
    }

    private MvcTestResult split(String number, String text, String category) {
        return mvc.post().uri("/cases/" + number + "/split").with(leader()).with(csrf())
                .param("text", "清运一号楼旁的垃圾", text, "").param("category", "01-02", category, "").exchange();
    }

    private static RequestPostProcessor leader() {
        return user("wangchunsheng").roles("LEADER");
    }
}
