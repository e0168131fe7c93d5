package io.gridloop.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "staff")
class StaffMember {

    @Id
    private String login;
    private String name;

    @Enumerated(EnumType.STRING)
    private StaffRole role;

    private @Nullable String gridCode;
    private @Nullable String departmentCode;
    private @Nullable String communityCode;
    private @Nullable String streetCode;
    private String passwordHash;
    private @Nullable Instant leftAt;

    protected StaffMember() {}

    StaffMember(String login, String name, StaffRole role, @Nullable String gridCode, @Nullable String departmentCode,
            @Nullable String communityCode, @Nullable String streetCode, String passwordHash) {
        this.login = login;
        this.name = name;
        this.role = role;
        this.gridCode = gridCode;
        this.departmentCode = departmentCode;
        this.communityCode = communityCode;
        this.streetCode = streetCode;
        this.passwordHash = passwordHash;
    }

    String login() {
        return login;
    }

    boolean is(StaffRole wanted) {
        return role == wanted;
    }

    boolean worksIn(String grid) {
        return grid.equals(gridCode);
    }

    boolean belongsTo(String department) {
        return department.equals(departmentCode);
    }

    Person seenOn(CountyMap map) {
        return new Person(login, name, role, map.unit(gridCode, departmentCode, communityCode, streetCode));
    }

    StaffLogin staffLogin() {
        return new StaffLogin(login, name, role, passwordHash);
    }

    StaffJoined joined() {
        return new StaffJoined(login, name, passwordHash);
    }
}
