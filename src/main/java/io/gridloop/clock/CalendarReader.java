package io.gridloop.clock;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a calendar file. Lines are {@code 2027-01-01,放假,元旦}; a file of a unit may also have
 * {@code 周一至周五,08:30-12:00 14:00-17:30} and {@code 节假日,上班}. The first line that begins with # names the source.
 */
final class CalendarReader {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_PROBLEMS = 20;
    /** The law gives 13 days off a year since 2025, and 11 before. */
    private static final int FEWEST_DAYS_OFF = 11;
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final CalendarTarget target;
    private final List<String> problems = new ArrayList<>();
    private final Map<LocalDate, SpecialDay> days = new TreeMap<>();
    private final Map<DayOfWeek, List<Slot>> week = new LinkedHashMap<>();
    private String source = "";
    private boolean worksOnHolidays;

    private CalendarReader(CalendarTarget target) {
        this.target = target;
    }

    static CalendarReading read(CalendarTarget target, String text) {
        var reader = new CalendarReader(target);
        var plain = HolidayJson.looksLike(text) ? HolidayJson.lines(text) : Optional.of(text);
        plain.ifPresentOrElse(reader::readLines, () -> reader.problems.add("这不是节假日安排的JSON，请检查是否完整。"));
        var file = new CalendarFile(reader.source, reader.week, reader.worksOnHolidays,
                List.copyOf(reader.days.values()));
        if (reader.problems.isEmpty() && file.lines().isEmpty()) {
            reader.problems.add("没有内容。请粘贴或上传，每行一天，例如：2027-01-01,放假,元旦");
        }
        return new CalendarReading(file, reader.problems, reader.hints(file));
    }

    private void readLines(String text) {
        var lines = text.replace("\uFEFF", "").lines().limit(MOST_LINES + 1).toList();
        for (int i = 0; i < lines.size() && problems.size() < MOST_PROBLEMS; i++) {
            int number = i + 1;
            var line = lines.get(i).strip();
            (number > MOST_LINES ? Optional.of("最多" + MOST_LINES + "行，其余没有读取。") : readLine(line))
                    .ifPresent(problem -> problems.add("第%d行：%s".formatted(number, problem)));
        }
    }

    private Optional<String> readLine(String line) {
        var cells = Arrays.stream(line.split("[,，\t]", -1)).map(String::strip).toList();
        var first = cells.getFirst();
        if (line.startsWith("#")) {
            return readSource(line.substring(1).strip());
        }
        if (line.isEmpty() || first.equals("日期")) {
            return Optional.empty();
        }
        if (first.startsWith("周") || first.equals(CalendarFile.HOLIDAYS)) {
            return target.isYear() ? Optional.of("年度安排只写日期；上班时间请写在部门、街道或社区的日历里。") : readWeek(first, cells);
        }
        return readDay(first, cells);
    }

    private Optional<String> readSource(String words) {
        if (source.isEmpty()) {
            var clean = words.replaceAll("\\p{Cntrl}", "");
            source = clean.substring(0, Math.min(200, clean.length()));
        }
        return Optional.empty();
    }

    private Optional<String> readWeek(String first, List<String> cells) {
        var value = cells.size() > 1 ? cells.get(1) : "";
        if (first.equals(CalendarFile.HOLIDAYS)) {
            worksOnHolidays = value.equals(DayKind.WORK.label());
            return worksOnHolidays ? Optional.empty() : Optional.of("节假日一行只能写：节假日,上班");
        }
        var slots = Arrays.stream(value.split("[ 、;；]+")).map(Slot::parse).toList();
        var range = WeekdayRange.parse(first);
        if (range.isEmpty() || slots.stream().anyMatch(Optional::isEmpty)) {
            return Optional.of("请写成：周一至周五,08:30-12:00 14:30-18:00");
        }
        return put(range, slots.stream().map(Optional::orElseThrow).toList());
    }

    private Optional<String> put(List<DayOfWeek> range, List<Slot> slots) {
        for (int i = 1; i < slots.size(); i++) {
            if (slots.get(i).from() < slots.get(i - 1).to()) {
                return Optional.of("时段有重叠或顺序不对。");
            }
        }
        for (var day : range) {
            if (week.put(day, slots) != null) {
                return Optional.of(CalendarFile.word(day) + "写了不止一次。");
            }
        }
        return Optional.empty();
    }

    private Optional<String> readDay(String first, List<String> cells) {
        var date = date(first);
        var kind = cells.size() > 1 ? DayKind.of(cells.get(1)) : Optional.<DayKind>empty();
        var name = cells.size() > 2 ? cells.get(2) : "";
        if (date.isEmpty()) {
            return Optional.of("“%s”不是日期，请写成2027-01-01。".formatted(shorten(first)));
        }
        if (kind.isEmpty()) {
            return Optional.of("第二列请写放假、上班、上午上班或下午上班。");
        }
        if (name.isEmpty() || name.length() > 20 || name.matches(".*\\p{Cntrl}.*")) {
            return Optional.of("第三列请写名称，例如元旦，1到20字。");
        }
        return put(new SpecialDay(date.get(), kind.get(), name));
    }

    private Optional<String> put(SpecialDay day) {
        if (target.isYear() && !target.mayHold(day.date())) {
            return Optional.of("%s不在%s年（或前一年12月）。".formatted(day.date(), target.code()));
        }
        if (target.isYear() && day.kind() == DayKind.WORK && !weekend(day.date())) {
            return Optional.of("%s是%s，本来就上班，请核对。".formatted(day.date(), CalendarFile.word(day.date()
                    .getDayOfWeek())));
        }
        return days.put(day.date(), day) == null
                ? Optional.empty()
                : Optional.of(day.date() + "写了不止一次。");
    }

    private List<String> hints(CalendarFile file) {
        var hints = new ArrayList<String>();
        if (target.isYear() && file.count(DayKind.OFF) < FEWEST_DAYS_OFF) {
            hints.add("只有%d个放假日，比国家规定的少，请核对通知是否录全。".formatted(file.count(DayKind.OFF)));
        }
        if (target.isYear() && file.source().isBlank()) {
            hints.add("没有写明依据。建议第一行写通知名称，例如：# 国务院办公厅关于2027年部分节假日安排的通知");
        }
        return hints;
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static Optional<LocalDate> date(String words) {
        var match = DATE.matcher(words);
        try {
            return match.matches()
                    ? Optional.of(LocalDate.of(number(match.group(1)), number(match.group(2)), number(match.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String shorten(String words) {
        var clean = words.replaceAll("\\p{Cntrl}", "");
        return clean.length() <= 20 ? clean : clean.substring(0, 20) + "…";
    }
}
