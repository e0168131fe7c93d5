package io.gridloop.cases;

import io.gridloop.territory.Territory;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open cases around somebody who is out in the grid, of those that they may see. Where they are is not kept. */
@Service
@Transactional(readOnly = true)
public class NearMe {

    /** How far around a position is looked, in metres. */
    public static final int RADIUS = 5_000;

    private static final int MOST = 30;
    private static final double EARTH = 6_371_000;

    private final Cases cases;
    private final CasePages pages;
    private final CaseScope scope;
    private final Territory territory;

    NearMe(Cases cases, CasePages pages, CaseScope scope, Territory territory) {
        this.cases = cases;
        this.pages = pages;
        this.scope = scope;
        this.territory = territory;
    }

    /**
     * At most 30 open cases in a square of 5 km to each side, the nearest first; behind them those of the same grid that
     * have no coordinates.
     *
     * @param longitude degrees, WGS-84
     * @param latitude degrees, WGS-84
     */
    public List<NearCase> around(double longitude, double latitude, String login) {
        var grid = territory.locate(longitude, latitude).grid();
        var near = close(longitude, latitude, grid == null ? "" : grid.code());
        return cases.findAll(open(login).and(near), PageRequest.of(0, MOST)).stream()
                .map(it -> new NearCase(pages.row(it, 1), metres(it.place(), longitude, latitude))).toList();
    }

    /** At most 30 open cases of a grid, those received last first. */
    public List<NearCase> inGrid(String gridCode, String login) {
        var youngestFirst = Sort.by(Sort.Direction.DESC, "origin.receivedAt", "id");
        return cases
                .findAll(open(login).and((it, query, where) -> where.equal(it.get("place").get("gridCode"), gridCode)),
                        PageRequest.of(0, MOST, youngestFirst))
                .stream().map(it -> new NearCase(pages.row(it, 1), null)).toList();
    }

    private Specification<Case> open(String login) {
        return scope.of(login).and((it, query, where) -> where.notEqual(it.get("state"), CaseState.CLOSED));
    }

    private static Specification<Case> close(double longitude, double latitude, String grid) {
        double north = Math.toDegrees(RADIUS / EARTH);
        double east = north / Math.cos(Math.toRadians(latitude));
        return (it, query, where) -> {
            // The query that counts has no order.
            if (query.getResultType() != Long.class) {
                query.orderBy(where.asc(squared(it, longitude, latitude, where)), where.desc(it.get("id")));
            }
            Path<Double> x = it.get("place").get("longitude");
            Path<Double> y = it.get("place").get("latitude");
            return where.or(
                    where.and(where.between(x, longitude - east, longitude + east),
                            where.between(y, latitude - north, latitude + north)),
                    where.and(where.isNull(y), where.equal(it.get("place").get("gridCode"), grid)));
        };
    }

    /** Good for an order within a few kilometres; without coordinates it is null, which comes last. */
    private static Expression<Double> squared(Root<Case> it, double longitude, double latitude,
            CriteriaBuilder where) {
        Path<Double> x = it.get("place").get("longitude");
        Path<Double> y = it.get("place").get("latitude");
        Expression<Double> east = where.prod(where.diff(x, longitude), Math.cos(Math.toRadians(latitude)));
        Expression<Double> north = where.diff(y, latitude);
        return where.sum(where.prod(east, east), where.prod(north, north));
    }

    /** Great-circle distance on a sphere (haversine), wrong by half a percent at most. */
    private static @Nullable Long metres(@Nullable Place place, double longitude, double latitude) {
        Double x = place == null ? null : place.longitude();
        Double y = place == null ? null : place.latitude();
        if (x == null || y == null) {
            return null;
        }
        double north = Math.sin(Math.toRadians(y - latitude) / 2);
        double east = Math.sin(Math.toRadians(x - longitude) / 2);
        double half = north * north + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(y)) * east * east;
        return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half))));
    }
}
