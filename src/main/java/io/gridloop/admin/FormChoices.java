package io.gridloop.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.gridloop.territory.Department;
import io.gridloop.territory.GridRef;
import io.gridloop.territory.Person;
import io.gridloop.territory.Post;
import io.gridloop.territory.StaffRole;
import io.gridloop.territory.Territory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists that a form of this module offers. */
@Component
class FormChoices {

    private final Territory territory;

    FormChoices(Territory territory) {
        this.territory = territory;
    }

    /**
     * @param person whom the form is about, if it is about somebody who exists
     * @param grids by the name of street and community
     */
    record Choices(@Nullable Person person, @Nullable Department department, @Nullable GridRef grid,
            List<StaffRole> roles, Map<String, List<GridRef>> grids, List<Department> departments,
            Map<String, String> communities, Map<String, String> streets, List<Person> people, List<Post> posts) {}

    Choices of(FormKind kind, ChangeForm form) {
        var grid = territory.grid(ChangeForm.tidy(form.grid())).orElse(null);
        return new Choices(territory.person(ChangeForm.tidy(form.login())).orElse(null),
                territory.department(ChangeForm.tidy(form.code())).orElse(null), grid, List.of(StaffRole.values()),
                territory.grids().stream().collect(groupingBy(it -> it.street() + " " + it.community(),
                        LinkedHashMap::new, toList())),
                territory.departments(), territory.communities(), territory.streets(), people(kind, grid),
                List.of(Post.values()));
    }

    private List<Person> people(FormKind kind, @Nullable GridRef grid) {
        return switch (kind) {
            case LEAVE, TRANSFER, STAND_IN -> territory.people();
            case POST -> territory.people().stream()
                    .filter(person -> grid != null && person.unit().startsWith(grid.label())).toList();
            default -> List.of();
        };
    }
}
