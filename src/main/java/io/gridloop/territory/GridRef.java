package io.gridloop.territory;

/**
 * A grid, named by where it lies.
 *
 * @param code unique in the county, for example {@code G0101}
 * @param name name within the community, for example 第一网格
 * @param community name of the community
 * @param street name of the street
 */
public record GridRef(String code, String name, String community, String street) {

    /** The full Chinese name, for people: street, community and grid. */
    public String label() {
        return street + " " + community + " " + name;
    }
}
