package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasesTest
class JoiningTests {

    /** Degrees of latitude, about one metre. */
    private static final double METRE = 1 / 111_195.0;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private NearbyCases nearby;

    @Autowired
    private Joining joining;

    @Autowired
    private ReceiptPages receipts;

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsOpenCasesOfTheKindWithinItsMetresTheClosestFirst() {
        long near = walk.registered(at("01-06", 35.091));
        long here = walk.registered(at("01-06", 35.091 + 30 * METRE));
        walk.registered(at("01-06", 35.091 + 90 * METRE));
        walk.registered(at("01-07", 35.091));
        assertThat(nearby.of(at("01-06", 35.091 + 34 * METRE))).extracting(NearbyCase::caseNumber, NearbyCase::metres)
                .containsExactly(tuple(here, 0L), tuple(near, 30L));
    }

    @Test
    void looksFurtherForAKindThatIsHeardFurther() {
        long noise = walk.registered(at("03-01", 35.092));
        assertThat(numbers(at("03-01", 35.092 + 150 * METRE))).containsExactly(number(noise));
    }

    @Test
    void showsTheCasesOfTheGridWhereOneOfBothHasNoPoint() {
        long point = walk.registered(at("01-05", 35.0925));
        long grid = walk.registered(in("01-05", "G0103"));
        walk.registered(in("01-05", "G0201"));
        assertThat(numbers(in("01-05", "G0103"))).containsExactly(number(grid), number(point));
        assertThat(numbers(at("01-05", 35.0925))).containsExactly(number(point), number(grid));
        assertThat(nearby.of(in("01-05", "G0103"))).extracting(NearbyCase::metres).containsOnlyNulls();
    }

    @Test
    void showsFiveAtMost() {
        IntStream.range(0, 7).forEach(i -> walk.registered(at("01-08", 35.093)));
        assertThat(nearby.of(at("01-08", 35.093))).hasSize(5);
    }

    @Test
    void showsNothingThatHasEndedOrIsUrgentOrAPartOfAnother() {
        long withdrawn = walk.registered(at("02-01", 35.0935));
        withdrawing.withdraw(walk.receiptCode(withdrawn), "");
        long part = walk.registered(at("02-01", 35.0935));
        jdbc.sql("update grid_case set parent_id = ? where id = ?").params(withdrawn, part).update();
        long urgent = walk.registered(at("02-01", 35.0935));
        jdbc.sql("update grid_case set emergency_line = '119' where id = ?").param(urgent).update();
        assertThat(nearby.of(at("02-01", 35.0935))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"07-01", "08-03", "09-01", "06-02", "12-01"})
    void showsNoCasesThatSpeakOfPeople(String category) {
        long it = walk.registered(at(category, 35.094));
        assertThat(nearby.of(at(category, 35.094))).isEmpty();
        assertThat(joining.join(at(category, 35.094), number(it))).isEmpty();
    }

    @Test
    void asksNothingOnceTheReportWasAccepted() {
        walk.registered(at("02-02", 35.0945));
        var report = at("02-02", 35.0945);
        assertThat(nearby.of(report)).hasSize(1);
        walk.registered(report);
        assertThat(nearby.of(report)).isEmpty();
    }

    @Test
    void tellsNothingOfTheReporterAndNoneOfTheirWords() {
        long it = walk.registered(at("03-02", 35.095));
        assertThat(nearby.of(at("03-02", 35.095)).toString()).contains("占道施工", "青禾社区 第三网格", number(it))
                .doesNotContain("三单元", "李某", "13812345678", "垃圾成堆");
    }

    @Test
    void opensTheCaseToLookAtWithoutTheWordsOfItsReporter() {
        long it = walk.registered(at("04-01", 35.0955));
        var seen = receipts.byReceipt(join(at("04-01", 35.0955), it)).orElseThrow();
        assertThat(seen.caseNumber()).isEqualTo(number(it));
        assertThat(seen.joined()).isTrue();
        assertThat(seen.toString()).doesNotContain("垃圾成堆", "三单元", "李某");
        assertThat(seen.steps()).extracting(ReceiptView.Step::text).first().asString().startsWith("已收到反映");
        assertThat(seen.withdrawable()).isFalse();
        var own = receipts.byReceipt(walk.receiptCode(it)).orElseThrow();
        assertThat(own.joined()).isFalse();
        assertThat(own.text()).contains("垃圾成堆");
        assertThat(own.withdrawable()).isTrue();
    }

    @Test
    void countsWhoJoinedAndASubmissionOnce() {
        long it = walk.registered(at("04-02", 35.096));
        var report = at("04-02", 35.096);
        assertThat(join(report, it)).isEqualTo(join(report, it)).isNotEqualTo(join(at("04-02", 35.096), it));
        assertThat(walk.view(it).links().joined()).isEqualTo(2);
        assertThat(lines(it)).as("lines in the history").isEqualTo(2);
    }

