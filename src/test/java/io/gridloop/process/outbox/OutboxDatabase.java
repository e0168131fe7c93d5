package io.gridloop.process.outbox;

import io.gridloop.PostgresForTests;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh database with this module's tables only. */
final class OutboxDatabase {

    private OutboxDatabase() {}

    static DataSource fresh() {
        var database = new DriverManagerDataSource(PostgresForTests.createDatabase(), "postgres", "postgres");
        Flyway.configure().dataSource(database).locations("classpath:db/migration/process").load().migrate();
        return database;
    }
}
