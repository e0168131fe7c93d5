package io.gridloop.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The county: its grids, its departments and its people. Who stands in for somebody today answers in their place. */
@Service
public class Territory {

    /**
     * Finds where a point lies. A point on a border shared by several grids belongs to the smallest grid code.
     *
     * @param longitude degrees east, WGS-84; anything that is no finite number lies outside
     * @param latitude degrees north, WGS-84; anything that is no finite number lies outside
     */
    public Placement locate(double longitude, double latitude) {
        throw new UnsupportedOperationException();
    }

    /** All grids, by code. */
    public List<GridRef> grids() {
        throw new UnsupportedOperationException();
    }

    /** The grid with this code. */
    public Optional<GridRef> grid(String code) {
        throw new UnsupportedOperationException();
    }

    /** All departments, in the order in which the county lists them. */
    public List<Department> departments() {
        throw new UnsupportedOperationException();
    }

    /** The department with this code. */
    public Optional<Department> department(String code) {
        throw new UnsupportedOperationException();
    }

    /**
     * The leader of a grid today.
     *
     * @throws IllegalArgumentException when there is no such grid
     */
    public Person leaderOf(String gridCode) {
        throw new UnsupportedOperationException();
    }

    /** Who classifies reports at the county's centre today. */
    public Person intakeOfficer() {
        throw new UnsupportedOperationException();
    }

    /** Who dispatches at the county's centre today. */
    public Person dispatcher() {
        throw new UnsupportedOperationException();
    }

    /** Who supervises overdue cases today. */
    public Person supervisor() {
        throw new UnsupportedOperationException();
    }

    /**
     * Who handles a case today, by the outcome of the decision table {@code routeCase}.
     *
     * @param gridCode the grid of the case
     * @param level {@code community} (the holder of the post, else the full-time worker) or {@code department}
     *     (the grid's part-time worker sent by the department, else the department's own handler)
     * @param post code of a {@link Post}; looked at only for {@code community}
     * @param lead code of a {@link Department}; looked at only for {@code department}
     * @throws IllegalArgumentException when the grid, the level or the department is not known
     */
    public Person handlerFor(String gridCode, String level, String post, String lead) {
        throw new UnsupportedOperationException();
    }

    /** The member of staff with this login, whoever stands in for them. */
    public Optional<Person> person(String login) {
        throw new UnsupportedOperationException();
    }

    /** All members of staff, by login. */
    public List<Person> people() {
        throw new UnsupportedOperationException();
    }

    /** What is needed to check the log-in of a member of staff. */
    public Optional<StaffLogin> login(String login) {
        throw new UnsupportedOperationException();
    }
}
