package io.gridloop.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.security.SecurityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SecurityTest
class AuditPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void threeEntries() {
        pastTheTrigger("delete from audit_entry");
        record("caojiayi", "territory.transfer", "lilijuan", "调到第二网格");
        record("dengjianshe", "case.contact", "WZ26-000123-4", "=1+1");
        record("caojiayi", "login.success", "caojiayi", "登录成功");
    }

    @Test
    void saysThatTheTrailIsWhole() {
        assertThat(page("")).hasStatusOk().bodyText().contains("完整：3 条记录", "共 3 条");
    }

    @Test
    void saysFromWhereOnItWasChanged() {
        pastTheTrigger("update audit_entry set detail = '调到第三网格' where id = 1");
        assertThat(page("")).bodyText().contains("第 1 条起被改动");
    }

    @ParameterizedTest
    @CsvSource({"actor=caojiayi,2", "subject=lilijuan,1", "action=case.contact,1", "from=2100-01-01,0",
            "to=2100-01-01,3", "from=nonsense,3", "actor=caojiayi&action=login.success,1", "page=9,3"})
    void filters(String query, int count) {
        assertThat(page("?" + query)).hasStatusOk().bodyText().contains("共 " + count + " 条");
    }

    @Test
    void theFileRunsNoFormula() {
        assertThat(mvc.get().uri("/admin/audit.csv").with(user("caojiayi").roles("ADMIN"))).hasStatusOk().bodyText()
                .contains("'=1+1", "territory.transfer").startsWith("\uFEFF序号");
    }

    private MvcTestResult page(String query) {
        return mvc.get().uri("/admin/audit" + query).with(user("caojiayi").roles("ADMIN")).exchange();
    }

    private void record(String actor, String action, String subject, String detail) {
        transaction.executeWithoutResult(status -> trail.record(actor, action, subject, detail));
    }

    private void pastTheTrigger(String change) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(change).update();
        });
    }
}
