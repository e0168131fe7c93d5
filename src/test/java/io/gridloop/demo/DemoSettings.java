package io.gridloop.demo;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the demo staff works.
 *
 * @param staff whether it works at all
 * @param desk where gridloop is
 * @param tasklist where Tasklist is
 * @param tasklistPercent the share of tasks that are answered in Tasklist; the others at the desk
 * @param everyChannel false: only cases that came by import
 * @param hands how many people act at the same moment
 * @param password of every person of the sample county
 * @param seed of the plan
 * @param block the plan's shares are exact for so many consecutive cases
 * @param pause how long a person rests after an answer; zero: none
 */
@ConfigurationProperties("gridloop.demo")
public record DemoSettings(
        @DefaultValue("false") boolean staff,
        @DefaultValue("http://127.0.0.1:8090") URI desk,
        @DefaultValue("http://127.0.0.1:8081") URI tasklist,
        @DefaultValue("10") int tasklistPercent,
        @DefaultValue("false") boolean everyChannel,
        @DefaultValue("4") int hands,
        @DefaultValue("gridloop") String password,
        @DefaultValue("20261123") long seed,
        @DefaultValue("24") int block,
        @DefaultValue("5s") Duration pause) {}
