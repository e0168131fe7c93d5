package io.gridloop.process.models;

import static io.gridloop.process.models.SampleModels.TABLE;
import static io.gridloop.process.models.SampleModels.goodModels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gridloop.PostgresForTests;
import io.gridloop.process.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ModelDeployerTests {

    private final List<SortedMap<String, byte[]>> sent = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(freshDatabase());
    private boolean away;
    private final ModelDeployer deployer = new ModelDeployer(this::take, new Deployments(jdbc, new ObjectMapper()),
            new MovableClock());

    @Test
    void sendsAllFilesAsOneDeployment() {
        assertThat(deploy(goodModels())).isEmpty();
        assertThat(sent).singleElement().satisfies(files -> assertThat(files).hasSize(3));
        assertThat(deployer.open()).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void remembersTheSameContentOnce() {
        deploy(goodModels());
        deploy(goodModels());
        assertThat(sent).as("the engine may be a fresh one").hasSize(2);
        assertThat(rows()).isEqualTo(1);
        deploy(goodModels().changed(TABLE, "S-2", "S-3"));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void sendsNothingWhenThereAreProblems() {
        assertThat(deploy(goodModels().changed(TABLE, "not(\"01-02\")", "-"))).isNotEmpty();
        assertThat(sent).isEmpty();
        assertThat(deployer.open()).as("the engine has nothing to start").isFalse();
    }

    @Test
    void letsTheOlderModelsRunWhenNewerOnesAreRefused() {
        deploy(goodModels());
        deploy(goodModels().changed(TABLE, "not(\"01-02\")", "-"));
        assertThat(sent).hasSize(1);
        assertThat(deployer.open()).isTrue();
        assertThat(deployer.state()).isEqualTo(ModelState.REFUSED_OLDER_RUNS);
    }

    @Test
    void staysClosedWhileTheEngineIsAway() {
        away = true;
        assertThatThrownBy(() -> deploy(goodModels())).hasMessage("away");
        assertThat(deployer.open()).isFalse();
        assertThat(new ModelHealth(deployer).health().getStatus().getCode()).isEqualTo("DEGRADED");
        away = false;
        deploy(goodModels());
        assertThat(new ModelHealth(deployer).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void forgetsTheEngineWhenItsClientGoes() {
        deploy(goodModels());
        deployer.on((io.camunda.client.event.CamundaClientClosingEvent) null);
        assertThat(deployer.open()).isFalse();
    }

    private List<Problem> deploy(SampleModels models) {
        return deployer.deploy(models.files, SampleModels.check());
    }

    private Deployed take(SortedMap<String, byte[]> files) {
        if (away) {
            throw new IllegalStateException("away");
        }
        sent.add(files);
        return new Deployed(ModelFiles.hash(files), sent.size(), Map.of("SampleProcess", 1));
    }

    private int rows() {
        return jdbc.sql("select count(*) from model_deployment").query(Integer.class).single();
    }

    private static DriverManagerDataSource freshDatabase() {
        var database = new DriverManagerDataSource(PostgresForTests.createDatabase(), "postgres", "postgres");
        Flyway.configure().dataSource(database).locations("classpath:db/migration/process").load().migrate();
        return database;
    }
}
