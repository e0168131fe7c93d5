package io.gridloop.territory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
class StandIn {

    @Id
    private long id;

    private String absent;

    @Column(name = "stand_in")
    private String replacement;

    private LocalDate fromDay;
    private LocalDate toDay;
    private String reason;
    private @Nullable Instant endedAt;

    protected StandIn() {}

    StandIn(long id, String absent, String replacement, LocalDate fromDay, LocalDate toDay, String reason) {
        this.id = id;
        this.absent = absent;
        this.replacement = replacement;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.reason = reason;
    }
}
