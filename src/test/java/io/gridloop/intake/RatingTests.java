package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.gridloop.cases.CaseState;
import io.gridloop.cases.CaseWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@IntakeTest
@Import(CaseWalk.class)
class RatingTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private CaseWalk walk;

    private long caseId;
    private String code;

    @BeforeEach
    void aClosedCase() {
        caseId = walk.closed();
        code = walk.receiptCode(caseId).replace("-", "");
    }

    @Test
    void asksOnTheReceiptOfAClosedCaseOnly() throws Exception {
        web.perform(get("/receipt/{code}", code)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("请您评价"), containsString("基本满意"),
                        containsString("请重新办理"))));
        web.perform(get("/receipt/{code}", walk.receiptCode(walk.beingHandled())))
                .andExpect(content().string(not(containsString("请您评价"))));
    }

    @Test
    void keepsTheAnswerAndShowsItAgain() throws Exception {
        web.perform(post("/receipt/{code}/rating", code).with(csrf()).param("grade", "DISSATISFIED")
                .param("reason", "TOO_SLOW").param("text", "等了三天")).andExpect(redirectedUrl("/receipt/" + code));
        web.perform(get("/receipt/{code}", code)).andExpect(content().string(containsString("等了三天")));
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void saysThatWhoIsDissatisfiedMustSayWhy() throws Exception {
        web.perform(get("/receipt/{code}", code)).andExpect(content().string(allOf(
                containsString("选了“不满意”的必须选"), containsString("part-reason"))));
        web.perform(post("/receipt/{code}/rating", code).with(csrf()).param("grade", "DISSATISFIED"))
                .andExpect(content().string(containsString("id=\"reason-problem\"")));
    }

    @Test
    void showsTheReporterOfADuplicateTheCaseThatTreatsTheirMatter() throws Exception {
        long original = walk.beingHandled();
        var duplicate = walk.receiptCode(walk.mergedInto(original)).replace("-", "");
        web.perform(get("/receipt/{code}", duplicate)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("合并到的案件"),
                        containsString(walk.view(original).caseNumber()), containsString("已派遣有关人员办理"),
                        not(containsString("请您评价")), not(containsString("13812345678")))));
    }

    @Test
    void takesTheCaseUpAgain() throws Exception {
        web.perform(post("/receipt/{code}/rating", code).with(csrf()).param("grade", "DISSATISFIED")
                .param("reason", "NOT_SOLVED").param("again", "true")).andExpect(redirectedUrl("/receipt/" + code));
        web.perform(get("/receipt/{code}", code)).andExpect(content().string(allOf(containsString("案件重新办理（第1次）"),
                not(containsString("请您评价")))));
        assertThat(walk.view(caseId).state()).isEqualTo(CaseState.REPORTED);
    }

    @Test
    void showsTheFormAgainWithWhatWasTyped() throws Exception {
        web.perform(post("/receipt/{code}/rating", code).with(csrf()).param("grade", "DISSATISFIED")
                .param("text", "等了三天")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("请选择不满意的原因"), containsString("等了三天"))));
        web.perform(post("/receipt/AAAA/rating").with(csrf())).andExpect(status().isNotFound());
        web.perform(post("/receipt/{code}/rating", code)).andExpect(status().isForbidden());
    }
}
