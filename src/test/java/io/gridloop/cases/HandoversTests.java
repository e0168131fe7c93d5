package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.audit.AuditTrail;
import io.gridloop.territory.CountyChange;
import io.gridloop.territory.CountyChange.BeginStandIn;
import io.gridloop.territory.CountyChange.GivePost;
import io.gridloop.territory.CountyChange.Leave;
import io.gridloop.territory.CountyChange.Transfer;
import io.gridloop.territory.CountyChange.Undo;
import io.gridloop.territory.CountyChanges;
import io.gridloop.territory.DutyWatch;
import io.gridloop.territory.Post;
import io.gridloop.territory.Seat;
import io.gridloop.territory.StaffRole;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open tasks follow the people of the county; history keeps who had them. */
@CasesTest
class HandoversTests {

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Tasks tasks;

    @Autowired
    private CountyChanges changes;

    @Autowired
    private DutyWatch watch;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<Long> made = new ArrayList<>();

    @AfterEach
    void takeAllBack() {
        made.reversed().forEach(id -> changes.make(new Undo(id), "caojiayi"));
        made.clear();
    }

    @Test
    void theTasksOfLeadersWhoChangePlacesChangeDesks() {
        long caseId = walk.waitingForAcceptance();
        make(new Transfer("wangchunsheng", Seat.inGrid(StaffRole.LEADER, "G0102"), null));
        assertThat(desk(caseId, "chenmingliang")).isTrue();
        assertThat(desk(caseId, "wangchunsheng")).isFalse();
        assertThat(jdbc.sql("select login from case_party where case_id = ?").param(caseId).query(String.class).list())
                .contains("wangchunsheng", "chenmingliang");
        assertThat(walk.view(caseId).history()).last().satisfies(
                entry -> assertThat(entry.internalText()).contains("王春生", "转交", "陈明亮"));
        assertThat(audit.verify().whole()).isTrue();
    }

    @Test
    void aHandlersTaskGoesToWhoTakesTheirPlaceAndHistoryKeepsTheOldOne() {
        long caseId = walk.beingHandled();
        walk.prepare(caseId, "Task_HandleCase");
        make(new Transfer("lilijuan", Seat.inGrid(StaffRole.FULL_TIME, "G0102"), null));
        assertThat(desk(caseId, "yanghongxia")).isTrue();
        assertThat(walk.view(caseId).handler()).contains("杨红霞");
        assertThat(walk.view(caseId).history()).anySatisfy(
                entry -> assertThat(entry.internalText()).contains("由", "李丽娟", "处置，限"));
    }

    @Test
    void aPostsNewHolderGetsItsOpenTasks() {
        long caseId = walk.beingHandled();
        walk.prepare(caseId, "Task_HandleCase");
        make(new GivePost("G0101", Post.PATROL, "zhanglixin"));
        assertThat(desk(caseId, "zhanglixin")).isTrue();
    }

    @Test
    void nothingIsLeftOnTheDeskOfSomebodyWhoLeft() {
        long waiting = walk.waitingForAcceptance();
        make(new Leave("wangchunsheng", "zhanglixin"));
        assertThat(tasks.openTasksOf("wangchunsheng")).isEmpty();
        assertThat(desk(waiting, "zhanglixin")).isTrue();
    }

    @Test
    void reworkDoesNotGoToSomebodyWhoLeft() {
        long caseId = walk.handled();
        make(new Leave("lilijuan", "zhanglixin"));
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "垃圾还在原处"));
        walk.dispatch(caseId);
        assertThat(walk.view(caseId).handler()).contains("张立新");
    }

    @Test
    void reworkGoesToWhoHasThePlaceNow() {
        long caseId = walk.handled();
        make(new Transfer("lilijuan", Seat.inGrid(StaffRole.FULL_TIME, "G0102"), null));
        walk.answerVerification(caseId, Map.of("decision", "rework", "opinion", "垃圾还在原处"));
        walk.dispatch(caseId);
        assertThat(walk.view(caseId).handler()).contains("杨红霞");
    }

    @Test
    void aTaskThatOpensAfterItsHandlerLeftGoesToWhoFollows() {
        long caseId = walk.beingHandled();
        make(new Leave("lilijuan", "zhanglixin"));
        walk.prepare(caseId, "Task_HandleCase");
        assertThat(desk(caseId, "zhanglixin")).isTrue();
    }

    @Test
    void tasksGoToAStandInOnTheFirstDayAndBackAfterTheLast() {
        long caseId = walk.waitingForAcceptance();
        var tomorrow = LocalDate.now(clock).plusDays(1);
        make(new BeginStandIn("wangchunsheng", "lilijuan", tomorrow, tomorrow.plusDays(1), "培训"));
        watch.look();
        assertThat(holder(caseId)).isEqualTo("wangchunsheng");
        turn(Duration.ofDays(1));
        assertThat(holder(caseId)).isEqualTo("lilijuan");
        turn(Duration.ofDays(1));
        assertThat(holder(caseId)).isEqualTo("lilijuan");
        turn(Duration.ofDays(1));
        assertThat(holder(caseId)).isEqualTo("wangchunsheng");
    }

    @Test
    void whatNobodysChangeConcernsStaysWhereItIs() {
        long caseId = walk.waitingForAcceptance();
        int entries = walk.view(caseId).history().size();
        make(new Transfer("masiyuan", Seat.inGrid(StaffRole.LEADER, "G0202"), null));
        assertThat(holder(caseId)).isEqualTo("wangchunsheng");
        assertThat(walk.view(caseId).history()).hasSize(entries);
    }

    private void turn(Duration by) {
        ((TurnableClock) clock).turn(by);
        watch.look();
    }

    private void make(CountyChange change) {
        made.add(changes.make(change, "caojiayi").id());
        if (change instanceof BeginStandIn) {
            made.removeLast();
        }
    }

    private boolean desk(long caseId, String login) {
        return tasks.openTasksOf(login).stream().anyMatch(task -> task.caseId() == caseId);
    }

    private String holder(long caseId) {
        return tasks.openTasksOf("wangchunsheng").stream().filter(task -> task.caseId() == caseId)
                .map(TaskView::assignee).findFirst()
                .or(() -> tasks.openTasksOf("lilijuan").stream().filter(task -> task.caseId() == caseId)
                        .map(TaskView::assignee).findFirst())
                .orElseThrow();
    }
}
