package io.gridloop.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseView;
import io.gridloop.cases.CaseWalk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Role x scope x address x field: everybody tries everything, and gets what the matrix says and nothing else. */
@SecurityTest
@ExtendWith(OutputCaptureExtension.class)
class AccessMatrixTests {

    private static final String NO_CASE = "WZ26-999999-9";
    // Not within tokens and hashes, where any digits may stand.
    private static final Pattern PROTECTED = Pattern
            .compile("(?<![\\w+/=-])(\\+?(86)?1[3-9]\\d{9}|\\d{17}[\\dXx])(?![\\w+/=-])");
    private static final Pattern INLINE = Pattern
            .compile("<style|<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=|javascript:");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    private CaseView it;
    private String receipt;

    @BeforeEach
    void aCaseWithEverythingThatIsProtected() {
        long id = walk.beingHandled();
        jdbc.sql("update grid_case set subject = ?, text = ?, address = ? where id = ?").params("电话13900001111的来信",
                "我的电话是13900001111，身份证41082319900101001X，垃圾三天没人清", "一号楼 13900001111", id).update();
        jdbc.sql("""
                insert into case_entry (id, case_id, at, element, actor_name, public_text, internal_text)
                values (nextval('case_entry_seq') - 25, ?, now(), 'Test', '系统', '请联系13900001111', '内部电话13900001111')""")
                .param(id).update();
        jdbc.sql("insert into case_party (case_id, login) values (?, 'zhanglixin')").param(id).update();
        jdbc.sql("""
                insert into stand_in (id, absent, stand_in, from_day, to_day, reason)
                select nextval('stand_in_seq'), 'wangchunsheng', ?, current_date - 1, current_date + 1, '样例'
                where not exists (select 1 from stand_in where stand_in = ?)""")
                .params(Visitor.STAND_IN, Visitor.STAND_IN).update();
        it = walk.view(id);
        receipt = jdbc.sql("select receipt_code from grid_case where id = ?").param(id).query(String.class).single();
    }

    @Test
    void everybodyGetsWhatTheMatrixSays() {
        var problems = new ArrayList<String>();
        var checks = 0;
        for (var line : AccessLine.all()) {
            for (var visitor : Visitor.ALL) {
                problem(line, visitor).ifPresent(problems::add);
                checks++;
            }
        }
        System.out.printf("Access matrix: %d addresses x %d visitors (role x scope) = %d requests checked%n",
                AccessLine.all().size(), Visitor.ALL.size(), checks);
        assertThat(problems).isEmpty();
    }

    @Test
    void everyFormNeedsAToken() {
        // Programs send no cookie that somebody else's page could make use of, see aProgramIsNobodyWhoIsLoggedIn.
        var posts = AccessLine.all().stream().filter(line -> line.isPost() && !line.has("api")).toList();
        assertThat(posts).allSatisfy(line -> {
            var refused = send(line, line.path(it.caseNumber()), user("caojiayi").roles("ADMIN"));
            assertThat(refused.getResponse().getStatus()).as(line.address()).isEqualTo(403);
        });
        System.out.printf("Access matrix: %d forms refused without a token%n", posts.size());
    }

