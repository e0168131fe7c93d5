package io.gridloop.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** What the files of a county say, before it is checked. Each row knows where it comes from. */
record CountyPlan(List<OutlineRow> outlines, List<GridRow> grids, List<DepartmentRow> departments, List<StaffRow> staff,
        List<PostRow> posts, List<StandInRow> standIns) {

    record OutlineRow(String where, String code, String name, String office, Geometry outline, String geoJson) {}

    record GridRow(String where, String code, String name, String communityCode, String community, String streetCode,
            String street, Geometry boundary, String geoJson) {}

    record DepartmentRow(String where, String code, String name, String duties) {}

    record StaffRow(String where, String login, String name, String role, @Nullable String grid,
            @Nullable String department, @Nullable String community, @Nullable String street) {}

    record PostRow(String where, String grid, String post, String login) {}

    record StandInRow(String where, String absent, String standIn, String from, String to, String reason) {}
}
