package io.gridloop.desk;

import io.gridloop.cases.TaskView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page of a person's tasks.
 *
 * @param all how many tasks the person has
 * @param lights how many of them have each light
 * @param kinds the kinds of tasks they have: element and title
 * @param found how many the filter keeps
 * @param page the tasks of this page
 * @param number of the page, from 0
 * @param pages how many pages there are, at least 1
 */
public record DeskList(int all, Map<DeskLight, Long> lights, Map<String, String> kinds, int found, List<TaskView> page,
        int number, int pages) {

    private static final int ROWS = 20;

    static DeskList of(List<TaskView> tasks, DeskFilter filter, int wanted) {
        var lights = tasks.stream().collect(Collectors.groupingBy(DeskLight::of, Collectors.counting()));
        var kinds = tasks.stream().collect(
                Collectors.toMap(TaskView::element, TaskView::title, (one, same) -> one, LinkedHashMap::new));
        var found = tasks.stream().filter(filter::keeps).toList();
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int number = Math.min(wanted, pages - 1);
        return new DeskList(tasks.size(), lights, kinds, found.size(),
                found.stream().skip((long) number * ROWS).limit(ROWS).toList(), number, pages);
    }

    /** How many tasks have a light. */
    public long count(DeskLight light) {
        return lights.getOrDefault(light, 0L);
    }
}
