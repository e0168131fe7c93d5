package io.gridloop.territory;

import java.util.Arrays;
import java.util.Optional;

/** The four posts of a grid. Their names are samples until the county has settled them (样例，待县里核定). */
public enum Post {
    PATROL("patrol", "巡查监督岗"),
    MEDIATION("mediation", "矛盾调解岗"),
    SERVICE("service", "便民服务岗"),
    PUBLICITY("publicity", "政策宣传岗");

    private final String code;
    private final String label;

    Post(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The value used by decision tables, for example {@code patrol}. */
    public String code() {
        return code;
    }

    /** The Chinese name of the post, for people. */
    public String label() {
        return label;
    }

    /** The post with this code, or nothing when there is none. */
    public static Optional<Post> of(String code) {
        return Arrays.stream(values()).filter(post -> post.code.equals(code)).findFirst();
    }
}
