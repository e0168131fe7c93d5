package io.gridloop.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.gridloop.territory.StaffRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Somebody of the sample county, seen from a case in the grid G0101 that 李丽娟 handles and 张立新 handled before.
 *
 * @param role nothing for a resident
 * @param inScope whether the case is theirs to see
 */
record Visitor(@Nullable StaffRole role, boolean inScope, String login) {

    static final String STAND_IN = "liwenjing";

    static final List<Visitor> ALL = List.of(
            new Visitor(null, false, "resident"),
            new Visitor(StaffRole.LEADER, true, "wangchunsheng"),
            new Visitor(StaffRole.LEADER, false, "chenmingliang"),
            new Visitor(StaffRole.LEADER, true, STAND_IN),
            new Visitor(StaffRole.FULL_TIME, true, "lilijuan"),
            new Visitor(StaffRole.FULL_TIME, false, "yanghongxia"),
            new Visitor(StaffRole.PART_TIME, true, "zhanglixin"),
            new Visitor(StaffRole.PART_TIME, false, "liuyuqing"),
            new Visitor(StaffRole.COMMUNITY, true, "luoxiaolan"),
            new Visitor(StaffRole.COMMUNITY, false, "tianguangming"),
            new Visitor(StaffRole.STREET, true, "duanwenbin"),
            new Visitor(StaffRole.STREET, false, "jianghongmei"),
            new Visitor(StaffRole.DEPARTMENT, true, "gaoxiulan"),
            new Visitor(StaffRole.DEPARTMENT, false, "linchanghe"),
            new Visitor(StaffRole.INTAKE, true, "handongsheng"),
            new Visitor(StaffRole.DISPATCHER, true, "fengguifang"),
            new Visitor(StaffRole.SUPERVISOR, true, "dengjianshe"),
            new Visitor(StaffRole.DESIGNER, false, "yuchengfeng"),
            new Visitor(StaffRole.ADMIN, true, "caojiayi"));

    boolean mayUse(AccessLine line) {
        return line.open() || (role != null && line.roles().contains(role));
    }

    RequestPostProcessor asUser() {
        return role == null ? anonymous() : user(login).roles(role.name());
    }

    @Override
    public String toString() {
        return (role == null ? "" : role + (inScope ? " in scope " : " out of scope ")) + login;
    }
}
