package io.gridloop.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.territory.StaffRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
class PhrasesTests {

    private static final String LEADER = "wangchunsheng";
    private static final String OTHER = "chenmingliang";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Phrases phrases;

    @BeforeEach
    void nobodyHasAny() {
        jdbc.sql("delete from phrase").update();
    }

    @Test
    void offersTheirOwnBeforeTheUsualOnesAtATask() {
        assertThat(send(LEADER, "", "已转物业处理")).hasStatus3xxRedirection();
        assertThat(phrases.offered(LEADER)).startsWith("已转物业处理").endsWith(Phrases.USUAL.get(4));
        assertThat(mvc.get().uri("/desk/tasks/" + walk.toAccept()).with(as(LEADER))).hasStatusOk().bodyText()
                .contains("data-phrase=\"已转物业处理\"", Phrases.USUAL.get(0), "/js/desk-phrases.js");
        assertThat(mvc.get().uri("/desk/phrases").with(as(OTHER))).hasStatusOk().bodyText()
                .doesNotContain("已转物业处理").contains(Phrases.USUAL.get(0));
    }

    @Test
    void changesDeletesAndOrdersOnesOwn() {
        phrases.add(LEADER, "一");
        phrases.add(LEADER, "二");
        phrases.add(LEADER, "三");
        send(LEADER, "/" + id("三") + "/move", "", "up");
        send(LEADER, "/" + id("一") + "/move", "", "up");
        send(LEADER, "/" + id("二") + "/move", "", "down");
        assertThat(texts()).containsExactly("一", "三", "二");
        send(LEADER, "/" + id("一") + "/move", "", "down");
        assertThat(texts()).containsExactly("三", "一", "二");
        assertThat(send(LEADER, "/" + id("一"), "一甲\r\n乙")).hasStatus3xxRedirection();
        send(LEADER, "/" + id("二") + "/delete", "");
        assertThat(texts()).containsExactly("三", "一甲\n乙");
    }

    @Test
    void touchesNobodyElses() {
        phrases.add(LEADER, "一");
        phrases.add(LEADER, "二");
        assertThat(send(OTHER, "/" + id("一"), "改")).hasStatus(HttpStatus.NOT_FOUND);
        send(OTHER, "/" + id("一") + "/delete", "");
        send(OTHER, "/" + id("一") + "/move", "", "down");
        assertThat(texts()).containsExactly("一", "二");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''      | 请填写常用语
            '  '    | 请填写常用语
            已有     | 已经有这条常用语
            a\u202Eb | 含有不可见的控制字符（U+202E）
            """)
    void saysWhyAPhraseIsNotKept(String text, String sentence) {
        phrases.add(LEADER, "已有");
        phrases.add(LEADER, "另一条");
        assertThat(send(LEADER, "", text)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText().contains(sentence);
        assertThat(send(LEADER, "/" + id("另一条"), text)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
                .contains(sentence);
        assertThat(texts()).containsExactly("已有", "另一条");
    }

    @Test
    void keepsThirtyOfTwoHundredCharacters() {
        assertThat(send(LEADER, "", "长".repeat(201))).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
                .contains("最多200个字，现有201个字");
        assertThat(send(LEADER, "", "𠮷".repeat(200))).hasStatus3xxRedirection();
        for (int i = 1; i < Phrases.MOST; i++) {
            assertThat(phrases.add(LEADER, "第" + i)).isEmpty();
        }
        assertThat(send(LEADER, "", "再来一条")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY).bodyText()
                .contains("最多30条", "再来一条");
        assertThat(texts()).hasSize(30);
    }

    private MvcTestResult send(String login, String path, String text) {
        return send(login, path, text, "");
    }

    private MvcTestResult send(String login, String path, String text, String direction) {
        return mvc.post().uri("/desk/phrases" + path).param("text", text).param("direction", direction).with(as(login))
                .with(csrf()).exchange();
    }

    private List<String> texts() {
        return phrases.of(LEADER).stream().map(Phrase::text).toList();
    }

    private long id(String text) {
        return jdbc.sql("select id from phrase where login = ? and text = ?").params(LEADER, text).query(Long.class)
                .single();
    }

    private static UserRequestPostProcessor as(String login) {
        return user(login).roles(StaffRole.LEADER.name());
    }
}
