package io.gridloop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A real PostgreSQL 17 for tests: one server for each JVM, a fresh and empty database for each Spring context.
 * Use it with {@code @SpringBootTest @Import(PostgresForTests.class)}; Flyway then migrates the database.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PostgresForTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Bean
    JdbcConnectionDetails freshDatabase() {
        return new FreshDatabase(createDatabase());
    }

    /** Many contexts share one server, so a context holds only the connections it uses. */
    @Bean
    DynamicPropertyRegistrar smallPool() {
        return properties -> properties.add("spring.datasource.hikari.minimum-idle", () -> 1);
    }

    /** Creates an empty database on the shared server, for tests without a Spring context. Returns its JDBC address. */
    public static String createDatabase() {
        var name = "test" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Server.RUNNING.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database " + name + " could not be created", e);
        }
    }

    private record FreshDatabase(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        /*
         * The server's own shutdown hook would stop it while Spring contexts are still closing, and each of them would
         * then wait 30 s for a connection. Spring Boot calls its handlers after all contexts have been closed.
         */
        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(new File("target/postgres").getAbsoluteFile())
                        .setRegisterShutdownHook(false)
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for tests did not start", e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
