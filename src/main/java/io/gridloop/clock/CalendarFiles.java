package io.gridloop.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files behind the calendars, for administrators. Deadlines that run already are not counted again. */
@Service
public class CalendarFiles {

    /** From so many days before the end of the known calendar on, people are warned. */
    private static final int WARNING_DAYS = 60;

    private final CalendarTable table;
    private final Calendars calendars;
    private final Clock clock;

    CalendarFiles(CalendarTable table, Calendars calendars, Clock clock) {
        this.table = table;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What counts now: years first, shipped or loaded, then units. */
    public List<CalendarVersion> current() {
        var all = new TreeMap<String, CalendarVersion>();
        Stream.concat(ShippedYears.all().stream(), table.current().stream())
                .filter(each -> each.file() != null || !all.containsKey(each.target().code()))
                .forEach(each -> all.put(each.target().code(), each));
        return List.copyOf(all.values());
    }

    /** What counts now for one target; nothing when it has none of its own. */
    public Optional<CalendarFile> current(CalendarTarget target) {
        return current().stream().filter(each -> each.target().equals(target)).map(CalendarVersion::file)
                .filter(Objects::nonNull).findFirst();
    }

    /** Reads a file without storing it. */
    public CalendarReading read(CalendarTarget target, String text) {
        return CalendarReader.read(target, text);
    }

    /** In Chinese, what a file changes, one line each; empty when it says what counts already. */
    public List<String> changes(CalendarTarget target, CalendarFile file) {
        var before = current(target).map(CalendarFile::lines).orElse(List.of());
        var after = file.lines();
        var changes = new ArrayList<String>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> changes.add("去掉：" + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> changes.add("新增：" + line));
        return changes;
    }

    /** Lets a file count from now on, instead of what counted before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(CalendarTarget target, CalendarFile file, String actor) {
        table.add(target, file, actor);
    }

    /** Lets the version before count again. Returns whether there is anything to undo. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undo(CalendarTarget target, String actor) {
        var versions = table.of(target);
        if (versions.isEmpty()) {
            return false;
        }
        table.add(target, versions.size() > 1 ? versions.get(1).file() : null, actor);
        return true;
    }

    /** The last known day; nothing when no year is known. */
    public @Nullable LocalDate knownUntil() {
        return calendars.county().knownUntil();
    }

    /** In Chinese, that the known calendar ends soon or has ended; nothing while there is time. */
    public Optional<String> warning() {
        var until = knownUntil();
        if (until == null) {
            return Optional.of("还没有任何年度的放假调休安排，期限都按普通周推算，请尽快录入。");
        }
        long left = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE), until);
        if (left > WARNING_DAYS) {
            return Optional.empty();
        }
        var ends = left < 0 ? "已于%s用完".formatted(until) : "到%s为止，还有%d天".formatted(until, left);
        return Optional.of("已录入的放假调休安排%s。请录入%d年的通知，否则跨年的期限按普通周推算。".formatted(ends, until.getYear() + 1));
    }
}
