package io.gridloop.demo;

import io.gridloop.territory.Person;
import io.gridloop.territory.StaffRole;
import io.gridloop.territory.Territory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Switches the demo staff on with {@code gridloop.demo.staff=true}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gridloop.demo.staff")
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {

    @Bean
    DemoStaff demoStaff(DemoSettings settings, JdbcClient jdbc) {
        return new DemoStaff(settings, jdbc);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> demoStaffStart(DemoStaff staff, Territory territory) {
        return ready -> staff.start(
                territory.people().stream().filter(person -> person.role() != StaffRole.ADMIN).map(Person::login)
                        .toList());
    }
}
