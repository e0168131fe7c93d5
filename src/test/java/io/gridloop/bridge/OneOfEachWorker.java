package io.gridloop.bridge;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;

/**
 * Opens each job worker once.
 *
 * <p>Process Test makes a new client for every test, and the starter (8.8.14) then adds all workers to its list once
 * more without emptying it: the tenth test of a context would run every worker ten times.
 */
final class OneOfEachWorker implements JobWorkerValueCustomizer, Ordered {

    private final Map<Method, JobWorkerValue> first = new ConcurrentHashMap<>();

    @Override
    public void customize(JobWorkerValue worker) {
        if (first.computeIfAbsent(worker.getMethodInfo().getMethod(), unused -> worker) != worker) {
            worker.setEnabled(false);
        }
    }

    /** After the customizer that applies the properties, which may enable a worker again. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
