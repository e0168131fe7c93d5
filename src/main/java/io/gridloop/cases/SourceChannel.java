package io.gridloop.cases;

/** The way a report came in. */
public enum SourceChannel {

    /** A resident's own report on the web page. */
    RESIDENT_WEB("居民网页"),
    /** Found by grid staff on patrol. */
    PATROL("巡查"),
    /** A call to the hotline. */
    HOTLINE("热线电话"),
    /** Somebody came in person. */
    VISIT("来访"),
    /** A letter or a message on a public message board. */
    LETTER("来信留言"),
    /** Passed down by a leader. */
    LEADER_NOTE("领导交办"),
    /** A row of an imported file. */
    IMPORT("批量导入"),
    /** A part of another case that was split. */
    SPLIT("拆分"),
    /** Sent by a program through Open311. */
    OPEN311("Open311接口"),
    /** From a system of the county, by the REST interface. */
    API("系统接口");

    private final String label;

    SourceChannel(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }
}
