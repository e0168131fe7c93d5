package io.gridloop.territory;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridloop.territory.CountyChange.BeginStandIn;
import io.gridloop.territory.CountyChange.EndStandIn;
import io.gridloop.territory.CountyChange.GivePost;
import io.gridloop.territory.CountyChange.Join;
import io.gridloop.territory.CountyChange.Leave;
import io.gridloop.territory.CountyChange.MergeDepartment;
import io.gridloop.territory.CountyChange.RenameDepartment;
import io.gridloop.territory.CountyChange.Transfer;
import io.gridloop.territory.CountyChange.Undo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is wished for, in whatever order: what is done leaves a county that works, what is refused leaves no trace. */
@TerritoryTest
class RandomChangesTests {

    private static final LocalDate START = LocalDate.of(2026, 11, 23);
    private static final int WISHES = 150;

    @Autowired
    CountyLoader loader;

    @Autowired
    CountyChanges changes;

    @Autowired
    RosterBook book;

    @Autowired
    CurrentMap map;

    @Autowired
    Territory territory;

    @Autowired
    StoppedClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCountyAlwaysWorks(long seed) {
        Emptying.of(jdbc);
        clock.set(START);
        loader.load("classpath:sample-county/", "gridloop");
        var random = new Random(seed);
        var made = new ArrayList<>(List.of(0L));
        var refused = 0;
        for (var i = 0; i < WISHES; i++) {
            clock.set(START.plusDays(i / 10));
            var before = book.read();
            try {
                made.add(changes.make(wish(random, before, made, i), "caojiayi").id());
            } catch (ChangeRefused e) {
                refused++;
                assertThat(book.read()).isEqualTo(before);
            }
            assertThat(RosterCheck.problems(book.read(), map.get())).isEmpty();
        }
        assertThat(made).hasSizeGreaterThan(WISHES / 5);
        assertThat(refused).isPositive();
        everybodyIsFoundAndKnown();
    }

    private void everybodyIsFoundAndKnown() {
        territory.grids().forEach(grid -> {
            assertThat(territory.leaderOf(grid.code())).isNotNull();
            for (var code : List.of("housing", "health", "urbanManagement", "education")) {
                assertThat(territory.handlerFor(grid.code(), "department", "", code)).isNotNull();
            }
        });
        assertThat(jdbc.queryForObject("""
                select count(*) from staff s where s.left_at is null and not exists (select 1 from assignment a
                    where a.login = s.login and a.to_at is null and a.role = s.role
                    and a.grid_code is not distinct from s.grid_code
                    and a.department_code is not distinct from s.department_code)""", Integer.class)).isZero();
    }

    private static CountyChange wish(Random random, Roster roster, List<Long> made, int number) {
        var login = any(random, roster.members().keySet());
        return switch (random.nextInt(10)) {
            case 0 -> new Join("new" + number, "新来人", seat(random, roster), "gridloop1", random.nextBoolean());
            case 1 -> new Leave(login, random.nextBoolean() ? any(random, roster.members().keySet()) : null);
            case 2, 3, 4 -> new Transfer(login, seat(random, roster),
                    random.nextInt(3) == 0 ? any(random, roster.members().keySet()) : null);
            case 5 -> new BeginStandIn(login, any(random, roster.members().keySet()),
                    START.plusDays(random.nextInt(20)), START.plusDays(random.nextInt(30)), "年休假");
            case 6 -> new EndStandIn(random.nextInt(200));
            case 7 -> random.nextInt(6) == 0
                    ? new MergeDepartment(any(random, roster.departments().keySet()),
                            any(random, roster.departments().keySet()))
                    : new RenameDepartment(any(random, roster.departments().keySet()), "新名" + number, "职责");
            case 8 -> new GivePost("G010" + (1 + random.nextInt(3)), Post.values()[random.nextInt(4)], login);
            default -> new Undo(made.get(random.nextInt(made.size())));
        };
    }

    private static Seat seat(Random random, Roster roster) {
        return roster.members().get(any(random, roster.members().keySet())).seat();
    }

    private static String any(Random random, Collection<String> values) {
        return values.stream().sorted().skip(random.nextInt(values.size())).findFirst().orElseThrow();
    }
}
