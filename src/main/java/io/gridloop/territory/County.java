package io.gridloop.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class County {

    @Id
    private String code;
    private String name;
    private String office;
    private String outline;

    protected County() {}

    County(String code, String name, String office, String outline) {
        this.code = code;
        this.name = name;
        this.office = office;
        this.outline = outline;
    }

    String office() {
        return office;
    }

    String outline() {
        return outline;
    }
}
