package io.gridloop.process.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gridloop.PostgresForTests;
import io.gridloop.process.engine.EngineReplaced;
import io.gridloop.territory.CountyChange.CorrectName;
import io.gridloop.territory.CountyChange.Join;
import io.gridloop.territory.CountyChange.Leave;
import io.gridloop.territory.CountyChange.Undo;
import io.gridloop.territory.CountyChanges;
import io.gridloop.territory.Seat;
import io.gridloop.territory.StaffLogin;
import io.gridloop.territory.StaffRole;
import io.gridloop.territory.Territory;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The accounts follow the county, in a store that remembers them and is away now and then. */
@SpringBootTest(properties = {"gridloop.territory.sample=true", "camunda.client.worker.defaults.enabled=false",
        "gridloop.process.reconciler.enabled=false"})
@Import({PostgresForTests.class, AccountKeeperTests.Store.class})
class AccountKeeperTests {

    private static final Map<String, String> ACCOUNTS = new TreeMap<>();
    private static boolean away;

    @Autowired
    AccountKeeper keeper;

    @Autowired
    CountyChanges changes;

    @Autowired
    Territory territory;

    @TestConfiguration
    static class Store {

        @Bean
        @Primary
        StaffAccounts remembering() {
            return new StaffAccounts() {

                @Override
                public boolean provide(Collection<StaffLogin> staff) {
                    synchronized (ACCOUNTS) {
                        staff.stream().filter(it -> !away).forEach(it -> ACCOUNTS.put(it.login(), it.name()));
                        return !away;
                    }
                }

                @Override
                public boolean remove(Collection<String> logins) {
                    synchronized (ACCOUNTS) {
                        logins.forEach(ACCOUNTS::remove);
                        return !away;
                    }
                }
            };
        }
    }

    @Test
    void followsJoinersLeaversNamesAndThoseWhoComeBack() {
        keeper.keep();
        assertThat(ACCOUNTS).hasSize(territory.people().size()).containsEntry("lilijuan", "李丽娟");
        changes.make(new Join("xinren", "新来人", new Seat(StaffRole.PART_TIME, "G0101", "housing", null, null),
                "gridloop1", false), "caojiayi");
        changes.make(new CorrectName("lilijuan", "李莉娟"), "caojiayi");
        var left = changes.make(new Leave("zhanglixin", null), "caojiayi");
        keeper.keep();
        assertThat(ACCOUNTS).containsEntry("xinren", "新来人").containsEntry("lilijuan", "李莉娟")
                .doesNotContainKey("zhanglixin");
        away = true;
        changes.make(new Undo(left.id()), "caojiayi");
        keeper.keep();
        assertThat(ACCOUNTS).doesNotContainKey("zhanglixin");
        away = false;
        keeper.keep();
        assertThat(ACCOUNTS).containsEntry("zhanglixin", "张立新");
    }

    @Test
    void bringsBackWhatTheStoreLost() {
        awaitEverybody();
        forget();
        keeper.on(new EngineReplaced(1));
        awaitEverybody();
        forget();
        keeper.keepAll();
        awaitEverybody();
    }

    private static void forget() {
        synchronized (ACCOUNTS) {
            ACCOUNTS.clear();
        }
    }

    /** The schedule keeps them too, in a thread of its own. */
    private void awaitEverybody() {
        keeper.keep();
        await().until(() -> ACCOUNTS.size() == territory.people().size());
    }
}
