package io.gridloop.intake;

import io.gridloop.cases.ReceiptView;
import io.gridloop.cases.Resolution;
import org.jspecify.annotations.Nullable;

/** Where a case stands, in words that a resident understands. */
final class StateWords {

    private StateWords() {}

    static String of(ReceiptView receipt) {
        if (receipt.decided() == Resolution.WITHDRAWN) {
            return receipt.joined() ? "反映人撤回了这件事，工作人员不再办理。问题还在的，请您重新上报。" : "您撤回了这件事，工作人员不再办理。";
        }
        return usual(receipt);
    }

    private static String usual(ReceiptView receipt) {
        return switch (receipt.state()) {
            case REPORTED -> "已经收到，正在转给负责的人。";
            case CLASSIFYING -> "县里正在确定问题的类别和所在网格。";
            case ACCEPTING -> "网格长正在看，决定是否受理。";
            case ASSIGNING -> "已经受理，正在确定由哪个单位办理。";
            case HANDLING -> "已经派给办理的人，正在办理。";
            case VERIFYING -> "已经办理，网格长正在核查结果。";
            case CLOSED -> closed(receipt.resolution());
        };
    }

    private static String closed(@Nullable Resolution resolution) {
        return switch (resolution) {
            case null -> "已经结案。";
            case SOLVED -> "问题已经解决，经网格长核查后结案。";
            case SOLVED_ON_SPOT -> "问题当场已经办结。";
            case REFUSED -> "这件事不属于网格受理的范围，下面写明了可以走的途径。";
            case DUPLICATE -> "同一件事已经有人上报，合并到那一件里办理。";
            case WITHDRAWN -> "您撤回了这件事，工作人员不再办理。";
            case EXPLAINED -> "已经答复您的问题，下面写明了答复。";
            case REPEATED -> "同一件事已经办理过，没有新的情况，不再重复办理。";
            case PASSED_ON -> "这是紧急情况，应当直接拨打紧急热线；本系统不会替您报警。";
            case UNABLE -> "已经尽力办理，但问题没能解决，下面写明了原因。";
        };
    }
}
