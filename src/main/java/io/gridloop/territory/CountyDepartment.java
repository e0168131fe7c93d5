package io.gridloop.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "department")
class CountyDepartment {

    @Id
    private String code;
    private String name;
    private String duties;
    private int position;

    protected CountyDepartment() {}

    CountyDepartment(Department department, int position) {
        this.code = department.code();
        this.name = department.name();
        this.duties = department.duties();
        this.position = position;
    }

    Department department() {
        return new Department(code, name, duties);
    }
}
