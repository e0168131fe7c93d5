package io.gridloop.territory;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Counties extends Repository<County, String> {

    Optional<County> findFirstByOrderByCode();

    long count();

    /** Makes a second instance that starts at the same time wait until this transaction has ended. */
    @Modifying
    @Query(value = "lock table county in exclusive mode", nativeQuery = true)
    void lock();
}
