package io.gridloop.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "department")
class CountyDepartment {

    @Id
    private String code;
    private String name;
    private String duties;
    private int position;
    private @Nullable String successor;

    protected CountyDepartment() {}

    CountyDepartment(Department department, int position) {
        this.code = department.code();
        this.name = department.name();
        this.duties = department.duties();
        this.position = position;
    }

    /** The code of the department that this one was merged into. */
    @Nullable
    String successor() {
        return successor;
    }

    Department department() {
        return new Department(code, name, duties);
    }
}
