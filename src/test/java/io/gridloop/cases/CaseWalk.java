package io.gridloop.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks cases through their steps as the workers do. */
@TestComponent
public class CaseWalk {

    public static final String GRID = "G0101";

    private static final AtomicLong KEYS = new AtomicLong(1_000);

    private final Reporting reporting;
    private final Registering registering;
    private final Classifying classifying;
    private final Accepting accepting;
    private final OnSpot onSpot;
    private final Assigning assigning;
    private final Dispatching dispatching;
    private final SigningFor signing;
    private final Handling handling;
    private final Verifying verifying;
    private final Supervising supervising;
    private final Inspecting inspecting;
    private final PassingOn passingOn;
    private final Closing closing;
    private final Extending extending;
    private final Suspending suspending;
    private final Permitting permitting;
    private final Ordering ordering;
    private final Replying replying;
    private final ReviewingReply reviewing;
    private final FollowingOrder following;
    private final Whistling whistling;
    private final TaskCards cards;
    private final CasePages pages;
    private final JdbcClient jdbc;

    CaseWalk(
            Reporting reporting,
            Registering registering,
            Classifying classifying,
            Accepting accepting,
            OnSpot onSpot,
            Assigning assigning,
            Dispatching dispatching,
            SigningFor signing,
            Handling handling,
            Verifying verifying,
            Supervising supervising,
            Inspecting inspecting,
            PassingOn passingOn,
            Closing closing,
            Extending extending,
            Suspending suspending,
            Permitting permitting,
            Ordering ordering,
            Replying replying,
            ReviewingReply reviewing,
            FollowingOrder following,
            Whistling whistling,
            TaskCards cards,
            CasePages pages,
            JdbcClient jdbc) {
        this.reporting = reporting;
        this.registering = registering;
        this.classifying = classifying;
        this.accepting = accepting;
        this.onSpot = onSpot;
        this.assigning = assigning;
        this.dispatching = dispatching;
        this.signing = signing;
        this.handling = handling;
        this.verifying = verifying;
        this.supervising = supervising;
        this.inspecting = inspecting;
        this.passingOn = passingOn;
        this.closing = closing;
        this.extending = extending;
        this.suspending = suspending;
        this.permitting = permitting;
        this.ordering = ordering;
        this.replying = replying;
        this.reviewing = reviewing;
        this.following = following;
        this.whistling = whistling;
        this.cards = cards;
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /** A resident's report of litter, with category and grid. */
    public static Report aReport() {
        return new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, "01-02", null,
                "小区门口垃圾成堆，三天没人清理", GRID, null, null, "一号楼旁", "李某", "13812345678", null, null, TurnableClock.START);
    }

    static Report with(Report it, @Nullable String category, @Nullable String grid, String text,
            @Nullable String onSpotResult) {
        return new Report(it.submissionKey(), it.channel(), it.externalId(), category, it.subject(), text, grid,
                it.longitude(),
                it.latitude(), it.address(), it.reporterName(), it.contact(), it.reportedBy(), onSpotResult,
                it.receivedAt());
    }

    static Step step(long caseId, String element) {
        return new Step(caseId, element, KEYS.incrementAndGet());
    }

    long reported(Report report) {
        return reporting.accept(report).caseId();
    }

    public long registered(Report report) {
        long caseId = reported(report);
        register(caseId);
        return caseId;
    }

    /** The engine begins to work on a case. */
    public void register(long caseId) {
        registering.register(step(caseId, "Task_RegisterCase"), 1, caseId * 10).orElseThrow();
    }

    /** Key of an open task to accept a case of the grid's leader. */
    public long toAccept() {
        var step = step(registered(aReport()), "Task_AcceptCase");
        prepare(step);
        return step.elementInstanceKey();
    }

    /** Key of an open task of this element. */
    public long taskAt(String element) {
        return switch (element) {
            case "Task_AssistCase" ->
                taskFor(beingHandledTogether(), element, part("case_assistance", "publicSecurity"));
            case "Task_ReportIn" -> taskFor(whistled(), element, part("whistle_call", "publicSecurity"));
            case "Task_CloseWhistle" -> taskFor(whistled(), element, jdbc.sql("select max(id) from whistle")
                    .query(Long.class).single());
            default -> taskOfTheCaseAt(element);
        };
    }

