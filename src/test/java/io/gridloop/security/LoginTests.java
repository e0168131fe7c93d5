package io.gridloop.security;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.logout;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.gridloop.PostgresForTests;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.jdbc.JdbcTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Staff log in with a form; guessing does not pay. */
@SpringBootTest(properties = "gridloop.territory.sample=true")
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class LoginTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void forgetAttempts() {
        JdbcTestUtils.deleteFromTables(jdbc, "login_attempt");
    }

    @Test
    void staffLogInWithTheirRole() throws Exception {
        login("dengjianshe", "gridloop").andExpect(redirectedUrl("/desk"))
                .andExpect(authenticated().withUsername("dengjianshe").withRoles("SUPERVISOR"));
    }

    @ParameterizedTest
    @CsvSource({"dengjianshe, wrong", "dengjianshe, ''", "nobody, gridloop", "'', ''", "DengJianShe, gridloop",
            "'a'' or ''1''=''1', x"})
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer(String login, String password) throws Exception {
        login(login, password).andExpect(redirectedUrl("/login?error")).andExpect(unauthenticated());
    }

    @Test
    void aLoginWithANulCharacterIsJustWrong() throws Exception {
        login("deng\0", "gridloop").andExpect(redirectedUrl("/login?error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dengjianshe", "nobody"})
    void tenWrongTriesCloseALoginWhetherItExistsOrNot(String login) throws Exception {
        for (var i = 0; i < LoginAttempts.ALLOWED; i++) {
            login(login, "wrong").andExpect(redirectedUrl("/login?error"));
        }
        login(login, "gridloop").andExpect(redirectedUrl("/login?locked")).andExpect(unauthenticated());
        login("fengguifang", "gridloop").andExpect(authenticated());
    }

    @Test
    void aLoginThatWorksStartsTheCountAnew() throws Exception {
        for (var i = 0; i < LoginAttempts.ALLOWED - 1; i++) {
            login("dengjianshe", "wrong");
        }
        login("dengjianshe", "gridloop").andExpect(authenticated());
        Assertions.assertThat(JdbcTestUtils.countRowsInTable(jdbc, "login_attempt")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"error, 用户名或密码不正确", "locked, 已暂停登录15分钟", "expired, 请重新登录", "logout, 已退出登录", "unavailable, 系统暂时无法登录"})
    void theLoginPageSaysInChineseWhatHappened(String reason, String text) throws Exception {
        mvc.perform(get("/login?" + reason)).andExpect(status().isOk())
                .andExpect(content().string(containsString(text)));
    }

    @Test
    void theLoginPageHasNoScriptOfItsOwnAndAToken() throws Exception {
        mvc.perform(get("/login")).andExpect(content().string(
                allOf(containsString("name=\"_csrf\""), not(containsString("<script>")),
                        not(containsString("style=")))));
    }

    @Test
    void aVisitorIsSentToTheLoginPageAndThenWhereTheyWanted() throws Exception {
        var session = new MockHttpSession();
        mvc.perform(get("/staff/report").session(session)).andExpect(redirectedUrlPattern("**/login"));
        mvc.perform(post("/login").session(session).with(csrf()).param("username", "fengguifang")
                .param("password", "gridloop")).andExpect(redirectedUrlPattern("**/staff/report*"));
    }

    @Test
    void theSessionGetsANewIdAtTheLogin() throws Exception {
        var session = new MockHttpSession();
        var before = session.getId();
        mvc.perform(post("/login").session(session).with(csrf()).param("username", "fengguifang")
                .param("password", "gridloop")).andExpect(authenticated());
        Assertions.assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void aFormWithoutATokenIsRefused() throws Exception {
        mvc.perform(post("/report").param("text", "x")).andExpect(status().isForbidden());
        mvc.perform(post("/logout")).andExpect(status().isForbidden());
    }

    @Test
    void aLoginPageLeftOpenTooLongGetsAFreshOne() throws Exception {
        mvc.perform(post("/login").param("username", "fengguifang").param("password", "gridloop"))
                .andExpect(redirectedUrl("/login?expired")).andExpect(unauthenticated());
    }

    @Test
    void loggingOutLeadsToTheLoginPage() throws Exception {
        mvc.perform(logout()).andExpect(redirectedUrl("/login?logout"));
    }

    @Test
    void everyPageCarriesTheSecurityHeaders() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(header().string("Content-Security-Policy", allOf(containsString("default-src 'self'"),
                        containsString("img-src 'self' data:"), containsString("frame-ancestors 'none'"),
                        not(containsString("unsafe")))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void everyPageIsolatesItselfFromOtherSites() throws Exception {
        mvc.perform(get("/login")).andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().string("Permissions-Policy", containsString("camera=()")))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update staff set role = 'ADMIN' where login = 'dengjianshe'",
            "update staff set password_hash = password_hash || ' ' where login = 'dengjianshe'",
            "update staff_session set started_at = started_at - interval '13 hours'",
            "delete from staff_session"})
    void aSessionEndsWithTheRightsItBeganWith(String change) throws Exception {
        var session = session("dengjianshe");
        mvc.perform(get("/cases").session(session)).andExpect(status().isOk());
        jdbc.update(change);
        mvc.perform(get("/cases").session(session)).andExpect(redirectedUrl("/login?expired"));
        Assertions.assertThat(session.isInvalid()).isTrue();
        jdbc.update(
                "update staff set role = 'SUPERVISOR', password_hash = trim(password_hash) where login = 'dengjianshe'");
    }

    @Test
    void aSixthSessionEndsTheFirst() throws Exception {
        var first = session("fengguifang");
        var second = session("fengguifang");
        for (var i = 0; i < 4; i++) {
            session("fengguifang");
        }
        mvc.perform(get("/cases").session(first)).andExpect(redirectedUrl("/login?expired"));
        mvc.perform(get("/cases").session(second)).andExpect(status().isOk());
    }

    @Test
    void somebodyEndsTheirOtherSessions() throws Exception {
        var elsewhere = session("handongsheng");
        var here = session("handongsheng");
        mvc.perform(get("/account").session(here)).andExpect(content().string(containsString("结束别处的登录")));
        mvc.perform(post("/account/sessions/end").session(here).with(csrf())).andExpect(redirectedUrl("/account"));
        mvc.perform(get("/cases").session(elsewhere)).andExpect(redirectedUrl("/login?expired"));
        mvc.perform(get("/cases").session(here)).andExpect(status().isOk());
    }

    @Test
    void loggingOutEndsTheSession() throws Exception {
        var session = session("luoxiaolan");
        mvc.perform(post("/logout").session(session).with(csrf()));
        Assertions.assertThat(session.isInvalid()).isTrue();
        Assertions.assertThat(jdbc.queryForList("select 1 from staff_session where login = 'luoxiaolan'")).isEmpty();
    }

    @Test
    void anAdministratorOpensAClosedLoginAndTheAuditTrailKnowsBoth() throws Exception {
        for (var i = 0; i < LoginAttempts.ALLOWED + 2; i++) {
            login("tianguangming", "wrong");
        }
        var admin = session("caojiayi");
        mvc.perform(get("/admin/locks").session(admin)).andExpect(content().string(containsString("tianguangming")));
        mvc.perform(post("/admin/locks/open").session(admin).with(csrf()).param("login", "tianguangming"));
        login("tianguangming", "gridloop").andExpect(authenticated());
        Assertions.assertThat(jdbc.queryForList(
                "select action from audit_entry where subject = 'tianguangming' order by id", String.class))
                .containsExactly("login.locked", "login.unlocked", "login.success");
    }

    @Test
    void whoLogsOutLeavesWhatAPhoneHasSavedForLater() throws Exception {
        mvc.perform(post("/logout").secure(true).with(csrf()))
                .andExpect(header().string("Clear-Site-Data", "\"cache\", \"cookies\""));
    }

    private MockHttpSession session(String login) throws Exception {
        return (MockHttpSession) login(login, "gridloop").andReturn().getRequest().getSession();
    }

    private ResultActions login(String login, String password) throws Exception {
        return mvc.perform(formLogin().user(login).password(password));
    }
}
