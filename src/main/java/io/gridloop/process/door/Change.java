package io.gridloop.process.door;

import java.util.List;

/**
 * One thing of a model that is different.
 *
 * @param id of the element, rule or field
 * @param what it is, in Chinese
 * @param name what people call it; may be empty
 * @param cells what of it is different
 */
public record Change(Kind kind, String id, String what, String name, List<Cell> cells) {

    /** What happened to it. */
    public enum Kind {
        ADDED("新增"), REMOVED("删除"), CHANGED("修改"), MOVED("只移动了位置");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In Chinese. */
        public String label() {
            return label;
        }
    }

    /** One property before and after; empty where there was or is none. */
    public record Cell(String label, String before, String after) {}
}