    private long taskOfTheCaseAt(String element) {
        long caseId = switch (element) {
            case "Task_ClassifyCase" -> registered(with(aReport(), null, null, "小区门口垃圾成堆", null));
            case "Task_AcceptCase" -> registered(aReport());
            case "Task_AssignUnit" -> accepted();
            case "Task_VerifyCase", "Task_InspectCase" -> handled();
            case "Task_SignForCase" -> waitingForSignature();
            case "Task_ReplySupervision" -> supervised("SUPERVISE");
            case "Task_ReviewReply" -> replied("SUPERVISE");
            default -> beingHandled();
        };
        var step = step(caseId, element);
        prepare(step);
        return step.elementInstanceKey();
    }

    /** A case whose task 受理案件 is open on the desk of the leader of {@link #GRID}. */
    public long waitingForAcceptance() {
        long caseId = registered(aReport());
        prepare(caseId, "Task_AcceptCase");
        return caseId;
    }

    /** Puts the case on the desk of whoever handles it. */
    public void handleAtTheDesk(long caseId) {
        prepare(caseId, "Task_HandleCase");
    }

    /** Puts the case on the supervisor's desk. */
    public void superviseOverdue(long caseId) {
        prepare(caseId, "Task_SuperviseOverdue");
    }

    long accepted() {
        long caseId = registered(aReport());
        answerAcceptance(caseId, Map.of("decision", "accept", "handlingLevel", "community"));
        return caseId;
    }

    public long beingHandled() {
        long caseId = accepted();
        dispatch(caseId);
        return caseId;
    }

    public long handled() {
        return handled(beingHandled());
    }

    /** The handler of a case says it is done. */
    public long handled(long caseId) {
        answerHandling(caseId, Map.of("decision", "done", "result", "已清运垃圾并冲洗地面"));
        return caseId;
    }

    public long closed() {
        long caseId = handled();
        verified(caseId);
        return caseId;
    }

    /** The leader finds a handled case well done, and it ends. */
    public void verified(long caseId) {
        answerVerification(caseId, Map.of("decision", "pass"));
        closing.close(step(caseId, "Task_CloseCase"));
    }

    public Map<String, @Nullable Object> dispatch(long caseId) {
        return dispatch(step(caseId, "Task_DispatchCase"), 4);
    }

    Map<String, @Nullable Object> dispatch(Step step, int hours) {
        var route = Map.of("level", "community", "post", "patrol", "lead", "", "coHandlers", "",
                "ruleCode", "R-0102-C");
        var limit = Map.of("amount", hours, "unit", "workingHour", "severity", "normal", "ruleCode", "L-0102");
        return dispatching.dispatch(step, Answer.of(route), Answer.of(limit));
    }

    /** A case that a department leads, with two co-handlers. */
    public long beingHandledTogether() {
        long caseId = accepted();
        dispatchTogether(caseId);
        return caseId;
    }

    /** A case for which the grid leader has called two departments. */
    public long whistled() {
        long caseId = beingHandled();
        whistling.blow(view(caseId).caseNumber(), List.of("urbanManagement", "publicSecurity"), "燃气管道泄漏", "小区东门",
                "2", "wangchunsheng").ifPresent(problem -> {
                    throw new IllegalStateException(problem.words());
                });
        return caseId;
    }

    Map<String, @Nullable Object> dispatchTogether(long caseId) {
        var route = Map.of("level", "department", "post", "patrol", "lead", "housing", "coHandlers",
                "urbanManagement,publicSecurity", "ruleCode", "R-0501-A");
        var limit = Map.of("amount", 4, "unit", "workingHour", "severity", "urgent", "ruleCode", "L-0501");
        return dispatching.dispatch(step(caseId, "Task_DispatchCase"), Answer.of(route), Answer.of(limit));
    }

    /** Opens the task of a part of a case; returns its key. */
    public long taskFor(long caseId, String element, long part) {
        var step = new Step(caseId, element, KEYS.incrementAndGet(), part);
        prepare(step);
        return step.elementInstanceKey();
    }

    /** Id of what a department was asked last: as a co-handler, or by a whistle. */
    public long part(String table, String department) {
        return jdbc.sql("select max(id) from " + table + " where department = ?").param(department).query(Long.class)
                .single();
    }

    /** To a department, by its code, or to a level of the ladder. */
    Map<String, @Nullable Object> dispatchTo(long caseId, String unit) {
        var to = Unit.of(unit);
        var route = Map.of("level", to.level(), "post", "", "lead", to.lead(), "coHandlers", "", "ruleCode", "manual");
        var limit = Map.of("amount", 4, "unit", "workingHour", "severity", "normal", "ruleCode", "L-0102");
        return dispatching.dispatch(step(caseId, "Task_DispatchCase"), Answer.of(route), Answer.of(limit));
    }

    /** With a unit that has to sign for it. */
    public long waitingForSignature() {
        long caseId = accepted();
        dispatchTo(caseId, "urbanManagement");
        return caseId;
    }

