package io.gridloop.admin;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** gridloop with the sample county on a real PostgreSQL, without an engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "gridloop.process.reconciler.enabled=false", "gridloop.process.relay.enabled=false"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
@interface AdminTest {}
