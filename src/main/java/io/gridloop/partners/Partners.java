package io.gridloop.partners;

import io.gridloop.territory.Department;
import io.gridloop.territory.Territory;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The departments whose cases go to another body's server. */
@Component
class Partners {

    private final PartnersProperties settings;
    private final Territory territory;

    Partners(PartnersProperties settings, Territory territory) {
        this.settings = settings;
        this.territory = territory;
    }

    List<Partner> all() {
        return settings.partners();
    }

    /** The partner of a department; a merged department's code stands for the one that it went into. */
    Optional<Partner> of(String department) {
        return all().stream().filter(it -> today(it.department()).equals(today(department))).findFirst();
    }

    /** Name of a department, in Chinese. */
    String name(String department) {
        return territory.department(department).map(Department::name).orElse(department);
    }

    private String today(String department) {
        return territory.department(department).map(Department::code).orElse(department);
    }
}
