package io.gridloop.intake;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IntakeTest
class ReceiptTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Clock clock;

    @Test
    void tellsWhereTheCaseStands() throws Exception {
        Receipt receipt = aReceipt();
        web.perform(get("/receipt/{code}", receipt.receiptCode()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(content().string(allOf(
                        containsString(receipt.caseNumber()), containsString("已上报"), containsString("路灯不亮了"))));
    }

    @Test
    void takesTheCodeHoweverItIsTyped() throws Exception {
        String code = aReceipt().receiptCode();
        String plain = code.replace("-", "");
        for (String typed : new String[]{code, plain, plain.toLowerCase(Locale.ROOT), " " + code + " "}) {
            web.perform(get("/receipt/{code}", typed)).andExpect(status().isOk());
            web.perform(post("/receipt").with(csrf()).param("code", typed))
                    .andExpect(redirectedUrl("/receipt/" + plain));
        }
    }

    @Test
    void givesNoHintForAWrongCode() throws Exception {
        for (String wrong : new String[]{"AAAA-AAAA", "x", "1' or '1'='1", "汉字"}) {
            web.perform(get("/receipt/{code}", wrong))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("没有找到这个回执")));
        }
    }

    @Test
    void asksForACodeWhenNoneWasTyped() throws Exception {
        web.perform(get("/receipt")).andExpect(status().isOk());
        web.perform(post("/receipt").with(csrf()).param("code", " - "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写回执码")));
    }

    private Receipt aReceipt() {
        return reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, "06-12",
                null, "路灯不亮了", "G0101", null, null, null, null, null, null, null, clock.instant()));
    }
}
