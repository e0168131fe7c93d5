package io.gridloop.clock;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The working calendars of the county and its units, as they are now. */
@Component
public class Calendars {

    private record Known(long version, WorkingCalendar county, Map<String, WorkingCalendar> units) {}

    private final CalendarTable table;
    private final WorkWeek week;
    private volatile @Nullable Known known;

    Calendars(CalendarTable table, ClockProperties properties) {
        this.table = table;
        this.week = properties.week();
    }

    /** The county's own. */
    public WorkingCalendar county() {
        return current().county();
    }

    /** That of the first of these units that has one of its own, else the county's. */
    public WorkingCalendar of(List<String> units) {
        var now = current();
        return units.stream().map(now.units()::get).filter(Objects::nonNull).findFirst().orElse(now.county());
    }

    private Known current() {
        var version = table.youngest();
        var now = known;
        if (now == null || now.version() != version) {
            now = read(version);
            known = now;
        }
        return now;
    }

    private Known read(long version) {
        var loaded = table.current();
        var county = county(loaded);
        var units = new HashMap<String, WorkingCalendar>();
        loaded.stream().filter(each -> !each.target().isYear()).forEach(each -> Optional.ofNullable(each.file())
                .ifPresent(file -> units.put(each.target().code(), unit(county, file))));
        return new Known(version, county, units);
    }

    private WorkingCalendar county(List<CalendarVersion> loaded) {
        var days = new HashMap<LocalDate, SpecialDay>();
        var years = years(loaded);
        years.values().forEach(file -> file.days().forEach(day -> days.put(day.date(), day)));
        return new WorkingCalendar(week, days, new TreeSet<>(years.keySet()));
    }

    private static TreeMap<Integer, CalendarFile> years(List<CalendarVersion> loaded) {
        var years = new TreeMap<Integer, CalendarFile>();
        ShippedYears.all().forEach(each -> years.put(each.target().year(), Objects.requireNonNull(each.file())));
        loaded.stream().filter(each -> each.target().isYear()).forEach(each -> Optional.ofNullable(each.file())
                .ifPresent(file -> years.put(each.target().year(), file)));
        return years;
    }

    private static WorkingCalendar unit(WorkingCalendar county, CalendarFile file) {
        var days = new HashMap<LocalDate, SpecialDay>(file.worksOnHolidays() ? Map.of() : county.days());
        file.days().forEach(day -> days.put(day.date(), day));
        return new WorkingCalendar(file.week().isEmpty() ? county.week() : new WorkWeek(file.week()), days,
                county.knownYears());
    }
}
