package io.gridloop.clock;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slow and obvious way to count: minute by minute, with nothing in common with the fast one but the calendar's data.
 * Needs times, slots and limits in whole minutes.
 */
final class SlowCounting {

    private final WorkingCalendar calendar;

    SlowCounting(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** When the limit is over, if time between the two does not count. */
    LocalDateTime due(RandomLimit it) {
        return switch (it.limit().unit()) {
            case WORKING_HOUR -> minutes(it, it.limit().amount() * 60);
            case WORKING_DAY -> days(it, it.limit().amount());
            case NATURAL_DAY -> naturalDays(it);
        };
    }

    /** When four fifths have passed. */
    LocalDateTime warn(RandomLimit it) {
        int fifths = it.limit().amount() * 4;
        return switch (it.limit().unit()) {
            case WORKING_HOUR -> minutes(it, it.limit().amount() * 48);
            case WORKING_DAY -> {
                var whole = fifths < 5 ? midnightAfter(it.from()) : days(it, fifths / 5);
                yield fifths % 5 == 0 ? whole : partOfNextDay(whole, fifths % 5);
            }
            case NATURAL_DAY -> midnightAfter(it.from()).plusMinutes(1_440L * fifths / 5);
        };
    }

    private LocalDateTime minutes(RandomLimit it, int wanted) {
        int passed = 0;
        var minute = it.from();
        while (passed < wanted) {
            if (works(minute) && !it.stopped(minute)) {
                passed++;
            }
            minute = minute.plusMinutes(1);
        }
        return minute;
    }

    /** A day passes with its last working minute. */
    private LocalDateTime days(RandomLimit it, int wanted) {
        int passed = 0;
        for (var day = midnightAfter(it.from()); true; day = day.plusDays(1)) {
            var last = lastWorkingMinute(day);
            if (last != null && !it.stopped(last) && ++passed == wanted) {
                return last.plusMinutes(1);
            }
        }
    }

    private LocalDateTime naturalDays(RandomLimit it) {
        int passed = 0;
        var midnight = midnightAfter(it.from());
        while (passed < it.limit().amount()) {
            midnight = midnight.plusDays(1);
            passed += it.stopped(midnight.minusMinutes(1)) ? 0 : 1;
        }
        while (lastWorkingMinute(midnight.minusDays(1)) == null) {
            midnight = midnight.plusDays(1);
        }
        return midnight;
    }

    private LocalDateTime partOfNextDay(LocalDateTime from, int fifths) {
        var minute = from;
        while (!works(minute)) {
            minute = minute.plusMinutes(1);
        }
        int all = 0;
        for (var each = minute; each.toLocalDate().equals(minute.toLocalDate()); each = each.plusMinutes(1)) {
            all += works(each) ? 1 : 0;
        }
        for (int left = all * fifths / 5; left > 0; minute = minute.plusMinutes(1)) {
            left -= works(minute) ? 1 : 0;
        }
        return minute;
    }

    private @Nullable LocalDateTime lastWorkingMinute(LocalDateTime midnight) {
        LocalDateTime last = null;
        for (var minute = midnight; minute.isBefore(midnight.plusDays(1)); minute = minute.plusMinutes(1)) {
            last = works(minute) ? minute : last;
        }
        return last;
    }

    boolean works(LocalDateTime minute) {
        var special = calendar.days().get(minute.toLocalDate());
        int of = minute.getHour() * 60 + minute.getMinute();
        var slots = calendar.week().slots().getOrDefault(minute.getDayOfWeek(), List.of());
        if (special != null && slots.isEmpty()) {
            slots = calendar.week().usual();
        }
        boolean inside = false;
        for (var slot : slots) {
            inside |= slot.from() <= of && of < slot.to();
        }
        return switch (special == null ? DayKind.WORK : special.kind()) {
            case OFF -> false;
            case WORK -> inside;
            case MORNING -> inside && of < 720;
            case AFTERNOON -> inside && of >= 720;
        };
    }

    private static LocalDateTime midnightAfter(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
    }
}
