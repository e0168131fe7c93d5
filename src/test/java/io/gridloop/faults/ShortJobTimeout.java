package io.gridloop.faults;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * After a kill the engine gives a job to the next worker when its time-out is over. With {@code
 * gridloop.faults.job-timeout} all of them are that short, so that many moments fit into a run.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gridloop.faults.job-timeout")
class ShortJobTimeout {

    @Bean
    JobWorkerValueCustomizer jobsTimeOutSoon(@Value("${gridloop.faults.job-timeout}") Duration timeout) {
        return worker -> worker.setTimeout(timeout);
    }
}
