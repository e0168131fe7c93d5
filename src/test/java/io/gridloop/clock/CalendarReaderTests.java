package io.gridloop.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a calendar file, and what is said about the rest. */
class CalendarReaderTests {

    @Test
    void readsTheDaysOfAYear() {
        var reading = year("\uFEFF# 某通知\r\n日期,类型,名称\r\n\r\n2026-12-26，上班，元旦\r\n2027/1/1,放假,元旦\n2027年1月2日,上午上班,样例");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.file().source()).isEqualTo("某通知");
        assertThat(reading.file().days()).containsExactly(
                new SpecialDay(LocalDate.of(2026, 12, 26), DayKind.WORK, "元旦"),
                new SpecialDay(LocalDate.of(2027, 1, 1), DayKind.OFF, "元旦"),
                new SpecialDay(LocalDate.of(2027, 1, 2), DayKind.MORNING, "样例"));
        assertThat(reading.hints()).anyMatch(hint -> hint.contains("只有1个放假日"));
    }

    @Test
    void writesWhatItReads() {
        for (var shipped : ShippedYears.all()) {
            var again = CalendarReader.read(shipped.target(), shipped.file().text());
            assertThat(again.problems()).isEmpty();
            assertThat(again.file()).isEqualTo(shipped.file());
        }
        var unit = unit("周一至周四,08:00-12:00 13:00-17:00\n周六,09:00-24:00\n节假日,上班\n2027-01-01,放假,盘点");
        assertThat(CalendarReader.read(new CalendarTarget("health"), unit.file().text()).file())
                .isEqualTo(unit.file());
    }

    @Test
    void readsThePublicTablesOfHolidays() {
        var reading = year("""
                {"year": 2027, "papers": ["某通知"], "days": [
                  {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                  {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}""");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.file().lines()).containsExactly("2027-01-01,放假,元旦", "2027-01-03,上班,元旦");
        assertThat(reading.file().source()).isEqualTo("某通知");
    }

    @Test
    void readsTheWeekOfAUnit() {
        var file = unit("周一至周四,08:00-12:00 13:00-17:00\n周天，9:00-12:00").file();
        assertThat(file.week().get(DayOfWeek.THURSDAY)).containsExactly(new Slot(480, 720), new Slot(780, 1_020));
        assertThat(file.week()).doesNotContainKey(DayOfWeek.FRIDAY);
        assertThat(file.week().get(DayOfWeek.SUNDAY)).isEqualTo(List.of(new Slot(540, 720)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-02-30,放假,元旦           | “2027-02-30”不是日期
            明天,放假,元旦                 | “明天”不是日期
            2027-01-01,休假,元旦           | 第二列请写放假、上班、上午上班或下午上班
            2027-01-01                   | 第二列请写
            2027-01-01,放假               | 第三列请写名称
            2028-01-01,放假,元旦           | 不在2027年
            2026-11-30,放假,元旦           | 不在2027年
            2027-01-04,上班,元旦           | 2027-01-04是周一，本来就上班
            周一至周五,08:30-12:00         | 年度安排只写日期
            """)
    void saysByLineWhatIsWrong(String line, String problem) {
        var problems = year("# 某通知\n2027-10-01,放假,国庆节\n" + line).problems();
        assertThat(problems).singleElement().asString().startsWith("第3行：").contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            周八,08:30-12:00              | 请写成：周一至周五
            周一至周五,8点到12点            | 请写成：周一至周五
            周一至周五                     | 请写成：周一至周五
            周一,08:30-12:00 11:00-13:00  | 时段有重叠
            周五至周一,08:30-12:00         | 请写成：周一至周五
            节假日,放假                    | 只能写：节假日,上班
            """)
    void saysWhatIsWrongWithAWeek(String line, String problem) {
        assertThat(unit(line).problems()).singleElement().asString().startsWith("第1行：").contains(problem);
    }

    @Test
    void refusesADayTwiceAndAnEmptyFileAndAVeryLongOne() {
        assertThat(year("2027-01-01,放假,元旦\n2027-01-01,放假,元旦").problems()).containsExactly(
                "第2行：2027-01-01写了不止一次。");
        assertThat(unit("周一,08:30-12:00\n周一至周二,08:30-12:00").problems()).containsExactly("第2行：周一写了不止一次。");
        assertThat(year("# 只有依据\n").problems()).singleElement().asString().startsWith("没有内容");
        assertThat(year("\n".repeat(2_000)).problems()).first().asString().contains("最多1000行");
        assertThat(year("错\n".repeat(500)).problems()).hasSizeBetween(20, 21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"days\": 3}", "{\"days\": [{\"date\": \"2027-01-01\"}]}"})
    void refusesOtherJson(String text) {
        assertThat(year(text).problems()).isNotEmpty();
    }

    private static CalendarReading year(String text) {
        return CalendarReader.read(new CalendarTarget("2027"), text);
    }

    private static CalendarReading unit(String text) {
        return CalendarReader.read(new CalendarTarget("health"), text);
    }
}
