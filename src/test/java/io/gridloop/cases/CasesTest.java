package io.gridloop.cases;

import io.gridloop.PostgresForTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A test of this module on a real PostgreSQL with the sample county, a clock to turn, and no engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, TurnableClock.Configuration.class, CaseWalk.class})
@TestPropertySource(properties = {
        "camunda.client.worker.defaults.enabled=false",
        // Readiness asks for the process module, which is not here.
        "management.endpoint.health.validate-group-membership=false",
        "gridloop.territory.sample=true",
        "gridloop.cases.sweep-every=PT24H",
        "gridloop.operate-url=http://127.0.0.1:8081/operate"
})
public @interface CasesTest {}
