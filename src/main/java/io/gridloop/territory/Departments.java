package io.gridloop.territory;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Departments extends Repository<CountyDepartment, String> {

    List<CountyDepartment> findAllByOrderByPosition();

    Optional<CountyDepartment> findByCode(String code);
}
