package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CasesTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Everybody says where they want to be reached. */
@CasesTest
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H"})
class NotificationPagesTests {

    private static final String ME = "lilijuan";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffContacts contacts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsKnown() {
        jdbc.sql("delete from staff_contact").update();
    }

    @Test
    void keepsWhatIsGivenAndShowsItMasked() {
        assertThat(show()).hasStatusOk().bodyText().contains("还没有填写");
        assertThat(keep(Map.of("mail", " li@county.example ", "mobile", "+86 139-0000-1111")))
                .hasRedirectedUrl("/account/notifications");
        assertThat(contacts.of(ME)).isEqualTo(new Contact("li@county.example", "13900001111"));
        assertThat(contacts.of("wangchunsheng")).isEqualTo(Contact.NONE);
        assertThat(show()).bodyText().contains("l****@county.example", "139****1111")
                .doesNotContain("li@county.example", "13900001111");
    }

    @Test
    void aBlankFieldLeavesWhatIsKnown() {
        contacts.keep(ME, new Contact("li@county.example", "13900001111"));
        keep(Map.of("mail", "", "mobile", ""));
        keep(Map.of());
        assertThat(contacts.of(ME)).isEqualTo(new Contact("li@county.example", "13900001111"));
        keep(Map.of("mail", "other@county.example"));
        assertThat(contacts.of(ME)).isEqualTo(new Contact("other@county.example", "13900001111"));
    }

    @Test
    void forgetsWhatSomebodyTakesBack() {
        contacts.keep(ME, new Contact("li@county.example", "13900001111"));
        keep(Map.of("dropMail", "true"));
        assertThat(contacts.of(ME)).isEqualTo(new Contact(null, "13900001111"));
        keep(Map.of("dropMobile", "true"));
        assertThat(contacts.of(ME)).isEqualTo(Contact.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"li", "li@", "@county.example", "li@county", "li@county..example", "li @county.example",
            "li@county.example\r\nBcc: x@y.zz", "li@county.example,x@y.zz", "<li@county.example>", "李@county.example",
            "li@-county.example"})
    void refusesWhatIsNoMailAddress(String mail) {
        assertThat(keep(Map.of("mail", mail, "mobile", "13900001111"))).hasStatus(422).bodyText()
                .contains("请填写完整的邮箱地址", "aria-invalid=\"true\"");
        assertThat(contacts.of(ME)).isEqualTo(Contact.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1390000111", "139000011112", "12900001111", "０１３９００００１１１", "0391-7261234", "abc",
            "13900001111;13900002222"})
    void refusesWhatIsNoMobileNumber(String mobile) {
        assertThat(keep(Map.of("mail", "li@county.example", "mobile", mobile))).hasStatus(422).bodyText()
                .contains("请填写11位手机号码");
        assertThat(contacts.of(ME)).isEqualTo(Contact.NONE);
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        assertThat(keep(Map.of("mail", "l@" + "county.".repeat(40) + "example"))).hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource({"86 13900001111", "8613900001111", "139 0000 1111", "139-0000-1111"})
    void takesANumberAsPeopleWriteIt(String mobile) {
        keep(Map.of("mobile", mobile));
        assertThat(contacts.of(ME).mobile()).isEqualTo("13900001111");
    }

    @Test
    void neverTellsAContactInALog() {
        assertThat(new Contact("li@county.example", "13900001111").toString())
                .doesNotContain("li@", "13900001111");
    }

    private MvcTestResult show() {
        return mvc.get().uri("/account/notifications").with(me()).exchange();
    }

    private MvcTestResult keep(Map<String, String> fields) {
        var request = mvc.post().uri("/account/notifications/contact").with(me()).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static RequestPostProcessor me() {
        return user(ME).roles("FULL_TIME");
    }
}
