package io.gridloop.cases;

/** A program used the key of one submission for another one; nothing was stored. */
public class KeyReusedException extends InvalidReportException {

    KeyReusedException() {
        super("submissionKey", "这个键已经用于另一份内容，没有保存；新的上报请换一个新的键");
    }
}
