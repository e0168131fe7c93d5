package io.gridloop.territory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;

/** The county: its grids, its departments and its people. Who stands in for somebody today answers in their place. */
@Service
public class Territory {

    private final CurrentMap map;
    private final Departments departments;
    private final Staff staff;
    private final PostHolders postHolders;
    private final Duty duty;

    Territory(CurrentMap map, Departments departments, Staff staff, PostHolders postHolders, Duty duty) {
        this.map = map;
        this.departments = departments;
        this.staff = staff;
        this.postHolders = postHolders;
        this.duty = duty;
    }

    /**
     * Finds where a point lies. A point on a border shared by several grids belongs to the smallest grid code.
     *
     * @param longitude degrees east, WGS-84; anything that is no finite number lies outside
     * @param latitude degrees north, WGS-84; anything that is no finite number lies outside
     */
    public Placement locate(double longitude, double latitude) {
        return map.get().locate(longitude, latitude);
    }

    /** All grids, by code. */
    public List<GridRef> grids() {
        return map.get().grids();
    }

    /** The grid with this code. */
    public Optional<GridRef> grid(String code) {
        return map.get().grid(code);
    }

    /** The area of a grid, a Polygon or MultiPolygon in degrees, WGS-84; the caller's own to change. */
    public Optional<Geometry> boundary(String code) {
        return map.get().boundary(code);
    }

    /** All departments in force, in the order in which the county lists them. */
    public List<Department> departments() {
        return map.get().departments();
    }

    /** Departments that went into another one: the name of each with its old code, and who answers for it today. */
    public Map<Department, Department> mergedDepartments() {
        return map.get().mergedDepartments();
    }

    /** The department that answers for this code today: a merged department's code stands for the one it went into. */
    public Optional<Department> department(String code) {
        return map.get().department(code);
    }

    /**
     * The leader of a grid today.
     *
     * @throws IllegalArgumentException when there is no such grid
     */
    public Person leaderOf(String gridCode) {
        return onDuty(inGrid(StaffRole.LEADER, existingGrid(gridCode)));
    }

    /** The manager of the community that a grid lies in, today; nothing when nobody is named. */
    public Optional<Person> communityManagerOf(String gridCode) {
        return staff.managersOf(existingGrid(gridCode)).stream().findFirst().map(this::onDuty);
    }

    /** Who may look at finished work in a grid, in the order in which they are asked: its full-time worker, its part-time workers, the manager of its community. */
    public List<Person> inspectorsOf(String gridCode) {
        var grid = existingGrid(gridCode);
        return Stream.of(
                staff.findAllByRoleAndGridCodeAndLeftAtIsNullOrderByLogin(StaffRole.FULL_TIME, grid),
                staff.findAllByRoleAndGridCodeAndLeftAtIsNullOrderByLogin(StaffRole.PART_TIME, grid),
                staff.managersOf(grid)).flatMap(List::stream).map(this::onDuty).distinct().toList();
    }

    /** Who classifies reports at the county's centre today. */
    public Person intakeOfficer() {
        return onDuty(atCounty(StaffRole.INTAKE));
    }

    /** Who dispatches at the county's centre today. */
    public Person dispatcher() {
        return onDuty(atCounty(StaffRole.DISPATCHER));
    }

    /** Who supervises overdue cases today. */
    public Person supervisor() {
        return onDuty(atCounty(StaffRole.SUPERVISOR));
    }

    /**
     * Who handles a case today, by the outcome of the decision table {@code routeCase}.
     *
     * @param gridCode the grid of the case
     * @param level {@code community} (the holder of the post, else the full-time worker), {@code communityOffice} and
     *     {@code street} (who manages the grid's community or street; where the county has none, the next level's, at
     *     last the dispatcher) or {@code department} (the grid's part-time worker sent by the department, else the
     *     department's own handler)
     * @param post code of a {@link Post}; looked at only for {@code community}
     * @param lead code of a {@link Department}; looked at only for {@code department}
     * @throws IllegalArgumentException when the grid, the level or the department is not known
     */
    public Person handlerFor(String gridCode, String level, String post, String lead) {
        var grid = existingGrid(gridCode);
        return onDuty(switch (level) {
            case "community" -> postHolder(grid, post).orElseGet(() -> inGrid(StaffRole.FULL_TIME, grid));
            case "communityOffice" -> manager(grid, StaffRole.COMMUNITY).or(() -> manager(grid, StaffRole.STREET))
                    .orElseGet(() -> atCounty(StaffRole.DISPATCHER));
            case "street" -> manager(grid, StaffRole.STREET).orElseGet(() -> atCounty(StaffRole.DISPATCHER));
            case "department" -> fromDepartment(grid, lead);
            default -> throw new IllegalArgumentException("Nobody handles at the level " + level);
        });
    }

