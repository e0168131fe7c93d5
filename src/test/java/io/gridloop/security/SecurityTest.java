package io.gridloop.security;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a real PostgreSQL with the sample county, while the engine is away. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "camunda.client.grpc-address=http://127.0.0.1:1", "camunda.client.rest-address=http://127.0.0.1:1",
        "gridloop.operate-url=http://127.0.0.1:8081/operate",
        // One visitor after the other comes from the same address here.
        "gridloop.security.limits.report.times=100000", "gridloop.security.limits.receipt.times=100000"})
@AutoConfigureMockMvc
@Import({PostgresForTests.class, CaseWalk.class})
public @interface SecurityTest {}
