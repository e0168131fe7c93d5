package io.gridloop.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An administrator gives keys to programs and takes them back. */
@SecurityTest
class ApiKeyPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApiKeys keys;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void noKeys() {
        jdbc.sql("delete from api_key").update();
    }

    @Test
    void showsANewKeyOnceAndKeepsOnlyItsDigest() {
        assertThat(show()).hasStatusOk().bodyText().contains("还没有密钥", "新建密钥");
        var created = create("12345平台转办", "30");
        assertThat(created).hasRedirectedUrl("/admin/api-keys");
        var key = String.valueOf(created.getMvcResult().getFlashMap().get("fresh"));
        assertThat(key).matches("gl_[\\w-]{43}");
        var page = mvc.get().uri("/admin/api-keys").with(admin()).flashAttr("fresh", key).exchange();
        assertThat(page).bodyText().contains(key, "只显示这一次");
        assertThat(show()).bodyText().contains("12345平台转办", "30 次", "caojiayi", "还没有用过").doesNotContain(key);
        assertThat(jdbc.sql("select api_key::text from api_key").query(String.class).single()).doesNotContain(key);
        assertThat(keys.use(key)).hasValueSatisfying(it -> assertThat(it.requestsPerMinute()).isEqualTo(30));
        assertThat(show()).bodyText().doesNotContain("还没有用过");
        assertThat(audited("api-key.create")).isEqualTo("新建接口密钥“12345平台转办”，每分钟最多30次请求。");
    }

    @Test
    void aRevokedKeyOpensNothingAnyMore() {
        var key = keys.create("手机应用", 60, "caojiayi");
        var id = keys.use(key).orElseThrow().id();
        assertThat(revoke(String.valueOf(id))).hasRedirectedUrl("/admin/api-keys");
        assertThat(keys.use(key)).isEmpty();
        assertThat(show()).bodyText().contains("手机应用", " 停用").doesNotContain("aria-label=\"停用 手机应用\"");
        assertThat(audited("api-key.revoke")).isEqualTo("停用接口密钥“手机应用”。");
        var before = audits();
        revoke(String.valueOf(id));
        assertThat(audits()).as("nothing happens a second time").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | 60", "'  ' | 60", "用途 | 0", "用途 | -1", "用途 | 6001", "用途 | x",
            "用途 | ''", "用途 | 99999999999"})
    void refusesWhatCannotBeAndKeepsWhatWasTyped(String label, String perMinute) {
        assertThat(create(label, perMinute)).hasStatus(422).bodyText().contains("role=\"alert\"",
                "value=\"" + perMinute + "\"");
        assertThat(keys.all()).isEmpty();
    }

    @Test
    void refusesLongAndHiddenLabels() {
        assertThat(create("长".repeat(61), "60")).hasStatus(422);
        assertThat(create("一\0二", "60")).hasStatus(422);
        assertThat(create("一\n二", "60")).hasStatus(422);
        assertThat(create("长".repeat(60), "60")).hasStatus3xxRedirection();
        assertThat(create("<script>alert(1)</script>", "60")).hasStatus3xxRedirection();
        assertThat(show()).bodyText().contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "-1", "999999999999999999", "9999999999999999999999"})
    void revokingWhatIsNoKeyDoesNothing(String id) {
        keys.create("手机应用", 60, "caojiayi");
        assertThat(revoke(id)).hasRedirectedUrl("/admin/api-keys");
        assertThat(keys.all()).allMatch(ApiKey::inForce);
    }

    @Test
    void onlyAdministratorsGetHere() {
        assertThat(mvc.get().uri("/admin/api-keys").with(user("dengjianshe").roles("SUPERVISOR"))).hasStatus(403);
        assertThat(mvc.post().uri("/admin/api-keys").with(admin()).param("label", "x")).as("no token").hasStatus(403);
    }

    @Test
    void aKeyThatIsNoneFindsNothing() {
        assertThat(keys.use("")).isEmpty();
        assertThat(keys.use("gl_")).isEmpty();
        assertThat(keys.use("x".repeat(1_000_000))).isEmpty();
        assertThat(keys.use("\0")).isEmpty();
    }

    private MvcTestResult show() {
        return mvc.get().uri("/admin/api-keys").with(admin()).exchange();
    }

    private MvcTestResult create(String label, String perMinute) {
        return mvc.post().uri("/admin/api-keys").with(admin()).with(csrf()).param("label", label)
                .param("perMinute", perMinute).exchange();
    }

    private MvcTestResult revoke(String id) {
        return mvc.post().uri("/admin/api-keys/revoke").with(admin()).with(csrf()).param("id", id).exchange();
    }

    private String audited(String action) {
        return jdbc.sql("select detail from audit_entry where action = ? order by id desc limit 1").param(action)
                .query(String.class).single();
    }

    private long audits() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private static RequestPostProcessor admin() {
        return user("caojiayi").roles("ADMIN");
    }
}
