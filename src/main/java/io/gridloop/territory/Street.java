package io.gridloop.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Street {

    @Id
    private String code;
    private String name;

    protected Street() {}

    Street(String code, String name) {
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }
}
