package io.gridloop.demo;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the demo staff works.
 *
 * @param staff whether it works at all
 * @param tasklist where Tasklist is
 * @param password of every person of the sample county
 * @param seed of the plan
 * @param block the plan's shares are exact for so many consecutive cases
 * @param pause how long a person rests after an answer; zero: none
 */
@ConfigurationProperties("gridloop.demo")
record DemoSettings(
        @DefaultValue("false") boolean staff,
        @DefaultValue("http://127.0.0.1:8081") URI tasklist,
        @DefaultValue("gridloop") String password,
        @DefaultValue("20261123") long seed,
        @DefaultValue("24") int block,
        @DefaultValue("5s") Duration pause) {}
