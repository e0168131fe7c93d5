package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CasesTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Administrators see what could not be delivered, and have it sent again. */
@CasesTest
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H"})
class DeliveryPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsToBeSent() {
        jdbc.sql("delete from delivery").update();
    }

    @Test
    void saysThatNothingFailed() {
        assertThat(show("0")).hasStatusOk().bodyText().contains("没有发送失败的消息", "aria-current=\"page\">消息发送");
    }

    @Test
    void showsWhatFailedWithItsLastErrorAndSendsItAgain() {
        long id = failed(1);
        failed(2);
        assertThat(show("0")).bodyText().contains("lilijuan（邮件）", "案件WZ26-000001-1：请办理", "没有这个邮箱（试了3次）");
        assertThat(post("/admin/deliveries/retry", String.valueOf(id))).hasRedirectedUrl("/admin/deliveries");
        assertThat(deliveries.count("WAITING")).isEqualTo(1);
        assertThat(deliveries.count("FAILED")).isEqualTo(1);
        assertThat(post("/admin/deliveries/retry-all", "")).hasRedirectedUrl("/admin/deliveries");
        assertThat(deliveries.count("FAILED")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "999999", "99999999999999999999"})
    void sendsNothingAgainForWhatNamesNothing(String id) {
        failed(1);
        assertThat(post("/admin/deliveries/retry", id)).hasRedirectedUrl("/admin/deliveries");
        assertThat(deliveries.count("FAILED")).isEqualTo(1);
    }

    @Test
    void pagesByTwenty() {
        for (int i = 0; i < 21; i++) {
            failed(i);
        }
        assertThat(show("0")).bodyText().contains("第 1 页，共 2 页");
        assertThat(show("9")).bodyText().contains("没有这一页");
        assertThat(show("x")).bodyText().contains("第 1 页，共 2 页");
    }

    private long failed(int number) {
        return jdbc.sql("""
                insert into delivery (matter, occasion, login, channel, recipient, about, todo, details, path, state,
                                      attempts, last_error, created_at, next_at, ended_at)
                values ('1', ?, 'lilijuan', 'EMAIL', 'lilijuan', '案件WZ26-000001-1', '请办理', '', '/desk', 'FAILED', 3,
                        '没有这个邮箱', now(), now(), now()) returning id""").param("o" + number).query(Long.class)
                .single();
    }

    private MvcTestResult show(String page) {
        return mvc.get().uri("/admin/deliveries").param("page", page).with(admin()).exchange();
    }

    private MvcTestResult post(String uri, String id) {
        return mvc.post().uri(uri).param("id", id).with(admin()).with(csrf()).exchange();
    }

    private static RequestPostProcessor admin() {
        return user("caojiayi").roles("ADMIN");
    }
}
