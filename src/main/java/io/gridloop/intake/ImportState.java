package io.gridloop.intake;

/** Where an import stands. */
enum ImportState {
    WAITING("排队中"),
    RUNNING("正在导入"),
    DONE("已完成"),
    CANCELLED("已取消"),
    FAILED("没有完成");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    /** The name shown to people, in Chinese. */
    public String label() {
        return label;
    }

    /** Whether more rows may still come in. */
    public boolean open() {
        return this == WAITING || this == RUNNING;
    }
}
