package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

@CasesTest
class SimilarCasesTests {

    private static final String LAMP = "柳岸社区东门外的三盏路灯从上周一开始全都不亮，晚上老人接孩子看不清台阶，请尽快派人来修。";
    private static final String LAMP_AGAIN = "您好！再次反映：柳岸社区东门外的三盏路灯全都不亮，晚上老人接孩子看不清台阶，已经半个月没人来修，盼回复。";
    private static final String DOGS = "麦香社区花园里有人遛狗不牵绳，小孩被吓哭好几次，希望社区管一管，立个牌子也行。";

    @Autowired
    private Reporting reporting;

    @Autowired
    private CasePages pages;

    @Autowired
    private Clock clock;

    @Test
    void linksComplaintsOfTheSameMatterAndSaysWhy() {
        var first = report(LAMP, null, null, 1003);
        var other = report(DOGS, null, null, 1002);
        var again = report(LAMP_AGAIN, null, null, 1000);
        assertThat(view(again).similar()).singleElement().satisfies(it -> {
            assertThat(it.caseNumber()).isEqualTo(first);
            assertThat(it.overlapPercent()).isBetween(25, 80);
            assertThat(it.reason()).contains("文字重合 " + it.overlapPercent() + "%", "相隔 3 天");
        });
        assertThat(view(first).similar()).as("both ways").extracting(SimilarCase::caseNumber).containsExactly(again);
        assertThat(view(other).similar()).isEmpty();
        assertThat(view(first).state()).as("nothing is decided").isEqualTo(CaseState.REPORTED);
    }

    @Test
    void doesNotLinkWhatCategoryGridOrTimeTellApart() {
        report(LAMP, "06-12", "G0101", 2100);
        assertThat(view(report(LAMP, "01-04", "G0101", 2099)).similar()).as("other category").isEmpty();
        assertThat(view(report(LAMP, "06-12", "G0102", 2099)).similar()).as("other grid").isEmpty();
        assertThat(view(report(LAMP, "06-12", "G0101", 2000)).similar()).as("too long ago").isEmpty();
        assertThat(view(report(LAMP, "06-12", "G0101", 2098)).similar()).singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("同一类别", "同一网格", "100%"));
    }

    @Test
    void foldsTheListToTheLatestOfEachMatterButHidesNothingAFilterAsksFor() {
        var numbers = List.of(report(LAMP, null, null, 3002), report(LAMP, null, null, 3001),
                report(LAMP, null, null, 3000));
        var matter = rows(new CaseFilter(null, false, numbers.getFirst(), null, true)).getFirst();
        assertThat(matter.caseNumber()).as("the only one that fits").isEqualTo(numbers.getFirst());
        assertThat(matter.ofTheMatter()).isEqualTo(3);
        assertThat(rows(new CaseFilter(null, false, null, matter.matter(), true)))
                .extracting(CaseRow::caseNumber).containsExactly(numbers.getLast());
        assertThat(rows(new CaseFilter(null, false, null, matter.matter(), false)))
                .extracting(CaseRow::caseNumber).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void aLeaderLearnsNothingOfTheMatterOutsideTheirGrid() {
        var mine = report(LAMP, "06-12", "G0101", 5001);
        report(LAMP, "06-12", null, 5000);
        assertThat(view(mine).similar()).hasSize(1);
        assertThat(pages.byNumber(mine, "wangchunsheng").orElseThrow().similar()).isEmpty();
        var folded = new CaseFilter(null, false, mine, null, true);
        assertThat(pages.list(folded, PageRequest.of(0, 9), "wangchunsheng").getContent()).singleElement()
                .satisfies(row -> assertThat(row.ofTheMatter()).isEqualTo(1));
        assertThat(pages.list(new CaseFilter(null, false, null, null, true), PageRequest.of(0, 99), "wangchunsheng"))
                .extracting(CaseRow::caseNumber).contains(mine);
    }

    @Test
    void linksTheRowsOfOneImportToEachOther() {
        assertThat(reporting.acceptAll(List.of(
                aReport(LAMP, null, null, 4000), aReport(DOGS, null, null, 4000),
                aReport(LAMP_AGAIN, null, null, 4000)))).isEqualTo(3);
        var oldest = rows(new CaseFilter(null, false, null, null, false)).stream()
                .sorted(Comparator.comparing(CaseRow::receivedAt)).limit(3).toList();
        assertThat(oldest).extracting(CaseRow::ofTheMatter).containsExactlyInAnyOrder(2, 1, 2);
    }

    @Test
    void comparesTextsWithoutTheirPunctuationAndWidth() {
        assertThat(Grams.overlap(Grams.of("路灯，不亮了 ABC"), Grams.of("路灯不亮了！ＡＢＣ"))).isEqualTo(1);
        assertThat(Grams.overlap(Grams.of("路灯不亮"), Grams.of("井盖坏了"))).isZero();
        assertThat(Grams.overlap(Grams.of(""), Grams.of("。。。"))).isZero();
        assertThat(Grams.sketch("坏")).hasSize(1);
        assertThat(Grams.sketch(LAMP)).hasSize(16).isSorted();
    }

    private CaseView view(String caseNumber) {
        return pages.byNumber(caseNumber).orElseThrow();
    }

    private List<CaseRow> rows(CaseFilter filter) {
        return pages.list(filter, PageRequest.of(0, 10_000), "dengjianshe").getContent();
    }

    private String report(String text, @Nullable String category, @Nullable String grid, int daysAgo) {
        return reporting.accept(aReport(text, category, grid, daysAgo)).caseNumber();
    }

    private Report aReport(String text, @Nullable String category, @Nullable String grid, int daysAgo) {
        return new Report(UUID.randomUUID().toString(), SourceChannel.RESIDENT_WEB, null, category, null, text, grid,
                null, null, null, null, null, null, null, clock.instant().minus(Duration.ofDays(daysAgo)));
    }
}
