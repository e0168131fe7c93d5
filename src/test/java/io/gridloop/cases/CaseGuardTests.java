package io.gridloop.cases;

import static io.gridloop.cases.CaseState.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gridloop.clock.Deadline;
import io.gridloop.clock.Limit;
import io.gridloop.clock.LimitUnit;
import java.time.Instant;
import java.util.List;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

class CaseGuardTests {

    private static final Instant NOW = TurnableClock.START;
    private static final Deadline DEADLINE = new Deadline(NOW.plusSeconds(80), NOW.plusSeconds(100), List.of());

    /** Each intention with the states that allow it. */
    private static final Map<String, Intention> INTENTIONS = new LinkedHashMap<>();

    static {
        allow("register", it -> it.register(1), REPORTED, CLASSIFYING, ACCEPTING, ASSIGNING, HANDLING, VERIFYING);
        allow("resume", Case::resume, REPORTED, CLASSIFYING, ACCEPTING, ASSIGNING, HANDLING, VERIFYING);
        allow("classify", it -> it.classify("01-02", CaseWalk.GRID), CLASSIFYING);
        allow("accept", it -> it.accept("community", NOW), ACCEPTING);
        allow("refuse", it -> it.refuse("理由"), ACCEPTING);
        allow("declareDuplicateOf", it -> it.declareDuplicateOf(aCaseIn(REPORTED), "重复"), ACCEPTING);
        allow("declareSolvedOnSpot", it -> it.declareSolvedOnSpot("已清理", "lilijuan"), ACCEPTING);
        allow("recordOnSpot", it -> it.recordOnSpot(true), ACCEPTING);
        allow("assign", Case::assign, ASSIGNING);
        allow("dispatch", CaseGuardTests::dispatch, ASSIGNING, HANDLING);
        allow("askForSignature", it -> it.askForSignature(NOW), HANDLING);
        allow("sign", it -> it.sign(NOW), HANDLING);
        allow("signAutomatically", it -> it.signAutomatically(NOW), HANDLING);
        allow("handled", it -> it.handled("已清理"), HANDLING);
        allow("giveBack", Case::giveBack, HANDLING);
        allow("pass", Case::pass, VERIFYING);
        allow("giveUp", it -> it.giveUp("原因"), VERIFYING);
        allow("rework", Case::rework, VERIFYING);
        allow("reaccept", it -> it.reaccept(NOW), VERIFYING);
        allow("markOverdue", it -> it.markOverdue(NOW), HANDLING);
        allow("moveDeadline", it -> it.moveDeadline(new Deadline(NOW, NOW, List.of())), HANDLING);
        allow("suspendDeadline", it -> it.suspendDeadline(NOW), HANDLING);
        allow("restart", Case::restart, REPORTED, CLASSIFYING, ACCEPTING, ASSIGNING, HANDLING, VERIFYING);
        allow("withdraw", it -> it.withdraw("撤回"), REPORTED, CLASSIFYING, ACCEPTING, ASSIGNING, HANDLING, VERIFYING);
        allow("reopen", Case::reopen, CLOSED);
        allow("close", it -> it.close("结束", NOW));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("everyIntentionInEveryState")
    void allowsAnIntentionOnlyInItsStates(CaseState state, String name, Intention intention) {
        var it = aCaseIn(state);
        if (intention.allowed.contains(state)) {
            assertThatCode(() -> intention.act.accept(it)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> intention.act.accept(it)).isInstanceOf(IllegalStateException.class);
            assertThat(it.state()).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @EnumSource(value = CaseState.class, names = {"ACCEPTING", "VERIFYING"})
    void allowsOnlyClosingAndAnotherInstanceOnceDecided(CaseState state) {
        INTENTIONS.forEach((name, intention) -> {
            var it = aCaseIn(state);
            ReflectionTestUtils.setField(it, "decided", Resolution.REFUSED);
            if (Set.of("close", "restart", "resume", "register").contains(name)) {
                assertThatCode(() -> intention.act.accept(it)).as(name).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> intention.act.accept(it)).as(name).isInstanceOf(IllegalStateException.class);
            }
        });
    }

    @Test
    void staysWithdrawnWhenItIsRegisteredOrStartedAnew() {
        var it = aCaseIn(REPORTED);
        it.withdraw("撤回");
        it.register(1);
        assertThat(it.withdrawn()).isTrue();
        it.restart();
        it.register(2);
        assertThatThrownBy(() -> it.accept("community", NOW)).isInstanceOf(IllegalStateException.class);
        it.close("撤回", NOW);
        assertThat(it.resolution()).isEqualTo(Resolution.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(Resolution.class)
    void isTakenUpAgainTwiceWhenItHasAnOutcomeOfItsOwn(Resolution resolution) {
        var it = aCaseIn(CLOSED);
        ReflectionTestUtils.setField(it, "resolution", resolution);
        boolean allowed = resolution.ownOutcome();
        for (int time = 1; allowed && time <= 2; time++) {
            it.reopen();
            assertThat(it).returns(REPORTED, Case::state).returns(time, Case::reopened).returns(time + 1, Case::run);
            ReflectionTestUtils.setField(it, "state", CLOSED);
            ReflectionTestUtils.setField(it, "resolution", resolution);
        }
        assertThatThrownBy(it::reopen).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closesOnce() {
        var it = aCaseIn(VERIFYING);
        it.giveUp("原因");
        it.close("结束", NOW);
        assertThat(it.resolution()).isEqualTo(Resolution.UNABLE);
        assertThatThrownBy(() -> it.close("再次", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void recordsOnTheSpotOnlyWhatWasSolvedOnTheSpot() {
        var it = aCaseIn(ACCEPTING);
        ReflectionTestUtils.setField(it, "onSpotResult", null);
        assertThatThrownBy(() -> it.recordOnSpot(false)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsALaterDeadlineThatAPersonSetWhenDispatchedAgainInTheSameRound() {
        var it = aCaseIn(ASSIGNING);
        dispatch(it);
        it.moveDeadline(new Deadline(NOW.plusSeconds(800), NOW.plusSeconds(1_000), List.of()));
        it.giveBack();
        dispatch(it);
        assertThat(it.watch().dueAt()).isEqualTo(NOW.plusSeconds(1_000));
    }

    @Test
    void raisesTheDeadlineVersionWithEachChange() {
        var it = aCaseIn(ASSIGNING);
        dispatch(it);
        int first = it.watch().version();
        it.moveDeadline(new Deadline(NOW.plusSeconds(800), NOW.plusSeconds(1_000), List.of()));
        assertThat(it.watch().version()).isEqualTo(first + 1);
        assertThat(it.watch().warnAt()).isEqualTo(NOW.plusSeconds(800));
    }

    private static void dispatch(Case it) {
        it.dispatch("lilijuan",
                new Dispatch("community", "patrol", "", "", "R", new Limit(4, LimitUnit.WORKING_HOUR), "normal", "L"),
                NOW, DEADLINE);
    }

    private static Case aCaseIn(CaseState state) {
        var it = new Case("WZ26-000001-0", "A", CaseWalk.with(CaseWalk.aReport(), "01-02", CaseWalk.GRID, "垃圾", "已清理"),
                NOW);
        ReflectionTestUtils.setField(it, "id", 1L);
        ReflectionTestUtils.setField(it, "state", state);
        ReflectionTestUtils.setField(it, "resolution", state == CLOSED ? Resolution.SOLVED : null);
        return it;
    }

    private static Stream<Arguments> everyIntentionInEveryState() {
        return Arrays.stream(CaseState.values()).flatMap(state -> INTENTIONS.entrySet().stream()
                .map(intention -> arguments(state, intention.getKey(), intention.getValue())));
    }

    private static void allow(String name, Consumer<Case> act, CaseState... states) {
        var allowed = EnumSet.noneOf(CaseState.class);
        allowed.addAll(Arrays.asList(states));
        INTENTIONS.put(name, new Intention(act, allowed));
    }

    private record Intention(Consumer<Case> act, Set<CaseState> allowed) {}
}
