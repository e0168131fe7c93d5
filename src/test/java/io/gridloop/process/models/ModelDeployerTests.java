package io.gridloop.process.models;

import static io.gridloop.process.models.SampleModels.DIAGRAM;
import static io.gridloop.process.models.SampleModels.TABLE;
import static io.gridloop.process.models.SampleModels.goodModels;
import static java.nio.charset.StandardCharsets.UTF_8;
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
    private final List<Object> events = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final ModelSets sets = new ModelSets(jdbc, clock);
    private final PresentModels present = new PresentModels(jdbc, sets, events::add, clock);
    private final ForeignVersions foreign = new ForeignVersions(jdbc, events::add, clock);
    private final ModelDeployer deployer = new ModelDeployer(this::take, new Deployments(jdbc, new ObjectMapper()),
            present, foreign, sets, events::add, clock);
    private int version = 1;

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
        assertThat(new ModelHealth(deployer, foreign).health().getStatus().getCode()).isEqualTo("DEGRADED");
        away = false;
        deploy(goodModels());
        assertThat(new ModelHealth(deployer, foreign).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void forgetsTheEngineWhenItsClientGoes() {
        deploy(goodModels());
        deployer.on((io.camunda.client.event.CamundaClientClosingEvent) null);
        assertThat(deployer.open()).isFalse();
    }

    @Test
    void keepsWhatTheCountyApprovedOverWhatIsShipped() {
        deploy(goodModels());
        var approved = goodModels().changed(TABLE, "S-2", "S-3");
        present.become(sets.keep(approved.files));
        deploy(goodModels());
        assertThat(text(sent.getLast(), TABLE)).contains("S-3");
        assertThat(events).noneMatch(ReleaseDiffers.class::isInstance);
    }

    @Test
    void proposesOnceWhatANewReleaseChangedAndKeepsTheCountysOwn() {
        deploy(goodModels());
        present.become(sets.keep(goodModels().changed(TABLE, "S-2", "S-3").files));
        var release = goodModels().changed(DIAGRAM, "cases.registerCase", "cases.prepareTask");
        deploy(release);
        deploy(release);
        assertThat(text(sent.getLast(), TABLE)).contains("S-3");
        assertThat(text(sent.getLast(), DIAGRAM)).contains("cases.registerCase");
        assertThat(events).filteredOn(ReleaseDiffers.class::isInstance).singleElement().satisfies(event -> {
            var merged = ((ReleaseDiffers) event).files();
            assertThat(text(merged, TABLE)).contains("S-3");
            assertThat(text(merged, DIAGRAM)).doesNotContain("cases.registerCase");
        });
    }

    @Test
    void takesANewReleaseWhereTheCountyChangedNothing() {
        deploy(goodModels());
        deploy(goodModels().changed(TABLE, "S-2", "S-3"));
        assertThat(text(sent.getLast(), TABLE)).contains("S-3");
    }

    @Test
    void letsTheApprovedModelsWaitForAWorkerThatIsGone() {
        deploy(goodModels());
        present.become(sets.keep(goodModels().changed(DIAGRAM, "cases.registerCase", "cases.gone").files));
        assertThat(deploy(goodModels())).extracting(Problem::message).containsExactly("作业类型 cases.gone 没有对应的 worker");
        assertThat(sent).hasSize(1);
        assertThat(deployer.state()).isEqualTo(ModelState.REFUSED_OLDER_RUNS);
    }

    @Test
    void noticesAVersionThatSomebodyPutBetweenTwoOfItsOwn() {
        deploy(goodModels());
        version = 3;
        deploy(goodModels());
        assertThat(events).contains(new ForeignFound("SampleProcess", 1, 2));
        assertThat(foreign.open()).as("the door's own lies on top again").isEmpty();
        assertThat(foreign.latest(5)).hasSize(1);
        version = 4;
        deploy(goodModels().changed(TABLE, "S-2", "S-3"));
        version = 1;
        deploy(goodModels().changed(TABLE, "S-2", "S-3"));
        assertThat(events).as("a fresh engine counts from one again").filteredOn(ForeignFound.class::isInstance)
                .hasSize(1);
    }

    @Test
    void saysThatAForeignVersionLiesOnTop() {
        deploy(goodModels());
        foreign.note("SampleProcess", 1, 2);
        foreign.note("SampleProcess", 1, 2);
        assertThat(events).containsOnlyOnce(new ForeignFound("SampleProcess", 1, 2));
        var health = new ModelHealth(deployer, foreign).health();
        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getDetails().get("foreign").toString()).contains("SampleProcess: version 2");
    }

    private static String text(SortedMap<String, byte[]> files, String file) {
        return new String(files.get(file), UTF_8);
    }

    private List<Problem> deploy(SampleModels models) {
        return deployer.deploy(models.files, SampleModels.check());
    }

    private Deployed take(SortedMap<String, byte[]> files) {
        if (away) {
            throw new IllegalStateException("away");
        }
        sent.add(files);
        return new Deployed(ModelFiles.hash(files), sent.size(), Map.of("SampleProcess", version));
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
