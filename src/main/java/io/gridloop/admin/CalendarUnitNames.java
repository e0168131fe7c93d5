package io.gridloop.admin;

import io.gridloop.clock.CalendarTarget;
import io.gridloop.territory.Department;
import io.gridloop.territory.Territory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a calendar can be for, by name. */
@Component
class CalendarUnitNames {

    private final Territory territory;

    CalendarUnitNames(Territory territory) {
        this.territory = territory;
    }

    /** Departments, streets and communities: code and name. */
    Map<String, Map<String, String>> units() {
        var units = new LinkedHashMap<String, Map<String, String>>();
        units.put("部门", territory.departments().stream().collect(Collectors.toMap(Department::code, Department::name,
                (one, other) -> one, LinkedHashMap::new)));
        units.put("街道", territory.streets());
        units.put("社区", territory.communities());
        return units;
    }

    /** The year, or the unit; nothing when it is neither. */
    Optional<CalendarTarget> find(String code) {
        var target = new CalendarTarget(code.strip());
        return target.isYear() || units().values().stream().anyMatch(all -> all.containsKey(target.code()))
                ? Optional.of(target)
                : Optional.empty();
    }

    /** The year or the unit, as people call it. */
    public String of(CalendarTarget target) {
        return target.isYear()
                ? target.code() + "年"
                : units().values().stream().map(all -> all.get(target.code())).filter(name -> name != null).findFirst()
                        .orElse(target.code());
    }
}
