package io.gridloop.intake;

import io.gridloop.PostgresForTests;
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
@SpringBootTest(properties = {
        "gridloop.territory.sample=true",
        "camunda.client.grpc-address=http://127.0.0.1:1",
        "camunda.client.rest-address=http://127.0.0.1:1",
        "camunda.client.worker.defaults.enabled=false"
})
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
public @interface IntakeTest {}
