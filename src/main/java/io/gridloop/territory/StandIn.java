package io.gridloop.territory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
class StandIn {

    @Id
    @GeneratedValue(generator = "stand_in_seq")
    @SequenceGenerator(name = "stand_in_seq", sequenceName = "stand_in_seq", allocationSize = 50)
    private @Nullable Long id;

    private String absent;

    @Column(name = "stand_in")
    private String replacement;

    private LocalDate fromDay;
    private LocalDate toDay;
    private String reason;

    protected StandIn() {}

    StandIn(String absent, String replacement, LocalDate fromDay, LocalDate toDay, String reason) {
        this.absent = absent;
        this.replacement = replacement;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.reason = reason;
    }
}
