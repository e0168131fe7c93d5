package io.gridloop.cases;

import io.gridloop.clock.Deadline;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A case from its report to its end. Each method is one intention; in a state that does not allow it, it throws
 * {@link IllegalStateException} and changes nothing.
 */
@Entity
@Table(name = "grid_case")
class Case {

    /** More often nobody takes a closed case up again. */
    static final int MOST_REOPENINGS = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "grid_case_seq")
    @SequenceGenerator(name = "grid_case_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    private String caseNumber;
    private String receiptCode;

    @Embedded
    private Origin origin;

    /** Null when nothing of it is known: that is how Hibernate reads an embedded value of nulls. */
    @Embedded
    private @Nullable Place place;

    /** Written by {@link SimilarCases} alone, beside this object. */
    @Column(insertable = false, updatable = false)
    private @Nullable Long matterId;

    private @Nullable String category;
    private @Nullable String subject;
    private String text;
    private @Nullable String onSpotResult;

    /** Login of who solved it on the spot. */
    private @Nullable String onSpotBy;

    /** Number of the emergency line that the matter belongs to, see {@link EmergencyLine}. */
    private @Nullable String emergencyLine;

    /** The case it was split from. */
    private @Nullable Long parentId;

    @Enumerated(EnumType.STRING)
    private CaseState state = CaseState.REPORTED;

    /** How the case will end once it is closed. */
    @Enumerated(EnumType.STRING)
    private @Nullable Resolution decided;

    @Enumerated(EnumType.STRING)
    private @Nullable Resolution resolution;

    private int run = 1;
    private @Nullable Long processInstanceKey;
    private int round = 1;
    private @Nullable String handlingLevel;
    private @Nullable Instant acceptedAt;
    private @Nullable String handlerLogin;
    private @Nullable String handlerLevel;
    private @Nullable String handlerPost;
    private @Nullable String handlerLead;
    private @Nullable String handlingResult;
    private @Nullable String duplicateOf;
    private @Nullable String repeatOf;

    /** What an independent check of this round found; null before there was one. */
    @Embedded
    private @Nullable Inspection inspection;

    /** What the resident is told of a decision that ends the case. */
    private @Nullable String decisionText;

    @Embedded
    private Watch watch = new Watch();

    @Embedded
    private Signature signature = new Signature();

    /** Code of the unit that it was first dispatched to in this run. */
    private @Nullable String firstReceiver;

    /** When it last turned out to be passed around. */
    private @Nullable Instant blameLoopAt;

    private @Nullable String publicText;
    private @Nullable Instant closedAt;
    private int reopened;
    private Instant movedAt;

    Case(String caseNumber, String receiptCode, Report report, Instant now) {
        this.caseNumber = caseNumber;
        this.receiptCode = receiptCode;
        this.origin = Origin.of(report, now);
        this.place = Place.of(report);
        this.category = report.category();
        this.subject = report.subject();
        this.text = report.text();
        this.onSpotResult = report.onSpotResult();
        this.onSpotBy = report.onSpotResult() == null ? null : report.reportedBy();
        this.emergencyLine = report.emergencyLine();
        this.movedAt = now;
    }

    @SuppressWarnings("NullAway")
    protected Case() {}

    /** Whether a process instance may work on this case: it has the current run, and no other instance has it. */
    boolean takes(int itsRun, long itsKey) {
        return state != CaseState.CLOSED && run == itsRun
                && (processInstanceKey == null || processInstanceKey == itsKey);
    }

    /** The engine began to work on it, or goes on with it, perhaps only to end it, because it was withdrawn before. */
    void register(long itsKey) {
        requireOpen();
        processInstanceKey = itsKey;
        if (state == CaseState.REPORTED) {
            state = classified() ? CaseState.ACCEPTING : CaseState.CLASSIFYING;
        }
    }

    void classify(String newCategory, String gridCode) {
        require(CaseState.CLASSIFYING);
        category = newCategory;
        place = place().in(gridCode);
        state = CaseState.ACCEPTING;
    }

    void accept(String level, Instant now) {
        require(CaseState.ACCEPTING);
        handlingLevel = level;
        onSpotResult = null;
        awaitDispatch(now);
    }

    void refuse(String told) {
        require(CaseState.ACCEPTING);
        decide(Resolution.REFUSED, told);
    }

    void declareDuplicateOf(Case original, String told) {
        require(CaseState.ACCEPTING);
        duplicateOf = original.caseNumber;
        decide(Resolution.DUPLICATE, told);
    }

    void declareRepeatOf(Case first, String told) {
        require(CaseState.ACCEPTING);
        repeatOf = first.caseNumber;
        decide(Resolution.REPEATED, told);
    }

    void declareSolvedOnSpot(String result, @Nullable String byLogin) {
        require(CaseState.ACCEPTING);
        onSpotResult = result;
        onSpotBy = byLogin;
    }

    /** A question that was answered, or a matter that was explained, needs nothing done. */
    void explain(String told) {
        require(CaseState.ACCEPTING, CaseState.VERIFYING);
        decide(Resolution.EXPLAINED, told);
    }

    /** Somebody saw that it is an emergency. */
    void foundUrgent(EmergencyLine line) {
        require(CaseState.CLASSIFYING, CaseState.ACCEPTING);
        emergencyLine = line.number();
    }

    /** It is for an emergency line, not for gridloop. */
    void passOn(String told) {
        require(CaseState.CLASSIFYING, CaseState.ACCEPTING);
        decide(Resolution.PASSED_ON, told);
    }

    /** It is a part of another case; only before the engine knows of it. */
    void splitFrom(Case parent) {
        require(CaseState.REPORTED);
        parentId = parent.id();
    }

    /** A case solved on the spot ends here, or goes to the grid leader when it belongs to the sample. */
    void recordOnSpot(boolean sampled) {
        require(CaseState.ACCEPTING);
        if (onSpotResult == null) {
            throw new IllegalStateException(caseNumber + " was not solved on the spot");
        }
        if (sampled) {
            state = CaseState.VERIFYING;
        } else {
            decide(Resolution.SOLVED_ON_SPOT, null);
        }
    }

    /** A person chose the unit; who handles it follows from the unit at the next dispatch. */
    void assign() {
        require(CaseState.ASSIGNING);
        handlerLogin = null;
    }

    void dispatch(String handler, Dispatch dispatch, Instant from, Deadline deadline) {
        require(CaseState.ASSIGNING, CaseState.HANDLING);
        handlerLogin = handler;
        handlerLevel = dispatch.level();
        handlerPost = dispatch.post();
        handlerLead = dispatch.lead();
        firstReceiver = firstReceiver == null ? unit().code() : firstReceiver;
        watch.arm(watchKey(), dispatch, from, deadline);
        state = CaseState.HANDLING;
    }

    /** Its handler has to sign for it. */
    void askForSignature(Instant dueAt) {
        require(CaseState.HANDLING);
        signature.ask(dueAt);
    }

    /** Somebody signed for its handler. */
    void sign(Instant at) {
        require(CaseState.HANDLING);
        signature.sign(handlerLogin, at);
    }

    /** Nobody signed in time. */
    void signAutomatically(Instant now) {
        require(CaseState.HANDLING);
        signature.signAutomatically(handlerLogin, now);
    }

    /** It is passed around between units. */
    void markBlameLoop(Instant now) {
        blameLoopAt = now;
    }

    /** Another person goes on with it; deadline and round stay. */
    void handOver(String handler) {
        require(CaseState.HANDLING);
        handlerLogin = handler;
    }

    void handled(String result) {
        require(CaseState.HANDLING);
        handlingResult = result;
        state = CaseState.VERIFYING;
    }

    void giveBack() {
        require(CaseState.HANDLING);
        handlerLogin = null;
        signature.clear();
        state = CaseState.ASSIGNING;
    }

    void pass() {
        require(CaseState.VERIFYING);
        decide(onSpotResult == null ? Resolution.SOLVED : Resolution.SOLVED_ON_SPOT, null);
    }

    void giveUp(String told) {
        require(CaseState.VERIFYING);
        decide(Resolution.UNABLE, told);
    }

    /** Somebody who did not handle it looked at it on the spot; once in a round. */
    void inspected(Inspection found) {
        require(CaseState.VERIFYING);
        inspection = found;
    }

    void rework() {
        require(CaseState.VERIFYING);
        inspection = null;
        round++;
        state = CaseState.HANDLING;
    }

    /** A report of something solved on the spot that did not hold: it is dispatched like any accepted case. */
    void reaccept(Instant now) {
        require(CaseState.VERIFYING);
        onSpotResult = null;
        inspection = null;
        awaitDispatch(now);
    }

    /** Its reporter takes it back; the state stays until the engine has ended its process instance. */
    void withdraw(String told) {
        require(CaseState.REPORTED, CaseState.CLASSIFYING, CaseState.ACCEPTING, CaseState.ASSIGNING,
                CaseState.HANDLING, CaseState.VERIFYING);
        decide(Resolution.WITHDRAWN, told);
    }

    void close(String told, Instant now) {
        if (decided == null || state == CaseState.CLOSED) {
            throw new IllegalStateException(caseNumber + " is " + state + ", decided " + decided);
        }
        resolution = decided;
        publicText = told;
        closedAt = now;
        state = CaseState.CLOSED;
    }

    void markOverdue(Instant now) {
        require(CaseState.HANDLING);
        watch.markOverdue(now);
    }

    void moveDeadline(Deadline deadline) {
        require(CaseState.HANDLING);
        watch.move(deadline);
    }

    /** Its clock stands still until somebody resumes it. */
    void suspendDeadline(Instant until) {
        require(CaseState.HANDLING);
        watch.suspend(until);
    }

    /** Also a case that is no longer handled gets its deadline back. */
    void resumeDeadline(Deadline deadline) {
        watch.resume(deadline);
    }

    /** Another process instance takes it up where it stands, under another run; its deadline goes with it. */
    void resume() {
        requireOpen();
        boolean dispatched = dispatched();
        run++;
        processInstanceKey = null;
        if (dispatched) {
            watch.listenTo(watchKey());
        }
    }

    /** Begins anew; that it was withdrawn stays. */
    void restart() {
        requireOpen();
        run++;
        round = 1;
        processInstanceKey = null;
        decided = withdrawn() ? decided : null;
        handlerLogin = null;
        inspection = null;
        firstReceiver = null;
        signature.clear();
        state = CaseState.REPORTED;
    }

    /** A closed case is taken up again from the beginning; what was done and decided before counts no longer. */
    void reopen() {
        if (!reopenable()) {
            throw new IllegalStateException("%s is %s, %s, reopened %d times".formatted(caseNumber, state, resolution,
                    reopened));
        }
        reopened++;
        resolution = null;
        closedAt = null;
        onSpotResult = null;
        handlingResult = null;
        watch.disarm();
        state = CaseState.REPORTED;
        restart();
    }

    /** Something happened to it. */
    void touch(Instant now) {
        movedAt = now;
    }

    private void awaitDispatch(Instant now) {
        acceptedAt = now;
        handlerLogin = null;
        state = CaseState.ASSIGNING;
    }

    private void decide(Resolution outcome, @Nullable String told) {
        decided = outcome;
        decisionText = told;
    }

    private void requireOpen() {
        if (state == CaseState.CLOSED) {
            throw new IllegalStateException(caseNumber + " is closed");
        }
    }

    private void require(CaseState... allowed) {
        requireIn(decided == null, allowed);
    }

    private void requireIn(boolean undecided, CaseState... allowed) {
        if (!undecided || !Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("%s is %s, decided %s, but needs to be one of %s and undecided"
                    .formatted(caseNumber, state, decided, Arrays.toString(allowed)));
        }
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    boolean classified() {
        return category != null && place().gridCode() != null;
    }

    boolean solvedOnSpot() {
        return onSpotResult != null;
    }

    boolean withdrawn() {
        return decided == Resolution.WITHDRAWN;
    }

    /** It is closed, and its matter was looked at: not taken back, and not left to another case or another office. */
    boolean handledToTheEnd() {
        return state == CaseState.CLOSED && resolution != null && resolution.ownOutcome();
    }

    /** Number of the case that treats its matter instead; null when it is treated here. */
    @Nullable
    String mergedInto() {
        return decided == Resolution.DUPLICATE ? duplicateOf : null;
    }

    /** Number of the ended case whose outcome was told instead; null when it was treated here. */
    @Nullable
    String repeats() {
        return decided == Resolution.REPEATED ? repeatOf : null;
    }

    /** Login of who did the work that is to be verified; null when nobody known did. */
    @Nullable
    String doneBy() {
        return onSpotResult == null ? handlerLogin : onSpotBy;
    }

    /** How often it was sent back in this run. */
    int reworks() {
        return round - 1;
    }

    boolean split() {
        return parentId != null;
    }

    boolean reopenable() {
        return handledToTheEnd() && reopened < MOST_REOPENINGS;
    }

    int reopened() {
        return reopened;
    }

    /** The number of its last closing, 1 at first; 0 before there was one. */
    int closing() {
        return state == CaseState.CLOSED ? reopened + 1 : reopened;
    }

    boolean reworked() {
        return round > 1;
    }

    /** Somebody works on it, and nothing is decided: its reporter has not taken it back. */
    boolean beingHandled() {
        return state == CaseState.HANDLING && decided == null;
    }

    /** Whether it was given to a handler in this round, who perhaps gave it back. */
    boolean dispatched() {
        return watchKey().equals(watch.key());
    }

    /** The key the engine's deadline watch listens to. */
    String watchKey() {
        return id + "#" + run + "#" + round;
    }

    /** The grid; only a classified case has one. */
    String gridCode() {
        var grid = place().gridCode();
        if (grid == null) {
            throw new IllegalStateException(caseNumber + " has no grid");
        }
        return grid;
    }

    String caseNumber() {
        return caseNumber;
    }

    String receiptCode() {
        return receiptCode;
    }

    Origin origin() {
        return origin;
    }

    Place place() {
        return place == null ? Place.UNKNOWN : place;
    }

    @Nullable
    Long matterId() {
        return matterId;
    }

    @Nullable
    String category() {
        return category;
    }

    @Nullable
    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    @Nullable
    String onSpotResult() {
        return onSpotResult;
    }

    CaseState state() {
        return state;
    }

    @Nullable
    Resolution decided() {
        return decided;
    }

    @Nullable
    Resolution resolution() {
        return resolution;
    }

    int run() {
        return run;
    }

    @Nullable
    Long processInstanceKey() {
        return processInstanceKey;
    }

    int round() {
        return round;
    }

    @Nullable
    String handlingLevel() {
        return handlingLevel;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    String handlerLogin() {
        return handlerLogin;
    }

    /** The level the handler was chosen at; null when it was dispatched by an earlier version. */
    @Nullable
    String handlerLevel() {
        return handlerLevel;
    }

    /** The unit that has or last had it. */
    Unit unit() {
        return Unit.of(handlerLevel, handlerLead());
    }

    Signature signature() {
        return signature;
    }

    @Nullable
    String firstReceiver() {
        return firstReceiver;
    }

    @Nullable
    Instant blameLoopAt() {
        return blameLoopAt;
    }

    String handlerPost() {
        return handlerPost == null ? "" : handlerPost;
    }

    String handlerLead() {
        return handlerLead == null ? "" : handlerLead;
    }

    @Nullable
    String handlingResult() {
        return handlingResult;
    }

    @Nullable
    String emergencyLine() {
        return emergencyLine;
    }

    @Nullable
    Long parentId() {
        return parentId;
    }

    @Nullable
    Inspection inspection() {
        return inspection;
    }

    @Nullable
    String decisionText() {
        return decisionText;
    }

    Watch watch() {
        return watch;
    }

    @Nullable
    String publicText() {
        return publicText;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    /** When something last happened to it. */
    Instant movedAt() {
        return movedAt;
    }
}
