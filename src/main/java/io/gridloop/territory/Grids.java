package io.gridloop.territory;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Grids extends Repository<Grid, String> {

    @Query("from Grid g join fetch g.community c join fetch c.street order by g.code")
    List<Grid> all();
}
