package io.gridloop.bridge;

import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Gives a test's application context its engine and its clock; see {@link ProcessTest}. */
final class ProcessTestEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CamundaAssert.setAssertionTimeout(PATIENCE);
        ((GenericApplicationContext) context).registerBean(OneOfEachWorker.class, OneOfEachWorker::new);
        String mode = context.getEnvironment().getProperty("camunda.process-test.runtime-mode", "remote");
        if (mode.equalsIgnoreCase("managed")) {
            useClock(context, new ManagedClock(context));
        } else {
            useBridge(context);
        }
    }

    private static void useBridge(ConfigurableApplicationContext context) {
        EngineUnderTest engine = EngineUnderTest.get();
        TestPropertyValues.of(
                "camunda.process-test.runtime-mode=remote",
                "camunda.process-test.remote.client.grpc-address=" + engine.addresses().grpc(),
                "camunda.process-test.remote.client.rest-address=" + engine.bridge().address(),
                "camunda.process-test.remote.camunda-monitoring-api-address=" + engine.bridge().address(),
                "camunda.client.grpc-address=" + engine.addresses().grpc(),
                "camunda.client.rest-address=" + engine.bridge().address())
                .applyTo(context);
        useClock(context, engine.bridge()::ahead);
    }

    private static void useClock(ConfigurableApplicationContext context, Supplier<Duration> ahead) {
        ((GenericApplicationContext) context)
                .registerBean("engineClock", Clock.class, () -> new EngineClock(ahead), bean -> bean.setPrimary(true));
    }

    /** Asks the managed engine; outside a test, when it cannot be asked, the last answer holds. */
    private static final class ManagedClock implements Supplier<Duration> {

        private final ConfigurableApplicationContext context;
        private volatile Duration last = Duration.ZERO;

        ManagedClock(ConfigurableApplicationContext context) {
            this.context = context;
        }

        @Override
        public Duration get() {
            try {
                Instant engine = context.getBean(CamundaProcessTestContext.class).getCurrentTime();
                last = Duration.between(Instant.now(), engine);
            } catch (RuntimeException e) {
                return last;
            }
            return last;
        }
    }
}
