package io.gridloop.territory;

/** What sort of change it was. */
public enum ChangeKind {
    JOIN("join", "到岗"),
    LEAVE("leave", "离任"),
    TRANSFER("transfer", "调动"),
    CORRECT_NAME("correctName", "改名"),
    BEGIN_STAND_IN("beginStandIn", "设置代理"),
    END_STAND_IN("endStandIn", "结束代理"),
    RENAME_DEPARTMENT("renameDepartment", "部门更名"),
    MERGE_DEPARTMENT("mergeDepartment", "部门合并"),
    GIVE_POST("givePost", "岗位调整"),
    UNDO("undo", "撤销");

    private final String code;
    private final String label;

    ChangeKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As it stands in the audit trail after {@code territory.} */
    String code() {
        return code;
    }

    /** The Chinese name, for people. */
    public String label() {
        return label;
    }

    static ChangeKind of(CountyChange change) {
        return switch (change) {
            case CountyChange.Join it -> JOIN;
            case CountyChange.Leave it -> LEAVE;
            case CountyChange.Transfer it -> TRANSFER;
            case CountyChange.CorrectName it -> CORRECT_NAME;
            case CountyChange.BeginStandIn it -> BEGIN_STAND_IN;
            case CountyChange.EndStandIn it -> END_STAND_IN;
            case CountyChange.RenameDepartment it -> RENAME_DEPARTMENT;
            case CountyChange.MergeDepartment it -> MERGE_DEPARTMENT;
            case CountyChange.GivePost it -> GIVE_POST;
            case CountyChange.Undo it -> UNDO;
        };
    }
}
