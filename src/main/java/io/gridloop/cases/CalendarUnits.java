package io.gridloop.cases;

import io.gridloop.territory.Department;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose working calendar counts for a case: that of the department, or that of the community and its street. */
@Component
class CalendarUnits {

    private final Territory territory;

    CalendarUnits(Territory territory) {
        this.territory = territory;
    }

    /** Codes of the units that handle the case, the nearest first. */
    List<String> of(Case it) {
        return of(it.gridCode(), it.handlerLevel(), it.handlerLead());
    }

    /**
     * @param level {@code community} or {@code department}
     * @param lead code of the department
     */
    List<String> of(String gridCode, @Nullable String level, String lead) {
        return "department".equals(level)
                ? List.of(territory.department(lead).map(Department::code).orElse(lead))
                : territory.grid(gridCode).map(this::around).orElse(List.of());
    }

    private List<String> around(GridRef grid) {
        return Stream.concat(codes(territory.communities(), grid.street() + " " + grid.community()),
                codes(territory.streets(), grid.street())).toList();
    }

    private static Stream<String> codes(Map<String, String> names, String name) {
        return names.entrySet().stream().filter(each -> each.getValue().equals(name)).map(Map.Entry::getKey);
    }
}
