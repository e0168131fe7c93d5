package io.gridloop.territory;

import io.gridloop.territory.CountyPlan.DepartmentRow;
import io.gridloop.territory.CountyPlan.GridRow;
import io.gridloop.territory.CountyPlan.OutlineRow;
import io.gridloop.territory.CountyPlan.PostRow;
import io.gridloop.territory.CountyPlan.StaffRow;
import io.gridloop.territory.CountyPlan.StandInRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Reads the files of a county: areas from GeoJSON, tables from CSV, all of them in UTF-8. */
@Component
class CountyFiles {

    private final ResourceLoader resources;

    CountyFiles(ResourceLoader resources) {
        this.resources = resources;
    }

    /** @throws InvalidCounty when a file cannot be read or lacks something; the message lists all of it */
    CountyPlan read(String folder) {
        var problems = new Problems();
        var plan = new CountyPlan(
                features(folder, "county.geojson", problems, CountyFiles::outline),
                features(folder, "grids.geojson", problems, CountyFiles::grid),
                rows(folder, "departments.csv", problems, CountyFiles::department),
                rows(folder, "staff.csv", problems, CountyFiles::staff),
                rows(folder, "posts.csv", problems, CountyFiles::post),
                rows(folder, "standins.csv", problems, CountyFiles::standIn));
        problems.refuseIfAny();
        return plan;
    }

    private <T> List<T> features(String folder, String file, Problems problems, Function<CountyFeature, T> reading) {
        return CountyFeature.all(file, text(folder, file, problems), problems, reading);
    }

    private <T> List<T> rows(String folder, String file, Problems problems, Function<CountyLine, T> reading) {
        return CountyLine.all(file, text(folder, file, problems), problems, reading);
    }

    /** The text of a file; empty when it cannot be read, which is then a problem. */
    private String text(String folder, String file, Problems problems) {
        try {
            var bytes = resources.getResource(folder + file).getContentAsByteArray();
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            problems.add(file, "不是 UTF-8 编码");
        } catch (IOException e) {
            problems.add(file, "在 " + folder + " 里读不到这个文件");
        }
        return "";
    }

    private static OutlineRow outline(CountyFeature feature) {
        return new OutlineRow(feature.where(), feature.get("code"), feature.get("name"), feature.get("office"),
                feature.area(), feature.geoJson());
    }

    private static GridRow grid(CountyFeature feature) {
        return new GridRow(feature.where(), feature.get("code"), feature.get("name"), feature.get("communityCode"),
                feature.get("community"), feature.get("streetCode"), feature.get("street"), feature.area(),
                feature.geoJson());
    }

    private static DepartmentRow department(CountyLine line) {
        return new DepartmentRow(line.where(), line.get("code"), line.get("name"), line.get("duties"));
    }

    private static StaffRow staff(CountyLine line) {
        return new StaffRow(line.where(), line.get("login"), line.get("name"), line.get("role"), line.optional("grid"),
                line.optional("department"), line.optional("community"), line.optional("street"));
    }

    private static PostRow post(CountyLine line) {
        return new PostRow(line.where(), line.get("grid"), line.get("post"), line.get("login"));
    }

    private static StandInRow standIn(CountyLine line) {
        return new StandInRow(line.where(), line.get("absent"), line.get("stand_in"), line.get("from"), line.get("to"),
                line.get("reason"));
    }
}
