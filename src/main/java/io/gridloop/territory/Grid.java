package io.gridloop.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
class Grid {

    @Id
    private String code;
    private String name;

    @ManyToOne(optional = false)
    @JoinColumn(name = "community_code")
    private Community community;

    private String boundary;

    protected Grid() {}

    Grid(String code, String name, Community community, String boundary) {
        this.code = code;
        this.name = name;
        this.community = community;
        this.boundary = boundary;
    }

    GridRef ref() {
        return new GridRef(code, name, community.name(), community.street().name());
    }

    Community community() {
        return community;
    }

    String boundary() {
        return boundary;
    }
}
