package io.gridloop.territory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StandIns extends Repository<StandIn, Long> {

    /** Logins of those who stand in for somebody on a day, the earliest entry first. */
    @Query("""
            select s.replacement from StandIn s
            where s.absent = ?1 and ?2 between s.fromDay and s.toDay and s.endedAt is null order by s.id""")
    List<String> replacementsOf(String absent, LocalDate day);

    /** Logins of those for whom somebody stands in on a day. */
    @Query("select s.absent from StandIn s where s.replacement = ?1 and ?2 between s.fromDay and s.toDay and s.endedAt is null order by s.id")
    List<String> absenteesOf(String replacement, LocalDate day);
}
