package io.gridloop.notify;

import io.gridloop.cases.StaffNotice;
import java.util.Arrays;

/**
 * What a {@link StaffNotice} is about, told by how its occasion begins, and what is said of it outside gridloop: never
 * the words of the notice itself, which may hold what people wrote.
 */
enum Topic {
    ASKED("asked#", Kind.TASK, "有一项申请待您审核"),
    SUPPORTED("supported#", Kind.TASK, "有一项申请待您审批"),
    DECIDED("decided#", Kind.TASK, "您的申请有了审批结果，请查看"),
    HANDED_OVER("handedOver#", Kind.TASK, "因人员变动转交给您，请办理"),
    WITHDRAWN("withdrawn#", Kind.TASK, "反映人已撤回，不用再办理"),
    RULED("ruling#", Kind.TASK, "退单已裁定，请查看"),
    PARTS_CLOSED("childrenClosed#", Kind.TASK, "拆分出的案件已全部结案，请办结本件"),
    WHISTLE("whistle-", Kind.TASK, "吹哨报到，请按时到场"),
    EMERGENCY("emergency", Kind.TASK, "疑似紧急情况，请马上核实是否已经报警"),
    DAY_BEFORE("dayBefore#", Kind.REMINDER, "还有一个工作日到期，请抓紧办理"),
    WARNING("warning#", Kind.REMINDER, "时限已用去八成，请抓紧办理"),
    OVERDUE("overdue#", Kind.REMINDER, "已经超期，请马上办理"),
    ASSISTANCE("assistance-", Kind.REMINDER, "协办请尽快反馈"),
    REWORKS("reworks#", Kind.SUPERVISION, "多次返工，请督办"),
    SUPERVISION("supervision#", Kind.SUPERVISION, "有督办要求，请查看并按期回复"),
    RED_CARD("redCard#", Kind.SUPERVISION, "红牌督办，请马上查看并按期回复"),
    OTHER("", Kind.REMINDER, "有新的消息，请查看");

    private final String beginning;
    private final Kind kind;
    private final String words;

    Topic(String beginning, Kind kind, String words) {
        this.beginning = beginning;
        this.kind = kind;
        this.words = words;
    }

    /** The topic of an occasion; {@link #OTHER} when none is known. */
    static Topic of(String occasion) {
        return Arrays.stream(values()).filter(topic -> occasion.startsWith(topic.beginning)).findFirst().orElse(OTHER);
    }

    Kind kind() {
        return kind;
    }

    /** What is to be done, in Chinese. */
    String words() {
        return words;
    }
}
