package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.FollowingUp;
import io.gridloop.cases.ReceiptPages;
import io.gridloop.cases.ReceiptView;
import io.gridloop.cases.Withdrawing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reporters of merged cases are told what became of the original. */
@CasesTest
class MergedMessagesTests {

    @Autowired
    private ResidentMessages messages;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private ReceiptPages receipts;

    @Test
    void tellsTheReporterOfADuplicateTheEndOfTheOriginalOnce() {
        long original = walk.handled();
        long duplicate = walk.mergedInto(original);
        assertThat(messages.of(duplicate)).singleElement().satisfies(it -> assertThat(it.text())
                .contains("正在办理", walk.view(original).caseNumber()));
        end(original);
        messages.tellEnd(original);
        messages.tellEnd(duplicate);
        assertThat(messages.of(duplicate)).hasSize(2).last().satisfies(it -> assertThat(it.text())
                .contains(walk.view(original).caseNumber(), "已解决", "已清运垃圾并冲洗地面"));
        assertThat(messages.of(original)).hasSize(1);
    }

    @Test
    void tellsItAtOnceWhenTheOriginalHadEndedBefore() {
        long original = walk.closed();
        long duplicate = walk.mergedInto(original);
        assertThat(messages.of(duplicate)).extracting(ResidentMessage::text).satisfiesExactly(
                own -> assertThat(own).contains("下一条回复"), outcome -> assertThat(outcome).contains("已解决"));
        messages.tellEnd(duplicate);
        assertThat(messages.of(duplicate)).hasSize(2);
    }

    @Test
    void tellsDuplicatesOfDuplicatesTheEndOfTheCaseThatTreatsTheirMatter() {
        long middle = walk.registered(CaseWalk.aReport());
        long first = walk.mergedInto(middle);
        long original = walk.handled();
        walk.answerAcceptance(middle, Map.of("decision", "duplicate", "duplicateOf",
                walk.view(original).caseNumber()));
        walk.close(middle);
        assertThat(messages.of(first)).as("a merger is no outcome").hasSize(1);
        end(original);
        assertThat(messages.of(first)).hasSize(2).last()
                .satisfies(it -> assertThat(it.text()).contains(walk.view(original).caseNumber()));
        assertThat(messages.of(middle)).hasSize(2);
        assertThat(walk.view(original).links().mergedCount()).isEqualTo(2);
        assertThat(walk.view(original).links().merged()).hasSize(2);
    }

    @Test
    void tellsTheNextEndAgainWhenTheOriginalWasTakenUpAgain() {
        long original = walk.closed();
        long duplicate = walk.mergedInto(original);
        assertThat(followingUp.answer(walk.receiptCode(original), "DISSATISFIED", "NOT_SOLVED", "", true)).isEmpty();
        assertThat(messages.of(duplicate)).hasSize(2);
        walk.closeAgain(original);
        assertThat(messages.of(duplicate)).hasSize(3).last()
                .satisfies(it -> assertThat(it.text()).contains("已再次清运垃圾"));
    }

    @Test
    void asksToReportAnewWhenTheOriginalWasTakenBack() {
        long original = walk.handled();
        long duplicate = walk.mergedInto(original);
        withdrawing.withdraw(walk.receiptCode(original), "我自己清掉了");
        walk.closeWithdrawn(original);
        assertThat(messages.of(duplicate)).last().satisfies(it -> assertThat(it.text()).contains("请您重新上报")
                .doesNotContain("我自己清掉了"));
    }

    @Test
    void showsTheWayOfTheOriginalWithoutItsReportersWords() {
        long original = walk.handled();
        long duplicate = walk.mergedInto(original);
        end(original);
        var receipt = receipts.byReceipt(walk.receiptCode(duplicate)).orElseThrow();
        var seen = receipt.original();
        assertThat(seen.caseNumber()).isEqualTo(walk.view(original).caseNumber());
        assertThat(seen.steps()).extracting(ReceiptView.Step::text).contains("已核查通过。")
                .noneMatch(it -> it.contains("三天没人清理") || it.contains("您撤回"));
        assertThat(receipt.followUp()).isNull();
        assertThat(followingUp.answer(walk.receiptCode(duplicate), "SATISFIED", "", "", false)).isPresent();
    }

    private void end(long caseId) {
        walk.answerVerification(caseId, Map.of("decision", "pass"));
        walk.close(caseId);
    }
}