    Map<String, @Nullable Object> answerSigning(long caseId, Object answer) {
        prepare(caseId, "Task_SignForCase");
        return checkSigning(caseId, answer);
    }

    Map<String, @Nullable Object> checkSigning(long caseId, Object answer) {
        return signing.check(step(caseId, "Task_CheckSigning"), Answer.of(answer));
    }

    Map<String, @Nullable Object> signAutomatically(long caseId) {
        return signing.signAutomatically(step(caseId, "Task_SignAutomatically"));
    }

    /** This unit gets it and gives it back. */
    public void returnedBy(long caseId, String unit) {
        dispatchTo(caseId, unit);
        answerHandling(caseId, Map.of("decision", "return", "reason", "不属于我单位的职责"));
    }

    /** The dispatcher decides. */
    public Map<String, @Nullable Object> ruled(long caseId, String ruling, String unit, String reason) {
        prepare(caseId, "Task_AssignUnit");
        return answerAssignment(caseId, Map.of("ruling", ruling, "unit", unit, "reason", reason));
    }

    /** Given back by three units, one after the other. */
    public long passedAround() {
        long caseId = accepted();
        returnedBy(caseId, "urbanManagement");
        ruled(caseId, "grant", "housing", "");
        returnedBy(caseId, "housing");
        ruled(caseId, "grant", "publicSecurity", "");
        returnedBy(caseId, "publicSecurity");
        return caseId;
    }

    Map<String, @Nullable Object> answerClassification(long caseId, Object answer) {
        return classifying.check(step(caseId, "Task_CheckClassification"), Answer.of(answer));
    }

    public Map<String, @Nullable Object> answerAcceptance(long caseId, Object answer) {
        prepare(caseId, "Task_AcceptCase");
        return accepting.check(step(caseId, "Task_CheckAcceptance"), Answer.of(answer));
    }

    Map<String, @Nullable Object> answerAssignment(long caseId, Object answer) {
        return assigning.check(step(caseId, "Task_CheckAssignment"), Answer.of(answer));
    }

    Map<String, @Nullable Object> answerHandling(long caseId, Object answer) {
        prepare(caseId, "Task_HandleCase");
        return handling.check(step(caseId, "Task_CheckHandling"), Answer.of(answer));
    }

    public Map<String, @Nullable Object> answerVerification(long caseId, Object answer) {
        return verifying.check(step(caseId, "Task_CheckVerification"), Answer.of(answer));
    }

    Map<String, @Nullable Object> answerInspection(long caseId, Object answer) {
        prepare(caseId, "Task_InspectCase");
        return inspecting.check(step(caseId, "Task_CheckInspection"), Answer.of(answer));
    }

    /** Names the emergency line of a case, and ends it. */
    public void passedOn(long caseId) {
        passingOn.passOn(step(caseId, "Task_PassThrough"));
        close(caseId);
    }

    /** A report of the same matter, merged into this case and closed. */
    public long mergedInto(long originalId) {
        long caseId = registered(aReport());
        answerAcceptance(caseId, Map.of("decision", "duplicate", "duplicateOf", view(originalId).caseNumber()));
        close(caseId);
        return caseId;
    }

    /** Ends a case that is being accepted with an answer. */
    public void explained(long caseId) {
        answerAcceptance(caseId, Map.of("decision", "explain", "reply", "社保卡补办到一楼三号窗口。"));
        close(caseId);
    }

    Map<String, @Nullable Object> answerSupervision(long caseId, Object answer) {
        return supervising.check(step(caseId, "Task_CheckSupervision"), Answer.of(answer));
    }

    /** A case whose handler was given an order of this level. */
    public long supervised(String level) {
        long caseId = beingHandled();
        order(caseId, level);
        return caseId;
    }

    /** A case whose handler replied to an order of this level. */
    public long replied(String level) {
        long caseId = supervised(level);
        answerReply(caseId, aReply());
        return caseId;
    }

    /** Orders as the supervisor; returns the id of the order. */
    public long order(long caseId, String level) {
        ordering.order(view(caseId).caseNumber(), level, "LEADER", "请说明进展", "dengjianshe").ifPresent(problem -> {
            throw new IllegalStateException(problem.words());
        });
        return orderId(caseId);
    }

    /** Id of the youngest order. */
    public long orderId(long caseId) {
        return jdbc.sql("select max(id) from supervision_order where case_id = ?").param(caseId).query(Long.class)
                .single();
    }

    static Map<String, String> aReply() {
        return Map.of("done", "已联系清运车辆，明天上午清完", "finishOn", "2027-06-30");
    }

