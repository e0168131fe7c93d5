package io.gridloop.cases;

import io.gridloop.territory.Department;
import io.gridloop.territory.Territory;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The units that a case can be dispatched to, as the county stands today. */
@Component
class Units {

    private static final Map<String, String> LABELS = Map.of(Unit.GRID, "本社区（网格人员）", Unit.COMMUNITY, "本社区（社区管理员）",
            Unit.STREET, "本街道（街道管理员）");

    private final Territory territory;

    Units(Territory territory) {
        this.territory = territory;
    }

    /** The ladder from the grid upwards, then the departments as the county lists them. */
    Stream<String> codes() {
        return Stream.concat(Unit.LADDER.stream(), territory.departments().stream().map(Department::code));
    }

    boolean known(String code) {
        return LABELS.containsKey(code) || territory.department(code).isPresent();
    }

    /** In Chinese. */
    String label(String code) {
        return LABELS.getOrDefault(code, territory.department(code).map(Department::name).orElse(code));
    }

    /** The unit that has or last had a case, in Chinese; null before its first dispatch. */
    @Nullable
    String dispatched(Case it) {
        return it.watch().limitFrom() == null ? null : label(it.unit().code());
    }

    /** Whether two codes stand for the same unit today: a merged department goes on in its successor. */
    boolean same(String one, String other) {
        return today(one).equals(today(other));
    }

    private String today(String code) {
        return territory.department(code).map(Department::code).orElse(code);
    }
}
