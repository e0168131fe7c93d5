package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import io.gridloop.cases.FollowingUp;
import io.gridloop.cases.TurnableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CasesTest
class ResidentMessagesTests {

    @Autowired
    private ResidentMessages messages;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private TurnableClock clock;

    @Test
    void tellsTheEndOnce() {
        long caseId = walk.closed();
        messages.tellEnd(caseId);
        messages.tellEnd(caseId);
        assertThat(messages.of(caseId)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("您反映的事项已办结。处置结果：已清运垃圾并冲洗地面");
            assertThat(message.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void tellsEachEndOfACaseThatWasTakenUpAgain() {
        long caseId = walk.closed();
        followingUp.answer(walk.receiptCode(caseId), "DISSATISFIED", "NOT_SOLVED", "", true);
        assertThat(messages.of(caseId)).as("the first end, before it begins anew").hasSize(1);
        messages.tellEnd(caseId);
        assertThat(messages.of(caseId)).as("a late step of the first run").hasSize(1);
        walk.closeAgain(caseId);
        messages.tellEnd(caseId);
        messages.tellEnd(caseId);
        assertThat(messages.of(caseId)).extracting(ResidentMessage::text)
                .containsExactly("您反映的事项已办结。处置结果：已清运垃圾并冲洗地面", "您反映的事项已办结。处置结果：已再次清运垃圾");
    }

    @Test
    void tellsNothingOfAnOpenCase() {
        long caseId = walk.beingHandled();
        assertThatThrownBy(() -> messages.tellEnd(caseId)).isInstanceOf(IllegalStateException.class);
        assertThat(messages.of(caseId)).isEmpty();
    }
}
