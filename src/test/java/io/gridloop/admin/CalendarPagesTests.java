package io.gridloop.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.clock.Calendars;
import io.gridloop.clock.LimitUnit;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator loads next year's notice in the browser. 2027's dates here are invented. */
@AdminTest
class CalendarPagesTests {

    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from calendar_version").update();
    }

    @Test
    void showsWhatIsKnownAndThatRunningDeadlinesStay() {
        assertThat(mvc.get().uri("/admin/calendar").with(admin())).hasStatusOk().bodyText().contains("2026年",
                "放假 33 天，调休上班 6 天", "国办发明电〔2025〕7号", "随系统提供", "2026-12-31", "正在计时的期限不会重算", "城市管理局");
    }

    @Test
    void showsWhatANoticeChangesThenLoadsItThenTakesItBack() {
        var text = "# 样例通知\n2027-01-01,放假,元旦\n2027-01-02,上班,元旦";
        assertThat(post("/admin/calendar/preview", "2027", text)).hasStatusOk().bodyText()
                .contains("还没有生效", "变动 2 行", "新增：2027-01-01,放假,元旦", "依据：样例通知", "只有1个放假日");
        assertThat(worksOnNewYear(List.of())).isTrue();

        assertThat(post("/admin/calendar", "2027", text)).hasStatus3xxRedirection();
        assertThat(worksOnNewYear(List.of())).isFalse();
        assertThat(calendars.county().knownUntil()).isEqualTo("2027-12-31");
        assertThat(mvc.get().uri("/admin/calendar").with(admin())).bodyText().contains("2027-12-31", "恢复上一版");
        assertThat(jdbc.sql("select detail from audit_entry where action = 'calendar.replace' order by id desc limit 1")
                .query(String.class).single()).isEqualTo("替换2027年的工作日历，变动2行。依据：样例通知");

        assertThat(post("/admin/calendar", "2027", text)).hasStatus(422).bodyText().contains("不需要替换");
        assertThat(post("/admin/calendar/undo", "2027", "")).hasStatus3xxRedirection();
        assertThat(worksOnNewYear(List.of())).isTrue();
        assertThat(calendars.county().knownUntil()).isEqualTo("2026-12-31");
        assertThat(jdbc.sql("select actor from audit_entry where action = 'calendar.undo' order by id desc limit 1")
                .query(String.class).single()).isEqualTo("caojiayi");

        post("/admin/calendar/undo", "2027", "");
        assertThat(worksOnNewYear(List.of())).as("an undone undo").isFalse();
    }

    @Test
    void keepsWhatWasTypedAndSaysByLineWhatIsWrong() {
        assertThat(post("/admin/calendar/preview", "2027", "2027-01-01,放假,元旦\n2027-13-01,放假,元旦")).hasStatus(422)
                .bodyText().contains("第2行：“2027-13-01”不是日期", "2027-13-01,放假,元旦</textarea>");
        assertThat(post("/admin/calendar/preview", "", "2027-01-01,放假,元旦")).hasStatus(422).bodyText()
                .contains("请选择年度、部门、街道或社区。");
        assertThat(post("/admin/calendar", "atlantis", "2027-01-01,放假,元旦")).hasStatus(422);
        assertThat(post("/admin/calendar", "2027", "\0")).hasStatus(422);
        assertThat(post("/admin/calendar", "2027", "x".repeat(300_000))).hasStatus(422);
        assertThat(post("/admin/calendar/undo", "atlantis", "")).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select count(*) from calendar_version").query(Long.class).single()).isZero();
    }

    @Test
    void readsFilesOfBothEncodings() {
        for (var charset : List.of(UTF_8, Charset.forName("GB18030"))) {
            var file = new MockMultipartFile("file", "2027.csv", "text/csv", "2027-01-01,放假,元旦".getBytes(charset));
            assertThat(mvc.post().uri("/admin/calendar/preview").multipart().file(file).param("target", "2027")
                    .param("text", "").with(admin()).with(csrf())).as(charset.name()).hasStatusOk().bodyText()
                    .contains("新增：2027-01-01,放假,元旦");
        }
    }

    @Test
    void givesAUnitACalendarOfItsOwn() {
        post("/admin/calendar", "2027", "2027-01-01,放假,元旦");
        assertThat(post("/admin/calendar", "health", "周一至周日,00:00-24:00\n节假日,上班")).hasStatus3xxRedirection();
        assertThat(worksOnNewYear(List.of("health"))).isTrue();
        assertThat(worksOnNewYear(List.of("civilAffairs"))).isFalse();
        assertThat(mvc.get().uri("/admin/calendar").with(admin())).bodyText().contains("周一,00:00-24:00", "节假日,上班");
    }

    private boolean worksOnNewYear(List<String> units) {
        return calendars.of(units).count(LimitUnit.WORKING_HOUR, NEW_YEAR, NEW_YEAR.plus(DAY)) > 0;
    }

    private MvcTestResult post(String address, String target, String text) {
        return mvc.post().uri(address).param("target", target).param("text", text).with(admin()).with(csrf())
                .exchange();
    }

    private static UserRequestPostProcessor admin() {
        return user("caojiayi").roles("ADMIN");
    }
}
