package io.gridloop.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
class Community {

    @Id
    private String code;
    private String name;

    @ManyToOne(optional = false)
    @JoinColumn(name = "street_code")
    private Street street;

    protected Community() {}

    Community(String code, String name, Street street) {
        this.code = code;
        this.name = name;
        this.street = street;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    Street street() {
        return street;
    }
}
