package io.gridloop.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.Tasks;
import io.gridloop.territory.ChangeLog;
import io.gridloop.territory.Territory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator changes the county in the browser. Each test uses people of a grid of its own. */
@AdminTest
class AdminPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Territory territory;

    @Autowired
    ChangeLog log;

    @Autowired
    Tasks tasks;

    @Autowired
    CaseWalk walk;

    @Test
    void showsTheCounty() {
        assertThat(get("/admin")).hasStatusOk().bodyText().contains("青禾社区", "在岗人员", "第一网格");
        assertThat(get("/admin/staff")).hasStatusOk().bodyText().contains("下一页", "共 ");
        assertThat(get("/admin/staff?q=何海涛&role=LEADER&place=S01&department=&page=0")).hasStatusOk().bodyText()
                .contains("hehaitao", "共 1 人");
        assertThat(get("/admin/staff?q=nobody-at-all")).hasStatusOk().bodyText().contains("没有符合条件的人员");
        assertThat(get("/admin/staff/hehaitao")).hasStatusOk().bodyText().contains("何海涛", "任职经历", "办理离任");
        assertThat(get("/admin/grids/G0202")).hasStatusOk().bodyText().contains("四个岗位", "何海涛", "巡查监督岗");
        assertThat(get("/admin/departments")).hasStatusOk().bodyText().contains("民政局", "civilAffairs");
        assertThat(get("/admin/changes")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({"role,NONSENSE", "page,-1", "page,99999999999", "place,'; drop table'", "former,maybe", "q,%_"})
    void leavesOutAFilterItDoesNotUnderstand(String name, String value) {
        assertThat(mvc.get().uri("/admin/staff").param(name, value).with(admin())).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/staff/nobody", "/admin/grids/G9999", "/admin/change/revolution"})
    void knowsNoOtherPages(String address) {
        assertThat(get(address)).hasStatus(404);
    }

    @Test
    void eachFormOpens() {
        for (var kind : Arrays.asList("join", "leave", "transfer", "name", "stand-in", "rename", "merge", "post")) {
            assertThat(get("/admin/change/" + kind + "?login=hehaitao&code=health&grid=G0202&name=x&duties=y"))
                    .as(kind).hasStatusOk().bodyText().contains("下一步");
        }
    }

    @Test
    void showsWhatATransferMovesThenMakesItThenTakesItBack() {
        var caseId = walk.waitingForAcceptance();
        var number = walk.view(caseId).caseNumber();
        var fields = new String[]{"login", "wangchunsheng", "role", "LEADER", "grid", "G0102"};
        assertThat(post("/admin/change/transfer/preview", fields)).hasStatusOk().bodyText()
                .contains("还没有生效", "这一变动将移交 1 件在办任务", number, "王春生 → 陈明亮",
                        "王春生（wangchunsheng）调动：木城街道 青禾社区 第一网格 · 网格长 → 木城街道 青禾社区 第二网格 · 网格长。");
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("wangchunsheng");
        assertThat(tasks.openTasksOf("wangchunsheng")).hasSize(1);

        assertThat(post("/admin/change/transfer", fields)).hasStatus3xxRedirection();
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("chenmingliang");
        assertThat(tasks.openTasksOf("wangchunsheng")).isEmpty();
        assertThat(tasks.openTasksOf("chenmingliang")).singleElement()
                .satisfies(task -> assertThat(task.caseNumber()).isEqualTo(number));
        assertThat(walk.view(caseId).history()).last().satisfies(entry -> assertThat(entry.internalText())
                .contains("受理", "王春生", "陈明亮"));

        var id = log.list(PageRequest.of(0, 1)).getContent().getFirst().id();
        assertThat(post("/admin/change/undo/preview", "number", "" + id)).hasStatusOk().bodyText()
                .contains("陈明亮 → 王春生");
        assertThat(post("/admin/change/undo", "number", "" + id)).hasStatus3xxRedirection();
        assertThat(tasks.openTasksOf("wangchunsheng")).hasSize(1);
        assertThat(post("/admin/change/undo", "number", "" + id)).hasStatus(422).bodyText().contains("已经撤销过了");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leave    | login=masiyuan                                        | 第一网格将没有网格长，请指定接任人
            leave    | login=nobody                                          | 没有登录名为nobody的在岗人员
            leave    | login=masiyuan;successor=谁也不是                      | 没有叫“谁也不是”的在岗人员
            transfer | login=masiyuan                                        | 请选择角色
            transfer | login=masiyuan;role=PART_TIME;grid=G0202              | 请填写部门
            transfer | login=masiyuan;role=COMMUNITY;community=C99           | 没有代码为C99的社区
            join     | login=x y;name=新来人;role=LEADER;grid=G0201           | 登录名由小写字母开头
            join     | login=xinren;name=新来人;role=LEADER;grid=G0201        | 请勾选“接替现任”
            stand-in | login=masiyuan;standIn=zhuweimin;from=x;to=y;reason=z | 开始日期请按 年-月-日 填写
            stand-in | login=masiyuan;standIn=masiyuan;from=2099-01-01;to=2099-01-02;reason=年休假 | 代理人不能是本人
            rename   | code=health;name=民政局;duties=医疗                     | 已经有名为民政局的部门
            merge    | code=health;into=health                               | 部门不能并入自己
            post     | grid=G0201;post=patrol;login=hehaitao                 | 不在这个网格工作
            end-stand-in | number=x                                          | 没有这条记录
            undo     | number=999999                                         | 没有这条变动记录
            """)
    void saysInChineseWhatIsWrongAndChangesNothing(String kind, String fields, String problem) {
        var before = log.list(PageRequest.of(0, 1)).getTotalElements();
        var typed = Arrays.stream(fields.split("[;=]")).toArray(String[]::new);
        assertThat(post("/admin/change/" + kind + "/preview", typed)).hasStatus(422).bodyText().contains(problem);
        assertThat(post("/admin/change/" + kind, typed)).hasStatus(422).bodyText().contains("还不能变动");
        assertThat(log.list(PageRequest.of(0, 1)).getTotalElements()).isEqualTo(before);
    }

    @Test
    void somebodyNewJoinsWithAPasswordThatIsTypedLast() {
        var fields = new String[]{"login", "xinlaide", "name", "新来的", "role", "PART_TIME", "grid", "G0301",
                "department", "housing"};
        assertThat(post("/admin/change/join/preview", fields)).hasStatusOk().bodyText().contains("初始密码", "到岗")
                .doesNotContain("not-yet-typed");
        assertThat(post("/admin/change/join", with(fields, "password", "short"))).hasStatus(422).bodyText()
                .contains("初始密码需要8到64个字符");
        assertThat(post("/admin/change/join", with(fields, "password", "gridloop1"))).hasStatus3xxRedirection();
        assertThat(territory.person("xinlaide")).isPresent();
        assertThat(get("/admin/staff?place=G0301")).bodyText().contains("新来的");
    }

    @Test
    void aStandInIsNamedByTheirChineseNameAndEndsWithOneClick() {
        assertThat(post("/admin/change/stand-in", "login", "zhengjianshe", "standIn", "梁佳怡", "from", "2020-01-01",
                "to", "2020-01-02", "reason", "年休假")).hasStatus(422).bodyText().contains("已经过去");
        assertThat(post("/admin/change/stand-in", "login", "zhengjianshe", "standIn", "梁佳怡", "from", "2098-12-01",
                "to", "2098-12-02", "reason", "年休假")).hasStatus3xxRedirection();
        assertThat(get("/admin/staff/zhengjianshe")).bodyText().contains("梁佳怡", "结束代理");
    }

    @Test
    void aNameWithMarkupStaysText() {
        assertThat(post("/admin/change/name/preview", "login", "gaowenjing", "name", "<b>高</b>")).hasStatusOk()
                .bodyText().contains("&lt;b&gt;高&lt;/b&gt;").doesNotContain("<b>高</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEADER", "SUPERVISOR", "DISPATCHER", "DESIGNER", "STREET", "COMMUNITY"})
    void nobodyElseMayLookOrChange(String role) {
        assertThat(mvc.get().uri("/admin").with(user("x").roles(role))).hasStatus(403);
        assertThat(mvc.post().uri("/admin/change/leave").param("login", "zhanglixin").with(user("x").roles(role))
                .with(csrf())).hasStatus(403);
    }

    @Test
    void refusesAFormFromElsewhere() {
        assertThat(mvc.post().uri("/admin/change/leave").param("login", "zhanglixin").with(admin())).hasStatus(403);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(admin()).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(admin()).with(csrf());
        for (var i = 0; i + 1 < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String[] with(String[] fields, String name, String value) {
        var more = Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return more;
    }

    private static UserRequestPostProcessor admin() {
        return user("caojiayi").roles("ADMIN");
    }
}
