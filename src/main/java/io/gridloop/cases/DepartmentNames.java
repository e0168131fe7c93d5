package io.gridloop.cases;

import io.gridloop.territory.Department;
import io.gridloop.territory.Territory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Departments as people call them. */
@Component
class DepartmentNames {

    private final Territory territory;

    DepartmentNames(Territory territory) {
        this.territory = territory;
    }

    /** The Chinese name; the code of one that the county does not know. */
    String of(String code) {
        return territory.department(code).map(Department::name).orElse(code);
    }

    /** Their names one after the other; 无 when there are none. */
    String of(Stream<String> codes) {
        var names = codes.map(this::of).collect(Collectors.joining("、"));
        return names.isEmpty() ? "无" : names;
    }
}
