package io.gridloop.desk.patrol;

import io.gridloop.territory.Placement;
import io.gridloop.territory.Reaches;
import io.gridloop.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Patrols from their start to their end, and what their tracks cover. */
@Service
class Patrols {

    /** Positions of a patrol at most: twice as many as twelve hours bring. */
    static final int MOST_POINTS = 5_000;

    private static final Duration OFF = Duration.ofDays(1);
    private static final int SHOWN = 50;

    private final PatrolRows rows;
    private final Territory territory;
    private final Reaches reaches;
    private final PatrolProperties limits;
    private final Clock clock;

    Patrols(PatrolRows rows, Territory territory, Reaches reaches, PatrolProperties limits, Clock clock) {
        this.rows = rows;
        this.territory = territory;
        this.reaches = reaches;
        this.limits = limits;
        this.clock = clock;
    }

    /** Starts a patrol; one that runs already goes on. Returns whether the grid is one of this person's. */
    @Transactional
    public boolean start(String login, String gridCode) {
        if (!reaches.of(login).walkedGrids().contains(gridCode)) {
            return false;
        }
        endForgotten();
        rows.start(login, gridCode, clock.instant());
        return true;
    }

    /** Ends the patrol of a person; nothing happens when none runs. */
    @Transactional
    public void stop(String login) {
        endForgotten();
        rows.stop(login, clock.instant());
    }

    /** Ends patrols that nobody stopped, twelve hours after their start. */
    @Transactional
    public void endForgotten() {
        rows.endForgotten(clock.instant(), limits.longest());
    }

    /** Deletes old tracks; what they came to stays. */
    @Transactional
    public void forgetTracks() {
        rows.forgetTracks(clock.instant().minus(limits.tracksKept()));
    }

    /** The patrol of a person that runs now. */
    @Transactional(readOnly = true)
    public Optional<Patrol> running(String login) {
        var oldest = clock.instant().minus(limits.longest());
        return rows.running(login).filter(patrol -> patrol.startedAt().isAfter(oldest));
    }

    /** The latest patrols that somebody sees: their own, and as a leader those through their grids. */
    @Transactional(readOnly = true)
    public List<Patrol> seenBy(String login) {
        return rows.seenBy(login, reaches.of(login).ledGrids(), SHOWN);
    }

    /**
     * Takes positions of a patrol; the same key again returns the first answer and changes nothing. Left out and counted
     * are positions outside the county, or with a time more than a day off.
     *
     * @throws ResponseStatusException 404 when this person has no such patrol, 409 when it ended more than a day ago
     */
    @Transactional
    public Taken take(String login, long id, UUID key, List<Fix> fixes) {
        endForgotten();
        var patrol = rows.lock(id, login)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这次巡查，或者它不是您的"));
        return rows.batch(id, key).orElseGet(() -> takeNew(patrol, key, fixes));
    }

    private Taken takeNew(Patrol patrol, UUID key, List<Fix> fixes) {
        var ended = patrol.endedAt();
        if (ended != null && isOff(ended)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "这次巡查结束已超过一天，不再接收位置");
        }
        int room = Math.max(0, MOST_POINTS - rows.points(patrol.id()).size());
        var good = fixes.stream().filter(this::isOfUse).limit(room).toList();
        var taken = new Taken(good.size(), fixes.size() - good.size());
        rows.addBatch(patrol.id(), key, taken);
        rows.addPoints(patrol.id(), good);
        measure(patrol);
        return taken;
    }

    private boolean isOfUse(Fix fix) {
        return !isOff(fix.at())
                && territory.locate(fix.longitude(), fix.latitude()).kind() != Placement.Kind.OUTSIDE;
    }

    private boolean isOff(Instant at) {
        return Duration.between(at, clock.instant()).abs().compareTo(OFF) > 0;
    }

    /** A grid that is gone by now covers nothing. */
    private void measure(Patrol patrol) {
        territory.boundary(patrol.gridCode()).ifPresent(area -> {
            var plane = Plane.around(area);
            var track = Track.of(rows.points(patrol.id()), plane);
            rows.measured(patrol.id(), track.metres(), Coverage.of(plane.of(area), track));
        });
    }
}
