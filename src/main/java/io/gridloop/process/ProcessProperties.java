package io.gridloop.process;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of the door to the engine, {@code gridloop.process.*}. */
@ConfigurationProperties("gridloop.process")
public record ProcessProperties(
        @DefaultValue Relay relay,
        @DefaultValue Models models,
        @DefaultValue Reconciler reconciler,
        @DefaultValue Accounts accounts) {

    /**
     * @param enabled false: commands are written, none is sent
     * @param poll pause between two looks when nothing was sent
     * @param batch most commands in flight at once
     * @param lease how long a claimed command belongs to the instance that claimed it
     * @param bulk the pace at which imported cases are started
     */
    public record Relay(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("200ms") Duration poll,
            @DefaultValue("32") int batch,
            @DefaultValue("30s") Duration lease,
            @DefaultValue Bulk bulk) {}

    /**
     * @param startsPerSecond upper bound of the rate; 20 is what one small partition follows without falling behind
     * @param slow a round of starts that takes longer than this halves the rate, as a refusal does
     * @param mostWaiting no more starts while so many imported cases wait for the first answer of a person
     */
    public record Bulk(
            @DefaultValue("20") int startsPerSecond,
            @DefaultValue("2s") Duration slow,
            @DefaultValue("5000") int mostWaiting) {

        public Bulk {
            if (startsPerSecond < 1 || mostWaiting < 1) {
                throw new IllegalArgumentException(
                        "gridloop.process.relay.bulk: starts-per-second and most-waiting are 1 or more");
            }
        }
    }

    /**
     * @param timeout how long one deployment may take
     * @param watch whether the engine is asked for versions that did not come through the door
     * @param watchEvery pause between two looks
     */
    public record Models(
            @DefaultValue("20s") Duration timeout,
            @DefaultValue("true") boolean watch,
            @DefaultValue("1m") Duration watchEvery) {}

    /**
     * @param every pause between two comparisons
     * @param unstartedAfter a case without process instance is started again after this
     * @param idleAfter an open case without a step for so long is looked up in the engine
     * @param batch most cases looked at in one comparison
     */
    public record Reconciler(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("1m") Duration every,
            @DefaultValue("2m") Duration unstartedAfter,
            @DefaultValue("10m") Duration idleAfter,
            @DefaultValue("200") int batch) {}

    /**
     * @param kind where Tasklist keeps its logins
     * @param opensearchUrl 8.6: the store of Operate and Tasklist
     * @param index 8.6: its index of users
     * @param camundaUrl 8.9: the cluster's REST address
     * @param camundaUser 8.9: basic authentication of an administrator, {@code name:password}; null for none
     * @param initialPassword 8.9: first password of each account, because a hash cannot be handed over
     */
    public record Accounts(
            @DefaultValue("NONE") Kind kind,
            @DefaultValue("http://127.0.0.1:9200") URI opensearchUrl,
            @DefaultValue("operate-user-1.2.0_") String index,
            @DefaultValue("http://127.0.0.1:8080") URI camundaUrl,
            @Nullable String camundaUser,
            @DefaultValue("gridloop") String initialPassword) {

        /** Where the logins live. */
        public enum Kind {
            NONE, OPENSEARCH, CAMUNDA
        }
    }
}
