package io.gridloop.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface Staff extends Repository<StaffMember, String> {

    /** Also those who have left. */
    Optional<StaffMember> findByLogin(String login);

    Optional<StaffMember> findByLoginAndLeftAtIsNull(String login);

    List<StaffMember> findAllByLeftAtIsNotNullOrderByLogin();

    List<StaffMember> findAllByLeftAtIsNullOrderByLogin();

    Optional<StaffMember> findFirstByRoleAndLeftAtIsNullOrderByLogin(StaffRole role);

    Optional<StaffMember> findFirstByRoleAndGridCodeAndLeftAtIsNullOrderByLogin(StaffRole role, String gridCode);

    List<StaffMember> findAllByRoleAndGridCodeAndLeftAtIsNullOrderByLogin(StaffRole role, String gridCode);

    @Query("""
            select s from StaffMember s, Grid g where g.code = :gridCode and s.role = COMMUNITY
              and s.communityCode = g.community.code and s.leftAt is null order by s.login""")
    List<StaffMember> managersOf(String gridCode);

    Optional<StaffMember> findFirstByRoleAndDepartmentCodeAndLeftAtIsNullOrderByLogin(StaffRole role,
            String departmentCode);

    Optional<StaffMember> findFirstByRoleAndGridCodeAndDepartmentCodeAndLeftAtIsNullOrderByLogin(
            StaffRole role, String gridCode, String departmentCode);

    /** Who manages the community or the street that a grid lies in. */
    @Query("""
            select m from StaffMember m, Grid g where g.code = :grid and m.leftAt is null
            and (m.role = COMMUNITY and m.communityCode = g.community.code
                 or m.role = STREET and m.streetCode = g.community.street.code) order by m.login""")
    List<StaffMember> managersAround(@Param("grid") String grid);
}
