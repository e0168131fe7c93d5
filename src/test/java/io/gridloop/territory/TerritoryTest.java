package io.gridloop.territory;

import io.gridloop.PostgresForTests;
import io.gridloop.audit.AuditTrail;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The territory module alone on a real PostgreSQL, without a transaction around each test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RecordApplicationEvents
@Import({PostgresForTests.class, StoppedClock.class, Territory.class, CurrentMap.class, Duty.class, CountyFiles.class,
        CountyLoader.class, RosterBook.class, ChangeLog.class, CountyChanges.class, DutyWatch.class, StaffPages.class,
        AuditTrail.class})
@interface TerritoryTest {}
