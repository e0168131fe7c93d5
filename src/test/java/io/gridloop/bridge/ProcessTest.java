package io.gridloop.bridge;

import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.ContextConfiguration;

/**
 * A process test: stands beside {@code @SpringBootTest}, gives the test a real engine, Camunda Process Test's
 * assertions, and the application a {@code Clock} that follows the engine's.
 *
 * <p>The engine is the local platform's, through the {@link ProcessTestBridge}. With
 * {@code -Dcamunda.process-test.runtime-mode=managed} Process Test starts Camunda in Docker instead; the tests are the
 * same.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LeftByOthers.class)
@CamundaSpringProcessTest
@ContextConfiguration(initializers = ProcessTestEngine.class)
public @interface ProcessTest {}
