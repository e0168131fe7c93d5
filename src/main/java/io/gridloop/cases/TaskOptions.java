package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lists a person chooses from. */
@Component
class TaskOptions {

    private final Territory territory;
    private final Categories categories;
    private final Whistles whistles;
    private final Together together;

    TaskOptions(Territory territory, Categories categories, Whistles whistles, Together together) {
        this.territory = territory;
        this.categories = categories;
        this.whistles = whistles;
        this.together = together;
    }

    /** The lists the form of a user task needs. */
    Map<String, List<Option>> of(Step step) {
        return switch (step.element()) {
            case "Task_ClassifyCase" -> Map.of("categories", categories(), "grids", grids());
            case "Task_AcceptCase" -> Map.of("routes", routes());
            case "Task_AssignUnit" -> Map.of("units", units(), "departments", departments());
            case ClosingWhistle.TASK -> Map.of("called", called(step.part()));
            default -> Map.of();
        };
    }

    private List<Option> categories() {
        return categories.all().stream().map(category -> new Option(category.label(), category.code())).toList();
    }

    private List<Option> grids() {
        return territory.grids().stream().map(grid -> new Option(grid.label(), grid.code())).toList();
    }

    private List<Option> units() {
        return Stream.concat(Stream.of(new Option("本社区", Assigning.COMMUNITY)), departments().stream()).toList();
    }

    private List<Option> departments() {
        return territory.departments().stream().map(it -> new Option(it.name(), it.code())).toList();
    }

    private List<Option> called(long whistleId) {
        return whistles.calls(whistleId).stream().map(call -> new Option(together.line(call), call.department()))
                .toList();
    }

    private static List<Option> routes() {
        return Arrays.stream(RefusalRoute.values()).map(route -> new Option(route.label(), route.code())).toList();
    }

    /** What a person reads and what the form answers. */
    record Option(String label, String value) {}
}
