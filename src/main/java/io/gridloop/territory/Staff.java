package io.gridloop.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Staff extends Repository<StaffMember, String> {

    Optional<StaffMember> findByLogin(String login);

    List<StaffMember> findAllByOrderByLogin();

    Optional<StaffMember> findFirstByRoleOrderByLogin(StaffRole role);

    Optional<StaffMember> findFirstByRoleAndGridCodeOrderByLogin(StaffRole role, String gridCode);

    Optional<StaffMember> findFirstByRoleAndDepartmentCodeOrderByLogin(StaffRole role, String departmentCode);

    Optional<StaffMember> findFirstByRoleAndGridCodeAndDepartmentCodeOrderByLogin(
            StaffRole role, String gridCode, String departmentCode);
}
