package io.gridloop.cases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of supervision, {@code gridloop.cases.*}.
 *
 * @param replyLimit working hours within which an order is replied to, 1 to 720
 * @param points what each level costs in the appraisal
 */
@ConfigurationProperties("gridloop.cases")
record SupervisionProperties(@DefaultValue("8") int replyLimit, @DefaultValue Points points) {

    /**
     * Points of each level, 0 or less. The cards' defaults are those of a provincial system of grid governance
     * （黄牌-5、红牌-10；样例，待县里核定）.
     */
    record Points(@DefaultValue("0") int urge, @DefaultValue("0") int supervise, @DefaultValue("-5") int yellow,
            @DefaultValue("-10") int red) {

        Points {
            if (urge > 0 || supervise > 0 || yellow > 0 || red > 0) {
                throw new IllegalArgumentException("gridloop.cases.points are 0 or less");
            }
        }

        int of(SupervisionLevel level) {
            return switch (level) {
                case URGE -> urge;
                case SUPERVISE -> supervise;
                case YELLOW -> yellow;
                case RED -> red;
            };
        }
    }

    SupervisionProperties {
        if (replyLimit < 1 || replyLimit > 720) {
            throw new IllegalArgumentException("gridloop.cases.reply-limit is between 1 and 720");
        }
    }
}