    @Test
    void movesASubmissionThatChoseAnotherCase() {
        long one = walk.registered(at("04-03", 35.0965));
        long other = walk.registered(at("04-03", 35.0965));
        var report = at("04-03", 35.0965);
        assertThat(join(report, one)).isEqualTo(join(report, other));
        assertThat(walk.view(one).links().joined()).isZero();
        assertThat(walk.view(other).links().joined()).isEqualTo(1);
    }

    @Test
    void joinsOnceWhenBothClicksArriveAtOnce() throws Exception {
        long it = walk.registered(at("05-01", 35.097));
        var report = at("05-01", 35.097);
        Callable<Optional<String>> click = () -> joining.join(report, number(it));
        try (var clicks = Executors.newFixedThreadPool(2)) {
            var codes = clicks.invokeAll(List.of(click, click));
            assertThat(codes.getFirst().get()).isPresent().isEqualTo(codes.getLast().get());
        }
        assertThat(walk.view(it).links().joined()).isEqualTo(1);
    }

    @Test
    void refusesACaseThatEndedMeanwhileButNotWhoHadJoinedIt() {
        long it = walk.registered(at("05-02", 35.0975));
        var early = at("05-02", 35.0975);
        var code = join(early, it);
        withdrawing.withdraw(walk.receiptCode(it), "");
        assertThat(joining.join(at("05-02", 35.0975), number(it))).isEmpty();
        assertThat(joining.join(early, number(it))).contains(code);
        assertThat(lines(it)).as("lines in the history").isEqualTo(1);
        assertThat(receipts.byReceipt(code).orElseThrow().steps()).extracting(ReceiptView.Step::text)
                .anyMatch(text -> text.contains("反映人撤回了"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WZ26-999999-9", "nonsense", "\0", "WZ26-000001-1' or '1'='1"})
    void joinsNothingThatIsNotThere(String number) {
        assertThat(joining.join(at("05-03", 35.098), number)).isEmpty();
    }

    @Test
    void refusesACaseElsewhereOrOfAnotherKind() {
        long it = walk.registered(at("05-03", 35.0985));
        assertThat(joining.join(at("05-03", 35.0985 + 500 * METRE), number(it))).isEmpty();
        assertThat(joining.join(at("05-01", 35.0985), number(it))).isEmpty();
    }

    @Test
    void letsNobodyWhoJoinedWithdrawOrRate() {
        long it = walk.registered(at("06-12", 35.099));
        var code = join(at("06-12", 35.099), it);
        assertThat(withdrawing.withdraw(code, "")).contains("没有找到这个回执。");
        assertThat(followingUp.answer(code, "SATISFIED", "", "", false)).contains("没有找到这个回执。");
        assertThat(walk.view(it).state()).isEqualTo(CaseState.ACCEPTING);
    }

    @Test
    void staffReadInTheHistoryThatOneMoreReportedItAndNobodyElseDoes() {
        long it = walk.registered(at("06-12", 35.0999));
        var code = join(at("06-12", 35.0999), it);
        var line = walk.view(it).history().stream().filter(each -> each.element().equals("Page_Join")).findFirst()
                .orElseThrow();
        assertThat(line.internalText()).isEqualTo("又有一人反映同一问题。");
        assertThat(line.publicText()).isNull();
        for (var receipt : List.of(code, walk.receiptCode(it))) {
            assertThat(receipts.byReceipt(receipt).orElseThrow().toString()).doesNotContain("又有一人");
        }
    }

    private long lines(long caseId) {
        return walk.view(caseId).history().stream().filter(each -> each.element().equals("Page_Join")).count();
    }

    private String join(Report report, long caseId) {
        return joining.join(report, number(caseId)).orElseThrow();
    }

    private Tuple tuple(long caseId, long metres) {
        return Assertions.tuple(number(caseId), metres);
    }

    private String number(long caseId) {
        return walk.view(caseId).caseNumber();
    }

    private List<String> numbers(Report report) {
        return nearby.of(report).stream().map(NearbyCase::caseNumber).toList();
    }

    private static Report at(String category, double latitude) {
        return report(category, "G0103", 113.3792, latitude);
    }

    private static Report in(String category, String grid) {
        return report(category, grid, null, null);
    }

    private static Report report(String category, String grid, @Nullable Double longitude, @Nullable Double latitude) {
        return new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, category, null,
                "小区门口垃圾成堆", grid, longitude, latitude, "三单元", "李某", "13812345678", null, null, TurnableClock.START);
    }
}