    Map<String, @Nullable Object> answerReply(long caseId, Object answer) {
        prepare(caseId, "Task_ReplySupervision");
        return replying.check(step(caseId, "Task_CheckReply"), orderId(caseId), Answer.of(answer));
    }

    Map<String, @Nullable Object> answerReview(long caseId, Object answer) {
        prepare(caseId, "Task_ReviewReply");
        return reviewing.check(step(caseId, "Task_CheckReview"), orderId(caseId), Answer.of(answer));
    }

    /** As the process of the order asks; the instance is always the same. */
    Map<String, @Nullable Object> lookAtOrder(long caseId) {
        return following.open(step(caseId, "Task_OpenSupervision"), orderId(caseId), caseId);
    }

    /** The limit for a reply is over, says the engine. */
    void replyOverdue(long caseId, @Nullable Object replyDueAt) {
        following.escalate(step(caseId, "Task_EscalateSupervision"), orderId(caseId), String.valueOf(replyDueAt));
    }

    /** Asks for more time as the one who handles it. */
    public void asksForMoreTime(long caseId, String amount, String unit) {
        extending.ask(view(caseId).caseNumber(), amount, unit, "等待维修配件到货", "lilijuan").ifPresent(problem -> {
            throw new IllegalStateException(problem.words());
        });
    }

    /** Asks for a suspension as the one who handles it. */
    public void asksForSuspension(long caseId, String reviewOn) {
        suspending.ask(view(caseId).caseNumber(), "SEASON", reviewOn, "连日大雨无法施工", "lilijuan").ifPresent(problem -> {
            throw new IllegalStateException(problem.words());
        });
    }

    /** Its clock stands still until this day. */
    public void suspended(long caseId, String reviewOn) {
        asksForSuspension(caseId, reviewOn);
        supported(caseId);
        permitting.decide(view(caseId).caseNumber(), request(caseId), "grant", "", "", "dengjianshe")
                .ifPresent(problem -> {
                    throw new IllegalStateException(problem.words());
                });
    }

    /** The grid leader supports what was asked. */
    public void supported(long caseId) {
        permitting.opine(view(caseId).caseNumber(), request(caseId), "support", "情况属实", "wangchunsheng")
                .ifPresent(problem -> {
                    throw new IllegalStateException(problem.words());
                });
    }

    /** Id of the youngest request. */
    public String request(long caseId) {
        return jdbc.sql("select max(id) from deadline_request where case_id = ?").param(caseId).query(String.class)
                .single();
    }

    boolean recordOnSpot(long caseId) {
        return Boolean.TRUE.equals(onSpot.record(step(caseId, "Task_RecordOnSpot")).get("sampled"));
    }

    /** The secret code of a case's reporter. */
    public String receiptCode(long caseId) {
        return jdbc.sql("select receipt_code from grid_case where id = ?").param(caseId).query(String.class).single();
    }

    /** Ends a withdrawn case as the event subprocess does. */
    public void closeWithdrawn(long caseId) {
        closing.close(step(caseId, "Task_CloseWithdrawnCase"));
    }

    /** Takes a case that was opened again through the whole loop once more. */
    public void closeAgain(long caseId) {
        registering.register(step(caseId, "Task_RegisterCase"), view(caseId).run(), caseId * 10 + 1).orElseThrow();
        answerAcceptance(caseId, Map.of("decision", "accept", "handlingLevel", "community"));
        dispatch(caseId);
        answerHandling(caseId, Map.of("decision", "done", "result", "已再次清运垃圾"));
        answerVerification(caseId, Map.of("decision", "pass"));
        close(caseId);
    }

    public void close(long caseId) {
        closing.close(step(caseId, "Task_CloseCase"));
    }

    Map<String, @Nullable Object> prepare(long caseId, String element) {
        return prepare(step(caseId, element));
    }

    Map<String, @Nullable Object> prepare(Step step) {
        return cards.prepare(step, new Instance(step.caseId() * 10, "GridCaseProcess", 1), Map.of());
    }

    public CaseView view(long caseId) {
        return pages.byId(caseId).orElseThrow();
    }

    public CaseView viewOf(String caseNumber) {
        return pages.byNumber(caseNumber).orElseThrow();
    }

    /** The elements in the order in which the history names them. */
    List<String> elements(long caseId) {
        return view(caseId).history().stream().map(CaseView.Entry::element).toList();
    }

    long count(String table, long caseId) {
        return jdbc.sql("select count(*) from " + table + " where case_id = ?").param(caseId).query(Long.class)
                .single();
    }
}
