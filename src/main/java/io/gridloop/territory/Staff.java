package io.gridloop.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Staff extends Repository<StaffMember, String> {

    /** Also those who have left. */
    Optional<StaffMember> findByLogin(String login);

    Optional<StaffMember> findByLoginAndLeftAtIsNull(String login);

    List<StaffMember> findAllByLeftAtIsNotNullOrderByLogin();

    List<StaffMember> findAllByLeftAtIsNullOrderByLogin();

    Optional<StaffMember> findFirstByRoleAndLeftAtIsNullOrderByLogin(StaffRole role);

    Optional<StaffMember> findFirstByRoleAndGridCodeAndLeftAtIsNullOrderByLogin(StaffRole role, String gridCode);

    Optional<StaffMember> findFirstByRoleAndDepartmentCodeAndLeftAtIsNullOrderByLogin(StaffRole role,
            String departmentCode);

    Optional<StaffMember> findFirstByRoleAndGridCodeAndDepartmentCodeAndLeftAtIsNullOrderByLogin(
            StaffRole role, String gridCode, String departmentCode);
}