    @Test
    void aProgramIsNobodyWhoIsLoggedIn() {
        var lines = AccessLine.all().stream().filter(line -> line.has("api")).toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            var path = line.path("01-02").replaceAll("\\.[^./]*$", ".json");
            var asked = send(line, path, user("caojiayi").roles("ADMIN"));
            var unknown = send(line, path);
            assertThat(body(asked)).as(line.address()).isEqualTo(body(unknown));
            assertThat(asked.getResponse().getCookies()).isEmpty();
            assertThat(asked.getRequest().getSession(false)).isNull();
        });
        assertThat(mvc.post().uri("/open311/v2/requests.json").contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(user("caojiayi").roles("ADMIN")).with(csrf())).as("no api_key").hasStatus(403);
    }

    @Test
    void aReportLeavesNoNumberInTheLogNorInCommandsToTheEngine(CapturedOutput log) {
        var sent = mvc.post().uri("/report").with(csrf()).param("submissionKey", UUID.randomUUID().toString())
                .param("text", "路灯坏了，请打13900002222，身份证41082319900101002X")
                .param("place", "grid").param("gridCode", "G0101").param("category", "01-02").param("separate", "true")
                .param("reporterName", "李某").param("contact", "13900002222").exchange();
        assertThat(sent).hasStatus3xxRedirection();
        assertThat(log.getAll()).doesNotContain("13900002222", "41082319900101002X");
        assertThat(jdbc.sql("select string_agg(variables::text, ' ') from engine_command").query(String.class)
                .single()).contains("caseId").doesNotContain("13900002222", "41082319900101002X", "13812345678");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            case    | 李某                | LEADER FULL_TIME INTAKE DISPATCHER
            case    | 138****5678         | LEADER FULL_TIME INTAKE DISPATCHER
            case    | 查看联系方式         | LEADER FULL_TIME INTAKE DISPATCHER
            case    | 13812345678         | NOBODY
            case    | 139****1111         | CASES
            case    | 410***********001X  | CASES
            case    | 内部电话             | CASES
            case    | 李丽娟               | CASES
            case    | 调整时限</h2>         | SUPERVISOR ADMIN
            case    | {receipt}           | NOBODY
            list    | {number}            | CASES
            list    | 李某                | NOBODY
            list    | 5678                | NOBODY
            list    | {receipt}           | NOBODY
            receipt | {number}            | PUBLIC
            receipt | 139****1111         | PUBLIC
            receipt | 李某                | NOBODY
            receipt | 5678                | NOBODY
            receipt | 内部电话             | NOBODY
            receipt | 李丽娟               | NOBODY
            sent    | {number}            | CASES
            sent    | 李某                | NOBODY
            sent    | 内部电话             | NOBODY
            """)
    void everybodySeesTheFieldsOfTheirRole(String page, String field, String who) {
        var shown = field.replace("{receipt}", receipt).replace("{number}", it.caseNumber());
        var path = switch (page) {
            case "case" -> "/cases/" + it.caseNumber();
            case "list" -> "/cases";
            case "sent" -> "/staff/report/sent/" + receipt;
            default -> "/receipt/" + receipt;
        };
        var seeing = AccessLine.of("GET x | " + who);
        for (var visitor : Visitor.ALL) {
            var byCode = path.contains(receipt);
            var result = mvc.get().uri(path).with(visitor.asUser()).exchange();
            assertThat(body(result).contains(shown)).as("%s sees %s on the page %s", visitor, shown, page)
                    .isEqualTo(visitor.mayUse(seeing) && (byCode || visitor.inScope()));
        }
    }

    private Optional<String> problem(AccessLine line, Visitor visitor) {
        var result = send(line, line.path(first(line)), visitor.asUser(), csrf());
        if (result.getUnresolvedException() != null) {
            return Optional.of(visitor + " at " + line.address() + " fails with " + result.getUnresolvedException());
        }
        var status = result.getResponse().getStatus();
        var good = !visitor.mayUse(line)
                ? refused(line, visitor, result)
                : line.has("case") && !visitor.inScope()
                        ? status == 404
                        : line.has("api")
                                ? status != 500 && !toLogin(result)
                                : line.has("case") || line.has("receipt")
                                        ? status < 400 || status == 422
                                        : served(result);
        var words = !good
                ? "gets " + status
                : PROTECTED.matcher(body(result)).find()
                        ? "sees a whole phone or identity number"
                        : INLINE.matcher(body(result)).find() ? "gets an inline script or style" : "";
        return words.isEmpty() ? Optional.empty() : Optional.of(visitor + " at " + line.address() + " " + words);
    }

    private String first(AccessLine line) {
        return line.has("case") ? it.caseNumber() : line.has("receipt") ? receipt : "1";
    }

    /** Nobody learns from a refusal whether a case exists. */
    private boolean refused(AccessLine line, Visitor visitor, MvcTestResult result) {
        if (visitor.role() == null) {
            return line.has("script") ? result.getResponse().getStatus() == 401 : toLogin(result);
        }
        var status = result.getResponse().getStatus();
        if (line.has("case") && !visitor.inScope()) {
            return status == send(line, line.path(NO_CASE), visitor.asUser(), csrf()).getResponse().getStatus()
                    && (status == 403 || status == 404);
        }
        return status == 403;
    }

    private static boolean served(MvcTestResult result) {
        var status = result.getResponse().getStatus();
        return status != 500 && status != 401 && status != 403 && status != 429 && !toLogin(result);
    }

    private static boolean toLogin(MvcTestResult result) {
        return Optional.ofNullable(result.getResponse().getRedirectedUrl()).filter(url -> url.endsWith("/login"))
                .isPresent();
    }

    private MvcTestResult send(AccessLine line, String path, RequestPostProcessor... with) {
        var request = mvc.method(HttpMethod.valueOf(line.method())).uri(path).accept("text/html,*/*;q=0.1");
        Arrays.stream(with).forEach(request::with);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
