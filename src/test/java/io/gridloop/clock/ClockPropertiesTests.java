package io.gridloop.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridloop.clock.ClockProperties.Count;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockPropertiesTests {

    @Test
    void theWeekIsThatOfTheProperties() {
        var week = new ClockProperties(Count.WORKING, List.of(DayOfWeek.SATURDAY), "09:00-12:00", "").week();
        assertThat(week.on(DayOfWeek.SATURDAY)).containsExactly(new Slot(540, 720));
        assertThat(week.on(DayOfWeek.MONDAY)).isEmpty();
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClockProperties(Count.WORKING,
                List.of(DayOfWeek.MONDAY), "morning", "").week()).withMessageContaining("gridloop.clock");
    }
}
