package io.gridloop.notify;

/**
 * The ways by which staff are reached outside of gridloop's pages, and how much each takes. Both robots refuse more than
 * 20 messages a minute; a person should not get more than a few.
 */
enum Channel {
    EMAIL("邮件", Way.MAIL, 5, 1),
    SMS("短信", Way.SMS, 3, 1),
    WECOM("企业微信群", Way.GROUP, 5, 15),
    DINGTALK("钉钉群", Way.GROUP, 5, 15);

    private final String label;
    private final Way way;
    private final int burst;
    private final int perMinute;

    Channel(String label, Way way, int burst, int perMinute) {
        this.label = label;
        this.way = way;
        this.burst = burst;
        this.perMinute = perMinute;
    }

    /** For people, in Chinese. */
    public String label() {
        return label;
    }

    /** As what staff choose it. */
    Way way() {
        return way;
    }

    /** Whether others read it too, so that a message must name whom it is for. */
    boolean group() {
        return way == Way.GROUP;
    }

    /** How many messages one recipient may get at once. */
    int burst() {
        return burst;
    }

    /** How many more with every minute. */
    int perMinute() {
        return perMinute;
    }
}
