package io.gridloop.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gridloop.audit.AuditTrail;
import io.gridloop.territory.CountyChange.BeginStandIn;
import io.gridloop.territory.CountyChange.CorrectName;
import io.gridloop.territory.CountyChange.EndStandIn;
import io.gridloop.territory.CountyChange.GivePost;
import io.gridloop.territory.CountyChange.Join;
import io.gridloop.territory.CountyChange.Leave;
import io.gridloop.territory.CountyChange.MergeDepartment;
import io.gridloop.territory.CountyChange.RenameDepartment;
import io.gridloop.territory.CountyChange.Transfer;
import io.gridloop.territory.CountyChange.Undo;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sample county changes. */
@TerritoryTest
class CountyChangesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Seat LEADER_1 = Seat.inGrid(StaffRole.LEADER, "G0101");
    private static final Seat LEADER_2 = Seat.inGrid(StaffRole.LEADER, "G0102");

    @Autowired
    Territory territory;

    @Autowired
    CountyLoader loader;

    @Autowired
    CountyChanges changes;

    @Autowired
    ChangeLog log;

    @Autowired
    StaffPages pages;

    @Autowired
    DutyWatch watch;

    @Autowired
    AuditTrail audit;

    @Autowired
    StoppedClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void aFreshCounty() {
        Emptying.of(jdbc);
        clock.set(TODAY);
        loader.load("classpath:sample-county/", "gridloop");
        events.clear();
    }

    @Test
    void twoLeadersChangePlaces() {
        make(new Transfer("wangchunsheng", LEADER_2, null));
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("chenmingliang");
        assertThat(territory.leaderOf("G0102").login()).isEqualTo("wangchunsheng");
        assertThat(events.stream(DutyChanged.class)).singleElement().satisfies(
                duty -> assertThat(duty.logins()).containsExactlyInAnyOrder("wangchunsheng", "chenmingliang"));
        assertThat(events.stream(StaffMoved.class)).hasSize(2);
    }

    @Test
    void whoWasLeaderOnADayStaysKnown() {
        var before = clock.instant();
        clock.set(TODAY.plusDays(3));
        make(new Transfer("wangchunsheng", LEADER_2, null));
        assertThat(pages.whoHad(LEADER_1, before)).hasValue("王春生");
        assertThat(pages.whoHad(LEADER_1, clock.instant())).hasValue("陈明亮");
        assertThat(pages.whoHad(LEADER_1, before.minus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void aCountyFromBeforeGetsItsFirstAssignments() {
        jdbc.update("delete from assignment");
        book.noteFirstAssignments();
        book.noteFirstAssignments();
        assertThat(pages.whoHad(LEADER_1, clock.instant())).hasValue("王春生");
        assertThat(jdbc.queryForObject("select count(*) from assignment", Integer.class)).isEqualTo(68);
    }

    @Test
    void aWorkersPostsGoToWhoComesInTheirPlace() {
        make(new Transfer("lilijuan", Seat.inGrid(StaffRole.FULL_TIME, "G0102"), null));
        assertThat(handler("G0101", Post.PATROL)).isEqualTo("yanghongxia");
        assertThat(handler("G0102", Post.PATROL)).isEqualTo("lilijuan");
    }

    @Test
    void thePostsOfAPartTimeWorkerWhoLeavesGoToTheFullTimeWorker() {
        make(new Leave("zhanglixin", null));
        assertThat(handler("G0101", Post.MEDIATION)).isEqualTo("lilijuan");
        assertThat(territory.login("zhanglixin")).isEmpty();
        assertThat(territory.formerLogins()).containsExactly("zhanglixin");
        assertThat(territory.person("zhanglixin")).get().extracting(Person::name).isEqualTo("张立新");
        assertThat(events.stream(StaffLeft.class)).containsExactly(new StaffLeft("zhanglixin"));
    }

    @Test
    void aLeaderCannotLeaveWithoutSomebodyToFollow() {
        refused(new Leave("wangchunsheng", null), "木城街道 青禾社区 第一网格将没有网格长，请指定接任人。");
        refused(new Leave("wangchunsheng", "lilijuan"), "将没有专职网格员");
        refused(new Leave("wangchunsheng", "wangchunsheng"), "接任人不能是本人");
        make(new Leave("wangchunsheng", "zhanglixin"));
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("zhanglixin");
    }

    @Test
    void theCentreAndTheDepartmentsAreNeverEmpty() {
        refused(new Leave("dengjianshe", null), "全县将没有督办员");
        refused(new Leave("caojiayi", null), "全县将没有管理员");
        refused(new Transfer("gaoxiulan", Seat.atCentre(StaffRole.INTAKE), null), "城市管理局将没有部门承办人");
    }

    @Test
    void somebodyNewReplacesALeaderWhoLeaves() {
        refused(join("xinren", LEADER_1, false), "现由王春生（wangchunsheng）担任");
        make(join("xinren", LEADER_1, true));
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("xinren");
        assertThat(territory.login("wangchunsheng")).isEmpty();
        assertThat(territory.login("xinren")).get().extracting(StaffLogin::passwordHash).asString()
                .startsWith("{bcrypt}");
        assertThat(events.stream(StaffJoined.class)).singleElement().extracting(StaffJoined::login).isEqualTo("xinren");
    }

    @Test
    void refusesWhatNobodyCanBe() {
        refused(join("Xin Ren", Seat.inGrid(StaffRole.PART_TIME, "G0101"), false), "登录名由小写字母开头");
        refused(join("lilijuan", LEADER_1, true), "登录名lilijuan已被使用");
        refused(join("xinren", new Seat(StaffRole.PART_TIME, "G0101", null, null, null), false), "没有部门，请选择");
        refused(join("xinren", new Seat(StaffRole.PART_TIME, "G9999", "housing", null, null), false),
                "没有代码为G9999的网格");
        refused(join("xinren", new Seat(StaffRole.DEPARTMENT, null, "finance", null, null), false),
                "没有代码为finance的部门");
        refused(join("xinren", new Seat(StaffRole.INTAKE, "G0101", null, null, null), false), "不能有网格");
        refused(new Leave("nobody", null), "没有登录名为nobody的在岗人员");
        refused(new Join("xinren", "新", LEADER_1, "gridloop", true), "请填写姓名");
        refused(new Join("xinren", "新人", LEADER_1, "short", true), "初始密码需要8到64个字符");
    }

    @Test
    void theLoginOfSomebodyWhoLeftIsNeverGivenAgain() {
        make(new Leave("zhanglixin", null));
        refused(join("zhanglixin", new Seat(StaffRole.PART_TIME, "G0101", "housing", null, null), false),
                "登录名zhanglixin已被使用");
    }

    @Test
    void aStandInAnswersFromTodayAndEndsEarly() {
        make(new BeginStandIn("wangchunsheng", "lilijuan", TODAY, TODAY.plusDays(5), "培训"));
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("lilijuan");
        var id = jdbc.queryForObject("select id from stand_in where absent = 'wangchunsheng'", Long.class);
        make(new EndStandIn(id));
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("wangchunsheng");
        refused(new EndStandIn(id), "已经结束");
    }

    @Test
    void refusesStandInsThatCannotBe() {
        refused(standIn("wangchunsheng", "wangchunsheng", 0, 1), "代理人不能是本人");
        refused(standIn("wangchunsheng", "lilijuan", 1, 0), "结束日期不能早于开始日期");
        refused(standIn("wangchunsheng", "lilijuan", -3, -1), "结束日期已经过去");
        refused(standIn("wangchunsheng", "lilijuan", 0, 400), "最长一年");
        refused(new BeginStandIn("wangchunsheng", "lilijuan", TODAY, TODAY, " "), "请填写代理原因");
        make(standIn("wangchunsheng", "lilijuan", 0, 5));
        refused(standIn("wangchunsheng", "zhanglixin", 5, 6), "已经有代理人");
        refused(standIn("lilijuan", "wangchunsheng", 3, 9), "代理关系成了一圈");
        make(standIn("lilijuan", "zhanglixin", 6, 9));
    }

    @Test
    void tellsOnceWhenAStandInBeginsAndOnceWhenItIsOver() {
        make(standIn("wangchunsheng", "lilijuan", 2, 3));
        for (var day = 0; day < 8; day++) {
            clock.set(TODAY.plusDays(day));
            events.clear();
            watch.look();
            watch.look();
            assertThat(events.stream(DutyChanged.class)).as("day " + day).hasSize(day == 2 || day == 4 ? 1 : 0);
        }
    }

    @Test
    void whoLeavesStandsInForNobody() {
        make(standIn("wangchunsheng", "zhanglixin", 0, 5));
        make(new Leave("zhanglixin", null));
        assertThat(territory.leaderOf("G0101").login()).isEqualTo("wangchunsheng");
    }

    @Test
    void aDepartmentKeepsItsCodeUnderANewName() {
        make(new RenameDepartment("housing", "住房和城市更新局", "住房、物业"));
        assertThat(territory.department("housing")).get().extracting(Department::name).isEqualTo("住房和城市更新局");
        refused(new RenameDepartment("health", "民政局", "医疗服务"), "已经有名为民政局的部门");
        refused(new RenameDepartment("nowhere", "某局", "职责"), "没有代码为nowhere的部门");
    }

    @Test
    void theCodeOfAMergedDepartmentStandsForItsSuccessorAndForThatOnesSuccessor() {
        make(new MergeDepartment("housing", "urbanManagement"));
        assertThat(territory.department("housing")).get().extracting(Department::code).isEqualTo("urbanManagement");
        assertThat(territory.departments()).extracting(Department::code).doesNotContain("housing");
        assertThat(territory.handlerFor("G0101", "department", "", "housing").unit()).contains("城市管理局");
        assertThat(territory.person("linchanghe")).get().extracting(Person::unit).isEqualTo("城市管理局");
        make(new MergeDepartment("urbanManagement", "civilAffairs"));
        assertThat(territory.department("housing")).get().extracting(Department::name).isEqualTo("民政局");
        assertThat(territory.handlerFor("G0401", "department", "", "housing").unit()).isEqualTo("民政局");
        refused(new MergeDepartment("housing", "health"), "已经并入其他部门");
        refused(new MergeDepartment("health", "health"), "部门不能并入自己");
    }

    @Test
    void aPostGetsAnotherHolder() {
        make(new GivePost("G0101", Post.PATROL, "zhanglixin"));
        assertThat(handler("G0101", Post.PATROL)).isEqualTo("zhanglixin");
        refused(new GivePost("G0101", Post.PATROL, "yanghongxia"), "不在这个网格工作");
        refused(new GivePost("G0101", Post.PATROL, "zhanglixin"), "没有变动");
    }

    @Test
    void aNameIsCorrected() {
        make(new CorrectName("lilijuan", "李莉娟"));
        assertThat(territory.person("lilijuan")).get().extracting(Person::name).isEqualTo("李莉娟");
        assertThat(events.stream(StaffRenamed.class)).containsExactly(new StaffRenamed("lilijuan", "李莉娟"));
    }

    @Test
    void everyChangeCanBeTakenBackOnce() {
        var before = roster();
        for (var change : new CountyChange[]{new Transfer("wangchunsheng", LEADER_2, null),
                new Leave("zhanglixin", null), join("xinren", LEADER_1, true), standIn("lilijuan", "zhanglixin", 0, 5),
                new MergeDepartment("housing", "urbanManagement"), new CorrectName("lilijuan", "李莉娟"),
                new RenameDepartment("health", "卫生局", "医疗"), new GivePost("G0101", Post.PATROL, "zhanglixin")}) {
            var made = make(change);
            assertThat(roster()).as(change.toString()).isNotEqualTo(before);
            make(new Undo(made.id()));
            assertThat(roster()).as(change.toString()).isEqualTo(before);
            refused(new Undo(made.id()), "已经撤销过了");
        }
    }

    @Test
    void whatHasChangedSinceIsNotTakenBackBlindly() {
        var made = make(new Transfer("wangchunsheng", LEADER_2, null));
        make(new Transfer("wangchunsheng", Seat.inGrid(StaffRole.LEADER, "G0103"), null));
        refused(new Undo(made.id()), "此后又有变动，不能直接撤回");
    }

    @Test
    void aPreviewThatIsRolledBackChangesNothing() {
        var before = roster();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(make(new MergeDepartment("housing", "urbanManagement")).lines().getFirst())
                    .contains("住房和城乡建设局并入");
            assertThat(territory.handlerFor("G0101", "department", "", "housing").unit()).contains("城市管理局");
            status.setRollbackOnly();
        });
        assertThat(roster()).isEqualTo(before);
        assertThat(territory.department("housing")).get().extracting(Department::code).isEqualTo("housing");
        assertThat(log.list(PageRequest.of(0, 10))).isEmpty();
    }

    @Test
    void everyChangeIsLoggedAndAudited() {
        var entries = audit.verify().entries();
        make(new Transfer("wangchunsheng", LEADER_2, null));
        assertThat(log.list(PageRequest.of(0, 10)).getContent()).singleElement().satisfies(change -> {
            assertThat(change.actor()).isEqualTo("caojiayi");
            assertThat(change.kind()).isEqualTo(ChangeKind.TRANSFER);
            assertThat(change.lines()).anyMatch(line -> line.equals(
                    "王春生（wangchunsheng）调动：木城街道 青禾社区 第一网格 · 网格长 → 木城街道 青禾社区 第二网格 · 网格长。"));
        });
        assertThat(audit.verify().entries()).isEqualTo(entries + 1);
        assertThat(jdbc.queryForObject("select action from audit_entry order by id desc limit 1", String.class))
                .isEqualTo("territory.transfer");
    }

    @Test
    void aChangeThatIsRefusedLeavesNoTrace() {
        var entries = audit.verify().entries();
        refused(new Leave("wangchunsheng", null), "请指定接任人");
        assertThat(audit.verify().entries()).isEqualTo(entries);
        assertThat(log.list(PageRequest.of(0, 10))).isEmpty();
        assertThat(events.stream(DutyChanged.class)).isEmpty();
    }

    @Autowired
    RosterBook book;

    private Roster roster() {
        return book.read();
    }

    private ChangeMade make(CountyChange change) {
        return changes.make(change, "caojiayi");
    }

    private void refused(CountyChange change, String problem) {
        assertThatExceptionOfType(ChangeRefused.class).isThrownBy(() -> make(change)).withMessageContaining(problem);
    }

    private String handler(String grid, Post post) {
        return territory.handlerFor(grid, "community", post.code(), "").login();
    }

    private static Join join(String login, Seat seat, boolean replaces) {
        return new Join(login, "新来人", seat, "gridloop1", replaces);
    }

    private static BeginStandIn standIn(String absent, String standIn, int from, int to) {
        return new BeginStandIn(absent, standIn, TODAY.plusDays(from), TODAY.plusDays(to), "年休假");
    }
}
