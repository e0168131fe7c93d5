package io.gridloop.intake.open311;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the Open311 server, {@code gridloop.open311.*}.
 *
 * @param jurisdictionId the only {@code jurisdiction_id} that requests may name; without it every one is accepted,
 *     because the server speaks for one county alone
 * @param publish whose cases a request may see
 * @param publicClasses two-digit major classes of categories that {@code publish=all} opens to everybody: matters of
 *     public space, in which nobody's private affairs stand; 样例，待县里核定
 * @param batchServices codes of categories whose requests are answered with a token instead of a number
 * @param contact whom people ask about this server, for service discovery
 * @param keyService how to get an {@code api_key}, for service discovery
 * @param type whether what is sent is acted upon, for service discovery
 */
@ConfigurationProperties("gridloop.open311")
record Open311Properties(
        @Nullable String jurisdictionId,
        @DefaultValue("own") Publish publish,
        @DefaultValue( {
                "01", "02", "03", "04"}) Set<String> publicClasses,
        @DefaultValue Set<String> batchServices,
        @DefaultValue("请联系县社会治理服务中心。") String contact,
        @DefaultValue("请向县社会治理服务中心的系统管理员申请密钥，写明使用方和用途。") String keyService,
        @DefaultValue("production") Type type){

    /** Whose cases a request may see. */
    enum Publish {

        /** Those that came in by the same key; without a key none. */
        OWN,
        /** Also the accepted cases of the public classes, with and without a key. */
        ALL
    }

    /** What the specification calls the type of an endpoint. */
    enum Type {
        PRODUCTION,
        TEST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What everybody may see. */
    Set<String> openClasses() {
        return publish == Publish.ALL ? publicClasses : Set.of();
    }

    /** Whether a request may name this jurisdiction. */
    boolean serves(String jurisdiction) {
        return jurisdictionId == null || jurisdictionId.isBlank() || jurisdictionId.equals(jurisdiction);
    }
}
