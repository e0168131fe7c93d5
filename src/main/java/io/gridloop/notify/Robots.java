package io.gridloop.notify;

import static java.util.stream.Collectors.toMap;

import io.gridloop.territory.StaffUnits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The robots of the county's units. A message for somebody goes to the nearest of their units that has one. */
@Component
class Robots {

    private record Place(Channel kind, String recipient) {}

    private final Map<Place, Robot> robots;
    private final StaffUnits units;
    private final StaffContacts contacts;

    /** @throws IllegalStateException when a unit has two robots of a kind */
    Robots(NotifyProperties settings, StaffUnits units, StaffContacts contacts) {
        this.robots = settings.robots().stream()
                .collect(toMap(each -> new Place(each.kind(), group(each.unit())), Function.identity()));
        this.units = units;
        this.contacts = contacts;
    }

    /** The group by which somebody is reached. */
    Optional<String> groupOf(Channel kind, String login) {
        return units.of(login).stream().map(Robots::group).filter(it -> robots.containsKey(new Place(kind, it)))
                .findFirst();
    }

    /** The robot of a group; nothing when it was taken away. */
    Optional<Robot> of(Channel kind, String recipient) {
        return Optional.ofNullable(robots.get(new Place(kind, recipient)));
    }

    /** Numbers of those whom a message is for, as far as they gave one. */
    List<String> mobiles(Message message) {
        return message.logins().stream().sorted().map(login -> contacts.of(login).mobile())
                .flatMap(mobile -> Optional.ofNullable(mobile).stream()).toList();
    }

    private static String group(String unit) {
        return "group:" + unit;
    }
}
