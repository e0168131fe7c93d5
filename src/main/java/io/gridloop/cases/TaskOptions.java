package io.gridloop.cases;

import io.gridloop.territory.Territory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists a person chooses from. */
@Component
class TaskOptions {

    private static final Option RETURN = new Option("退回：不属于我的职责", "return");

    private final Territory territory;
    private final Categories categories;
    private final Units units;
    private final Rulings rulings;
    private final Whistles whistles;
    private final Together together;

    TaskOptions(Territory territory, Categories categories, Units units, Rulings rulings, Whistles whistles,
            Together together) {
        this.territory = territory;
        this.categories = categories;
        this.units = units;
        this.rulings = rulings;
        this.whistles = whistles;
        this.together = together;
    }

    /** The lists the form of a user task needs. */
    Map<String, List<Option>> of(Case it, Step step) {
        return switch (step.element()) {
            case "Task_ClassifyCase" -> Map.of("categories", categories(), "grids", grids());
            case "Task_AcceptCase" -> Map.of("routes", routes());
            case Assigning.TASK -> Map.of("units", units(it), "departments", departments());
            case SigningFor.TASK -> Map.of("decisions", signing(it));
            case Handling.TASK -> Map.of("decisions", handling(it));
            case ClosingWhistle.TASK -> Map.of("called", called(step.part()));
            default -> Map.of();
        };
    }

    /** What the form is filled with at first: the first receiver, once a case was returned too often. */
    @Nullable
    Map<String, String> proposed(Case it, String element) {
        var first = it.firstReceiver();
        return element.equals(Assigning.TASK) && first != null && rulings.due(it) ? Map.of("unit", first) : null;
    }

    private List<Option> categories() {
        return categories.all().stream().map(category -> new Option(category.label(), category.code())).toList();
    }

    private List<Option> grids() {
        return territory.grids().stream().map(grid -> new Option(grid.label(), grid.code())).toList();
    }

    private List<Option> departments() {
        return territory.departments().stream().map(it -> new Option(it.name(), it.code())).toList();
    }

    private List<Option> called(long whistleId) {
        return whistles.calls(whistleId).stream().map(call -> new Option(together.line(call), call.department()))
                .toList();
    }

    /** Once it was returned too often, the first receiver stands first (首接负责,《北京市接诉即办工作条例》 article 14). */
    private List<Option> units(Case it) {
        var first = Optional.ofNullable(it.firstReceiver()).filter(code -> rulings.due(it) && units.known(code));
        var others = units.codes().filter(code -> first.filter(code::equals).isEmpty())
                .map(code -> new Option(units.label(code), code));
        return Stream.concat(first.map(code -> new Option(units.label(code) + " · 首接单位", code)).stream(), others)
                .toList();
    }

    private List<Option> signing(Case it) {
        var sign = Stream.of(new Option("签收：由我单位办理", "sign"));
        return Stream.concat(sign, returnable(it).map(each -> new Option("退单：不属于我单位的职责", each.value()))).toList();
    }

    private List<Option> handling(Case it) {
        var up = returnable(it).filter(each -> Returning.reportable(it))
                .map(each -> new Option("上报上级：超出我的权限或能力", "reportUp"));
        return Stream.of(Stream.of(new Option("已办理：请网格长核查", "done")), returnable(it), up).flatMap(s -> s).toList();
    }

    /** Nothing after a ruling that is the last word. */
    private Stream<Option> returnable(Case it) {
        return rulings.refusal(it).isEmpty() ? Stream.of(RETURN) : Stream.empty();
    }

    private static List<Option> routes() {
        return Arrays.stream(RefusalRoute.values()).map(route -> new Option(route.label(), route.code())).toList();
    }

    /** What a person reads and what the form answers. */
    record Option(String label, String value) {}
}
