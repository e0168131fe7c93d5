package io.gridloop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.gridloop.cases.ReceiptPages;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.Resolution;
import io.gridloop.cases.SourceChannel;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IntakeTest
class WithdrawalTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private Reporting reporting;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private Clock clock;

    private String code;

    @BeforeEach
    void aReceipt() {
        code = reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, "06-12",
                null, "路灯不亮了", "G0101", null, null, null, null, null, null, null, clock.instant())).receiptCode()
                .replace("-", "");
    }

    @Test
    void asksOnceMoreBeforeItWithdraws() throws Exception {
        web.perform(get("/receipt/{code}", code)).andExpect(content().string(containsString(page())));
        web.perform(get(page())).andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(content().string(allOf(containsString("路灯不亮了"), containsString("确认撤回"))));
        assertThat(receipts.byReceipt(code).orElseThrow().withdrawable()).isTrue();
    }

    @Test
    void withdrawsAndSaysSoOnTheReceipt() throws Exception {
        web.perform(post(page()).with(csrf()).param("reason", "灯已经亮了")).andExpect(redirectedUrl("/receipt/" + code));
        assertThat(receipts.byReceipt(code).orElseThrow().decided()).isEqualTo(Resolution.WITHDRAWN);
        web.perform(get("/receipt/{code}", code)).andExpect(content()
                .string(allOf(containsString("您撤回了这件事"), not(containsString(page())))));
    }

    @Test
    void takesASecondClickForTheFirst() throws Exception {
        web.perform(post(page()).with(csrf())).andExpect(redirectedUrl("/receipt/" + code));
        web.perform(post(page()).with(csrf())).andExpect(redirectedUrl("/receipt/" + code));
        web.perform(get(page())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("不能再撤回"), not(containsString("确认撤回")))));
    }

    @Test
    void showsTheFormAgainWithWhatWasTyped() throws Exception {
        web.perform(post(page()).with(csrf()).param("reason", "长".repeat(201)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("撤回原因"), containsString("长".repeat(201)))));
    }

    @Test
    void givesNoHintForAWrongCodeAndNeedsAToken() throws Exception {
        web.perform(get("/receipt/AAAA/withdraw")).andExpect(status().isNotFound());
        web.perform(post("/receipt/AAAA/withdraw").with(csrf())).andExpect(status().isNotFound());
        web.perform(post(page())).andExpect(status().isForbidden());
    }

    private String page() {
        return "/receipt/" + code + "/withdraw";
    }
}
