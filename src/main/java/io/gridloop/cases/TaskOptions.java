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

    TaskOptions(Territory territory, Categories categories) {
        this.territory = territory;
        this.categories = categories;
    }

    /** The lists the form of a user task needs. */
    Map<String, List<Option>> of(String element) {
        return switch (element) {
            case "Task_ClassifyCase" -> Map.of("categories", categories(), "grids", grids());
            case "Task_AcceptCase" -> Map.of("routes", routes());
            case "Task_AssignUnit" -> Map.of("units", units());
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
        var departments = territory.departments().stream().map(it -> new Option(it.name(), it.code()));
        return Stream.concat(Stream.of(new Option("本社区", Assigning.COMMUNITY)), departments).toList();
    }

    private static List<Option> routes() {
        return Arrays.stream(RefusalRoute.values()).map(route -> new Option(route.label(), route.code())).toList();
    }

    /** What a person reads and what the form answers. */
    record Option(String label, String value) {}
}