    /** Logins of those whom this person stands in for today. */
    public List<String> standsInFor(String login) {
        return duty.absenteesOf(login);
    }

    /** Whether a person may do today what was given to another: as the same, as a stand-in, or because that one is. */
    public boolean answersFor(String login, String named) {
        return login.equals(named) || duty.absenteesOf(login).contains(named)
                || duty.absenteesOf(named).contains(login);
    }

    /** The member of staff with this login, whoever stands in for them; also somebody who has left. */
    public Optional<Person> person(String login) {
        return staff.findByLogin(login).map(member -> member.seenOn(map.get()));
    }

    /** The member of staff with this login, unless they have left. */
    public Optional<Person> serving(String login) {
        return staff.findByLoginAndLeftAtIsNull(login).map(member -> member.seenOn(map.get()));
    }

    /**
     * Somebody who handled a case before, or who stands in for them today; nothing when they no longer have a place from
     * which such a case is handled.
     *
     * @param gridCode the grid of the case
     * @param level {@code community}: they work in the grid; {@code communityOffice}, {@code street}: they manage what
     *     it lies in; {@code department}: they belong to the department
     * @param lead code of the department
     */
    public Optional<Person> stillHandling(String login, String gridCode, String level, String lead) {
        return staff.findByLoginAndLeftAtIsNull(login)
                .filter(member -> switch (level) {
                    case "department" -> member.belongsTo(answeringFor(lead));
                    case "communityOffice", "street" -> staff.managersAround(gridCode).stream()
                            .anyMatch(manager -> manager.login().equals(login));
                    default -> member.worksIn(gridCode);
                })
                .map(this::onDuty);
    }

    /** Logins of those who have left. */
    public List<String> formerLogins() {
        return staff.findAllByLeftAtIsNotNullOrderByLogin().stream().map(StaffMember::login).toList();
    }

    /** Display names of the communities by their code. */
    public Map<String, String> communities() {
        return map.get().communities();
    }

    /**
     * The grids of a community with the areas that they cover, by the code of the grid; none when there is no community
     * of this code.
     */
    public List<GridShape> shapes(String community) {
        return map.get().shapes(community);
    }

    /** Display names of the streets by their code. */
    public Map<String, String> streets() {
        return map.get().streets();
    }

    /** All members of staff who have not left, by login. */
    public List<Person> people() {
        return staff.findAllByLeftAtIsNullOrderByLogin().stream().map(member -> member.seenOn(map.get())).toList();
    }

    /** What is needed to check the log-in of a member of staff; nothing for those who have left. */
    public Optional<StaffLogin> login(String login) {
        return staff.findByLoginAndLeftAtIsNull(login).map(StaffMember::staffLogin);
    }

    private Person onDuty(StaffMember member) {
        return duty.today(member).seenOn(map.get());
    }

    private Optional<StaffMember> postHolder(String grid, String post) {
        return Post.of(post)
                .flatMap(held -> postHolders.findByKey(new PostHolder.Key(grid, held)))
                .flatMap(holder -> staff.findByLogin(holder.login()));
    }

    private Optional<StaffMember> manager(String grid, StaffRole role) {
        return staff.managersAround(grid).stream().filter(member -> member.is(role)).findFirst();
    }

    private StaffMember fromDepartment(String grid, String code) {
        var lead = answeringFor(code);
        return staff
                .findFirstByRoleAndGridCodeAndDepartmentCodeAndLeftAtIsNullOrderByLogin(StaffRole.PART_TIME, grid, lead)
                .or(() -> staff.findFirstByRoleAndDepartmentCodeAndLeftAtIsNullOrderByLogin(StaffRole.DEPARTMENT, lead))
                .orElseThrow(() -> new IllegalArgumentException("There is no department " + lead));
    }

    // From the table, not from the map: a department may have been merged in this very transaction.
    private String answeringFor(String code) {
        return departments.findByCode(code).map(CountyDepartment::successor).map(this::answeringFor).orElse(code);
    }

    private StaffMember inGrid(StaffRole role, String grid) {
        return staff.findFirstByRoleAndGridCodeAndLeftAtIsNullOrderByLogin(role, grid)
                .orElseThrow(() -> new IllegalStateException("The grid " + grid + " has no " + role));
    }

    private StaffMember atCounty(StaffRole role) {
        return staff.findFirstByRoleAndLeftAtIsNullOrderByLogin(role)
                .orElseThrow(() -> new IllegalStateException("The county has no " + role));
    }

    private String existingGrid(String code) {
        return grid(code).orElseThrow(() -> new IllegalArgumentException("There is no grid " + code)).code();
    }
}
