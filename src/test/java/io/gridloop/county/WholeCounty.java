package io.gridloop.county;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The whole county: 3 streets, 18 communities, 114 grids and everybody who works there. {@code departments.csv} is
 * written by hand; all other files come from here, and a test fails when they differ. Run {@link #main} to write them.
 */
public final class WholeCounty {

    /** Where the files are kept. */
    public static final Path FOLDER = Path.of("src/main/resources/whole-county");

    private static final long SEED = 410_823;
    private static final String[] STREETS = {"木城街道", "龙源街道", "龙泉街道"};
    private static final String[] COMMUNITIES = ("青禾 柳岸 云庭 麦香 桃源 和顺 春晖 文苑 锦绣 安泰 朝阳 望河 "
            + "沁园 福苑 新城 怡景 康宁 古槐").split(" ");
    private static final String[] NUMBERS = "一 二 三 四 五 六 七".split(" ");
    private static final String[] POSTS = {"patrol", "mediation", "service", "publicity"};
    private static final int COLUMNS = 6;

    private final Lattice lattice = new Lattice(2 * COLUMNS, 9, SEED);
    private final Names names = new Names(SEED);
    private final Random random = new Random(SEED);
    private final List<String> departments;
    private final List<String> grids = new ArrayList<>();
    private final List<String> staff = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private String firstLeader = "";
    private String secondLeader = "";

    private WholeCounty(List<String> departments) {
        this.departments = departments;
    }

    /** Writes the files. */
    public static void main(String[] arguments) throws IOException {
        for (var file : files().entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }

    /** The text of each file by its name. */
    public static Map<String, String> files() throws IOException {
        var departments = Files.readAllLines(FOLDER.resolve("departments.csv")).stream().skip(2)
                .map(line -> line.substring(0, line.indexOf(','))).toList();
        return new WholeCounty(departments).draw();
    }

    private Map<String, String> draw() {
        for (var community = 0; community < COMMUNITIES.length; community++) {
            community(community);
        }
        departments.forEach(code -> person("DEPARTMENT", "", code));
        for (var community = 1; community <= COMMUNITIES.length; community++) {
            person("COMMUNITY", "", "", "C%02d".formatted(community), "");
        }
        for (var street = 1; street <= STREETS.length; street++) {
            person("STREET", "", "", "", "S%02d".formatted(street));
        }
        // The centre has the same people as the sample county.
        staff.addAll(List.of("handongsheng,韩东升,INTAKE,,,,", "fengguifang,冯桂芳,DISPATCHER,,,,",
                "dengjianshe,邓建设,SUPERVISOR,,,,", "yuchengfeng,于承峰,DESIGNER,,,,", "qiuyingying,邱莹莹,DESIGNER,,,,",
                "caojiayi,曹佳怡,ADMIN,,,,"));
        var files = new LinkedHashMap<String, String>();
        files.put("county.geojson", collection("县名为公开事实，轮廓和机构名均为虚构，不是真实县界", List.of(feature(
                "\"code\": \"410823\", \"name\": \"武陟县\", \"office\": \"武陟县社会治理服务中心（样例）\"", lattice.around()))));
        files.put("grids.geojson", collection("街道、社区、网格和边界均为虚构，待县里换成自己的", grids));
        files.put("staff.csv", table("人名均为虚构，如有雷同纯属巧合", "login,name,role,grid,department,community,street", staff));
        files.put("posts.csv", table("四个岗位的名称和分工为样例，待县里核定", "grid,post,login", posts));
        files.put("standins.csv", table("起止日期都算在内", "absent,stand_in,from,to,reason",
                List.of(secondLeader + "," + firstLeader + ",2026-12-07,2026-12-11,年休假（样例）")));
        return files;
    }

    // Each street has two columns of three communities, each community two columns of three cells.
    private void community(int number) {
        var column = 2 * (number / 3);
        var row = 3 * (number % 3);
        var grid = 0;
        for (var cell = 0; cell < 6; cell++) {
            var x = column + cell % 2;
            var y = row + 2 - cell / 2;
            if (number % 3 == 1 && cell == 5) {
                grid(number, grid++, lattice.half(x, y, true));
                grid(number, grid++, lattice.half(x, y, false));
            } else {
                grid(number, grid++, lattice.cell(x, y));
            }
        }
    }

    private void grid(int community, int number, List<Lattice.Point> ring) {
        var code = "G%02d%02d".formatted(community + 1, number + 1);
        grids.add(
                feature("\"code\": \"%s\", \"name\": \"第%s网格\", \"communityCode\": \"C%02d\", \"community\": \"%s社区\", "
                        .formatted(code, NUMBERS[number], community + 1, COMMUNITIES[community])
                        + "\"streetCode\": \"S%02d\", \"street\": \"%s\"".formatted(community / 6 + 1,
                                STREETS[community / 6]),
                        ring));
        people(code);
    }

    private void people(String grid) {
        var leader = person("LEADER", grid, "");
        if (firstLeader.isEmpty()) {
            firstLeader = leader;
        } else if (secondLeader.isEmpty()) {
            secondLeader = leader;
        }
        var workers = new ArrayList<>(List.of(person("FULL_TIME", grid, "")));
        var partTime = 1 + random.nextInt(3);
        var first = random.nextInt(departments.size());
        for (var i = 0; i < partTime; i++) {
            workers.add(person("PART_TIME", grid, departments.get((first + i) % departments.size())));
        }
        for (var i = 0; i < POSTS.length; i++) {
            posts.add(grid + "," + POSTS[i] + "," + workers.get(i % workers.size()));
        }
    }

    private String person(String role, String grid, String department) {
        return person(role, grid, department, "", "");
    }

    private String person(String role, String grid, String department, String community, String street) {
        var name = names.next();
        staff.add(String.join(",", name.login(), name.chinese(), role, grid, department, community, street));
        return name.login();
    }

    private static String feature(String properties, List<Lattice.Point> ring) {
        return "    {\"type\": \"Feature\", \"properties\": {" + properties + "}, \"geometry\": "
                + Lattice.geometry(ring) + "}";
    }

    private static String collection(String note, List<String> features) {
        return "{\n  \"type\": \"FeatureCollection\",\n  \"note\": \"虚构样例：" + note + "\",\n  \"features\": [\n"
                + String.join(",\n", features) + "\n  ]\n}\n";
    }

    private static String table(String note, String header, List<String> lines) {
        return "# 虚构样例：" + note + "\n" + header + "\n" + String.join("\n", lines) + "\n";
    }
}
