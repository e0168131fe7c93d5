package io.gridloop.territory;

import io.gridloop.territory.CountyPlan.StaffRow;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads a county from its files into an empty database: all of it or nothing. */
@Component
class CountyLoader {

    private final CountyFiles files;
    private final Counties counties;
    private final RosterBook book;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    CountyLoader(CountyFiles files, Counties counties, RosterBook book, EntityManager entities,
            ApplicationEventPublisher events) {
        this.files = files;
        this.counties = counties;
        this.book = book;
        this.entities = entities;
        this.events = events;
    }

    /**
     * Loads the county unless there is one already.
     *
     * @param folder where the files are, as Spring names resources
     * @param password the first password of everybody
     * @return the number of members of staff that were loaded
     * @throws InvalidCounty when the files contradict each other; nothing is loaded then
     */
    @Transactional
    int load(String folder, String password) {
        counties.lock();
        if (counties.count() > 0) {
            return 0;
        }
        var plan = files.read(folder);
        CountyCheck.check(plan);
        storePlaces(plan);
        storePeople(plan, hash(password));
        entities.flush();
        book.noteFirstAssignments();
        events.publishEvent(new CountyChanged());
        return plan.staff().size();
    }

    // One hash for all: a hash is slow on purpose, and in a sample everybody knows the password anyway.
    private static String hash(String password) {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
    }

    private void storePlaces(CountyPlan plan) {
        plan.outlines().forEach(
                row -> entities.persist(new County(row.code(), row.name(), row.office(), row.geoJson())));
        var streets = new HashMap<String, Street>();
        var communities = new HashMap<String, Community>();
        for (var row : plan.grids()) {
            var street = streets.computeIfAbsent(row.streetCode(), code -> stored(new Street(code, row.street())));
            var community = communities.computeIfAbsent(row.communityCode(),
                    code -> stored(new Community(code, row.community(), street)));
            stored(new Grid(row.code(), row.name(), community, row.geoJson()));
        }
        var position = 0;
        for (var row : plan.departments()) {
            stored(new CountyDepartment(new Department(row.code(), row.name(), row.duties()), position++));
        }
    }

    private void storePeople(CountyPlan plan, String passwordHash) {
        for (var row : plan.staff()) {
            events.publishEvent(stored(member(row, passwordHash)).joined());
        }
        plan.posts().forEach(row -> stored(
                new PostHolder(new PostHolder.Key(row.grid(), Post.of(row.post()).orElseThrow()), row.login())));
        plan.standIns()
                .forEach(row -> stored(
                        new StandIn(book.freshStandInId(), row.absent(), row.standIn(), LocalDate.parse(row.from()),
                                LocalDate.parse(row.to()), row.reason())));
    }

    private static StaffMember member(StaffRow row, String passwordHash) {
        return new StaffMember(row.login(), row.name(), StaffRole.valueOf(row.role()), row.grid(), row.department(),
                row.community(), row.street(), passwordHash);
    }

    private <T> T stored(T entity) {
        entities.persist(entity);
        return entity;
    }
}
