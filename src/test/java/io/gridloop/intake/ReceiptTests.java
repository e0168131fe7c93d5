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

import io.gridloop.cases.Receipt;
import io.gridloop.cases.Report;
import io.gridloop.cases.Reporting;
import io.gridloop.cases.SourceChannel;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
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

    @Test
    void showsItsOwnAddressAsAPictureRightAfterSending() throws Exception {
        String code = aReceipt().receiptCode();
        String page = web.perform(get("/receipt/{code}?new=", code)).andReturn().getResponse().getContentAsString();
        byte[] png = Base64.getDecoder().decode(page.replaceAll("(?s).*data:image/png;base64,([^\"]+)\".*", "$1"));
        assertThat(QrReading.texts(ImageIO.read(new ByteArrayInputStream(png))))
                .containsExactly("http://127.0.0.1:8090/receipt/" + code.replace("-", ""));
        web.perform(get("/receipt/{code}", code)).andExpect(content().string(not(containsString("data:image/png"))));
    }

    private Receipt aReceipt() {
        return reporting.accept(new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, "06-12",
                null, "路灯不亮了", "G0101", null, null, null, null, null, null, null, clock.instant()));
    }
}
