package io.gridloop.intake.open311;

import io.gridloop.PostgresForTests;
import io.gridloop.cases.CaseWalk;
import io.gridloop.security.TestKeys;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole application on a port of its own and a real PostgreSQL with the sample county; the engine is away. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"gridloop.territory.sample=true",
        "camunda.client.worker.defaults.enabled=false", "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1", "gridloop.process.reconciler.enabled=false",
        "gridloop.process.relay.enabled=false", "gridloop.public-url=https://county.example",
        "gridloop.open311.jurisdiction-id=county.example", "gridloop.open311.batch-services=01-06",
        // Each visitor of a test says by this header where it comes from.
        "gridloop.security.trusted-proxies=127.0.0.1", "gridloop.security.limits.api.times=10",
        "gridloop.security.limits.api.within=5h"})
@Import({PostgresForTests.class, CaseWalk.class, TestKeys.class})
@interface Open311Test {}
