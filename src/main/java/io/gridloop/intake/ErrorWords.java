package io.gridloop.intake;

import org.springframework.http.HttpStatus;

/**
 * A failure in words.
 *
 * @param title what happened, in Chinese
 * @param advice what to do now, in Chinese
 */
record ErrorWords(String title, String advice) {

    static ErrorWords of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> new ErrorWords("请先登录", "这个页面只给工作人员使用，请登录后再打开。");
            case FORBIDDEN -> new ErrorWords("不能打开这个页面",
                    "页面可能已经过期，或者您的账号没有这项权限。没有保存任何内容。请返回上一页刷新后再试。");
            case NOT_FOUND -> new ErrorWords("没有这个页面", "地址可能不对，请从首页重新进入。");
            case PAYLOAD_TOO_LARGE ->
                new ErrorWords("文件太大", "照片每张最大 15 MB，请少选几张或者缩小后再提交；导入的文件最大 100 MB，请分成几个再导入。没有保存任何内容。");
            case TOO_MANY_REQUESTS -> new ErrorWords("操作太频繁",
                    "同一网络短时间内提交的次数太多，刚才的内容没有保存。请过几分钟返回上一页再试。事情紧急请直接拨打 110、119、120、122。");
            case SERVICE_UNAVAILABLE -> new ErrorWords("系统暂时不能保存",
                    "刚才提交的内容没有保存。请过半分钟返回上一页再提交一次，同一次提交不会重复立案。事情紧急请直接拨打 110、119、120、122。");
            default -> status.is5xxServerError()
                    ? new ErrorWords("系统出错了", "请稍后返回上一页再试一次，同一次提交不会重复立案。一直这样，请告诉管理员出错的时间。")
                    : new ErrorWords("这个请求不能处理", "提交的内容不完整或者格式不对，请返回上一页检查后再试。");
        };
    }
}
