package io.gridloop.cases;

import static io.gridloop.cases.CaseWalk.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** A case that speaks of several matters is split; it ends after its parts. */
@CasesTest
class SplittingTests {

    private static final String LEADER = "wangchunsheng";
    private static final Splitting.Part LITTER = new Splitting.Part("清运一号楼旁的垃圾", "01-02");
    private static final Splitting.Part LAMP = new Splitting.Part("修好一号楼旁的路灯", "01-02");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Splitting splitting;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Closing closing;

    @Test
    void makesACaseOfEachPartInTheGridOfTheParent(AssertablePublishedEvents events) {
        long parent = walk.beingHandled();
        assertThat(split(parent, LEADER, LITTER, LAMP)).isEmpty();
        var parts = parts(parent);
        assertThat(parts).hasSize(2).allSatisfy(part -> {
            assertThat(part.channel()).isEqualTo(SourceChannel.SPLIT);
            assertThat(part.place()).isEqualTo(walk.view(parent).place());
            assertThat(part.reporter()).isNull();
            assertThat(part.links().parent().caseNumber()).isEqualTo(walk.view(parent).caseNumber());
        });
        assertThat(events.ofType(CaseReported.class)
                .matching(it -> parts.stream().anyMatch(part -> part.caseId() == it.caseId()))).hasSize(2);
        assertThat(walk.view(parent).history().getLast().publicText()).contains("拆分为2件");
    }

    @Test
    void splitsOnceAndNoPartAgainAndNothingOfWhatIsWrong() {
        long parent = walk.registered(aReport());
        assertThat(split(parent, "lilijuan", LITTER, LAMP)).hasValueSatisfying(it -> assertThat(it).contains("网格长"));
        assertThat(split(parent, "chenmingliang", LITTER, LAMP)).isPresent();
        assertThat(split(parent, LEADER, LITTER)).isPresent();
        assertThat(splitting.split(number(parent), Collections.nCopies(7, LITTER), LEADER)).isPresent();
        assertThat(split(parent, LEADER, LITTER, new Splitting.Part("好", "01-02")))
                .hasValueSatisfying(it -> assertThat(it).contains("第2件"));
        assertThat(split(parent, LEADER, LITTER, new Splitting.Part("修好路灯，太暗", "99-99"))).isPresent();
        assertThat(walk.view(parent).links().children()).isEmpty();

        assertThat(split(parent, "fengguifang", LITTER, LAMP)).isEmpty();
        assertThat(split(parent, LEADER, LITTER, LAMP)).hasValueSatisfying(it -> assertThat(it).contains("已经拆分过"));
        long part = parts(parent).getFirst().caseId();
        register(part);
        assertThat(split(part, LEADER, LITTER, LAMP)).hasValueSatisfying(it -> assertThat(it).contains("不能再拆分"));
        assertThat(split(walk.closed(), LEADER, LITTER, LAMP)).isPresent();
    }

    @Test
    void endsOnlyAfterItsPartsAndTellsOfThemAtOnce(AssertablePublishedEvents events) {
        long parent = walk.handled(splitBefore());
        assertThat(String.valueOf(walk.answerVerification(parent, Map.of("decision", "pass")).get("formProblem")))
                .contains(parts(parent).get(0).caseNumber(), parts(parent).get(1).caseNumber(), "还没有结案");
        parts(parent).forEach(part -> {
            register(part.caseId());
            walk.explained(part.caseId());
        });
        assertThat(events.ofType(StaffNotice.class).matching(it -> it.caseId() == parent)).hasSize(1);
        assertThat(walk.view(parent).history().getLast().internalText()).contains("已结案：解释说明");
        assertThat(walk.answerVerification(parent, Map.of("decision", "pass"))).containsEntry("verificationResult",
                "passed");
        walk.close(parent);
        assertThat(walk.view(parent).publicText()).contains("已清运垃圾", "拆分为2件", "清运一号楼旁的垃圾（解释说明）");
        assertThat(closing.told(parts(parent).getFirst().caseId()).orElseThrow().concernsReporter()).isFalse();
    }

    @Test
    void cannotBeTurnedAwayWhileItsPartsAreOpen() {
        long parent = walk.registered(aReport());
        split(parent, LEADER, LITTER, LAMP);
        assertThat(walk.answerAcceptance(parent, Map.of("decision", "explain", "reply", "已经答复过了。")))
                .containsEntry("acceptanceResult", "invalid");
    }

    @Test
    void takesItsOpenPartsAlongWhenItIsWithdrawn(AssertablePublishedEvents events) {
        long parent = walk.registered(aReport());
        split(parent, LEADER, LITTER, LAMP);
        long ended = parts(parent).getFirst().caseId();
        register(ended);
        walk.explained(ended);
        long open = parts(parent).getLast().caseId();
        assertThat(withdrawing.withdraw(walk.receiptCode(parent), "")).isEmpty();
        assertThat(events.ofType(CaseWithdrawn.class).matching(it -> it.caseId() == open)).hasSize(1);
        assertThat(events.ofType(CaseWithdrawn.class).matching(it -> it.caseId() == ended)).isEmpty();
        walk.closeWithdrawn(open);
        assertThat(walk.view(open).resolution()).isEqualTo(Resolution.WITHDRAWN);
    }

    private long splitBefore() {
        long parent = walk.beingHandled();
        split(parent, LEADER, LITTER, LAMP);
        return parent;
    }

    private void register(long caseId) {
        walk.register(caseId);
    }

    private Optional<String> split(long caseId, String login, Splitting.Part... parts) {
        return splitting.split(number(caseId), List.of(parts), login);
    }

    private List<CaseView> parts(long parent) {
        return walk.view(parent).links().children().stream().map(it -> walk.viewOf(it.caseNumber())).toList();
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }
}
