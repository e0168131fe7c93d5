package io.gridloop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** gridloop: the closed loop of community grid governance on Camunda 8. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GridloopApplication {

    public static void main(String[] args) {
        SpringApplication.run(GridloopApplication.class, args);
    }
}
