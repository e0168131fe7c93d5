package io.gridloop.clock;

import static io.gridloop.clock.CountyCalendar.SHIPPED;
import static io.gridloop.clock.CountyCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a deadline explains itself. */
class ExplanationTests {

    @Test
    void tellsHoursAcrossAMakeUpDayAndAHoliday() {
        assertThat(steps("2025-09-25T16:00", 40, LimitUnit.WORKING_HOUR)).containsExactly(
                "2025年9月25日（周四）16:00起计，时限40个工作时（上班时间08:30-12:00、14:30-18:00）。",
                "9月25日至27日计9小时，其中1天休息不计。",
                "9月28日（周日）调休上班（国庆节、中秋节），计入7小时。",
                "9月29日至30日计14小时。",
                "10月1日至8日放假（国庆节、中秋节），不计。",
                "10月9日至10日计10小时。",
                "至10月10日（周五）11:30到期，共计40小时。");
    }

    @Test
    void tellsWorkingDaysAndHalfDays() {
        var calendar = CountyCalendar.with(new SpecialDay(LocalDate.of(2026, 11, 24), DayKind.MORNING, "全县培训"));
        assertThat(calendar.deadline(at("2026-11-20T16:00"), new Limit(3, LimitUnit.WORKING_DAY)).steps())
                .containsExactly(
                        "2026年11月20日（周五）16:00起计，时限3个工作日，当日不计，从次日起算。",
                        "11月21日至23日计1个工作日，其中2天休息不计。",
                        "11月24日（周二）上午上班（全县培训），计入1个工作日。",
                        "11月25日（周三）计1个工作日。",
                        "至11月25日（周三）18:00到期，共计3个工作日。");
    }

    @Test
    void tellsNaturalDaysAndWhyTheyEndLater() {
        assertThat(steps("2025-09-29T09:00", 3, LimitUnit.NATURAL_DAY)).containsExactly(
                "2025年9月29日（周一）09:00起计，时限3个自然日，当日不计，从次日起算，休息日也计。",
                "9月30日至10月2日连续计3个自然日。",
                "最后一日10月2日（周四）休息，顺延至其后第一个工作日（民法典第二百零三条）。",
                "至10月9日（周四）24:00到期，共计3个自然日。");
    }

    @Test
    void saysWhenThePublicCalendarIsNotKnownYet() {
        var deadline = SHIPPED.deadline(at("2026-12-30T10:00"), new Limit(4, LimitUnit.WORKING_DAY));
        assertThat(deadline.steps()).endsWith("至2027年1月5日（周二）18:00到期，共计4个工作日。",
                "注意：2027年的放假调休安排尚未录入，该年的日期暂按普通周推算，实际期限可能不同。");
        assertThat(deadline.explanation()).startsWith("2026年12月30日（周三）10:00起计").contains("；", "尚未录入")
                .doesNotContain("。；");
    }

    @Test
    void staysShortOverYears() {
        assertThat(steps("2024-01-02T09:00", 600, LimitUnit.WORKING_DAY)).hasSizeBetween(10, 18)
                .anyMatch(step -> step.contains("照此计算，从略"));
    }

    private static List<String> steps(String from, int amount, LimitUnit unit) {
        return SHIPPED.deadline(at(from), new Limit(amount, unit)).steps();
    }
}
