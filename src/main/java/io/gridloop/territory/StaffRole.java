package io.gridloop.territory;

/** What a member of staff is in the county: the "1+1+N" of a grid, communities, streets, departments, and the county's centre. */
public enum StaffRole {
    LEADER("网格长"),
    FULL_TIME("专职网格员"),
    PART_TIME("兼职网格员"),
    COMMUNITY("社区管理员"),
    STREET("街道管理员"),
    DEPARTMENT("部门承办人"),
    INTAKE("县受理员"),
    DISPATCHER("县派遣员"),
    SUPERVISOR("督办员"),
    DESIGNER("流程设计员"),
    ADMIN("管理员");

    private final String label;

    StaffRole(String label) {
        this.label = label;
    }

    /** The Chinese name of the role, for people. */
    public String label() {
        return label;
    }
}
