package io.gridloop.cases;

/**
 * A kind of matter.
 *
 * @param code four digits as {@code 01-02}
 * @param domain the major class it belongs to, in Chinese
 * @param name its name, in Chinese
 * @param emergencyNote whom to call first when somebody is in danger, in Chinese; mostly empty
 * @param nearbyMetres how far apart two open cases may be the same matter, see {@link NearbyCases}; 0 where cases speak
 *     of people, so that residents never see them; 样例，待县里核定
 */
public record Category(String code, String domain, String name, String emergencyNote, int nearbyMetres) {

    /** Domain and name, as shown to people. */
    public String label() {
        return domain.equals(name) ? name : domain + " · " + name;
    }
}
