package io.gridloop.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as a system of the county sends it. One of the three ways to name the place is needed.
 *
 * @param category code of a category, as {@code /open311/v2/services.json} lists them; without one somebody sorts it
 * @param externalId its number in the system that sends it
 * @param subject a headline, at most 200 characters
 * @param text what happened, 5 to 4000 characters
 * @param gridCode code of a grid
 * @param longitude degrees, WGS-84, together with the latitude
 * @param latitude degrees, WGS-84
 * @param address the place in words, at most 200 characters
 * @param reporterName kept apart from the case
 * @param contact phone of the reporter, kept apart from the case
 * @param mediaUrl address of a picture; shown to staff and never fetched
 * @param answers to the questions of the category, by their codes; a list because some take several options
 */
@Schema(description = "一份上报；地点至少给出gridCode、longitude和latitude、address三种中的一种")
record NewCase(
        @Schema(description = "类别代码；不清楚就不填，由工作人员分类", example = "01-02") @Nullable String category,
        @Schema(description = "在来源系统里的编号，最多100个字符") @Nullable String externalId,
        @Schema(description = "标题，最多200个字符") @Nullable String subject,
        @Schema(description = "发生了什么，5到4000个字符", requiredMode = Schema.RequiredMode.REQUIRED, example = "路边垃圾堆了三天") @Nullable String text,
        @Schema(description = "网格代码") @Nullable String gridCode,
        @Schema(description = "经度，度，WGS-84", example = "113.38") @Nullable Double longitude,
        @Schema(description = "纬度，度，WGS-84", example = "35.10") @Nullable Double latitude,
        @Schema(description = "地点说明，最多200个字符") @Nullable String address,
        @Schema(description = "反映人姓名，只给办理的工作人员看") @Nullable String reporterName,
        @Schema(description = "反映人电话，只给办理的工作人员看") @Nullable String contact,
        @Schema(description = "照片地址，http或https；系统不会打开它") @Nullable String mediaUrl,
        @Schema(description = "对该类别提问的回答：键是提问代码，值是选项代码或文字的列表。有哪些提问、哪些必答，见/open311/v2/services/{类别}.json", example = "{\"HOURS\": [\"night\"]}") @Nullable Map<String, List<String>> answers) {}
