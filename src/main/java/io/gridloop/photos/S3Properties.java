package io.gridloop.photos;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of an S3 store, {@code gridloop.photos.s3.*}; looked at only when {@code gridloop.photos.store} is
 * {@code s3}.
 *
 * @param endpoint scheme, host and perhaps port, for example {@code https://s3.example.gov.cn}
 * @param bucket its name; it has to exist and to be closed to the public
 * @param region as the server calls it; many call it nothing and take the default
 * @param accessKey who gridloop is there
 * @param secretKey signs each request; never sent, shown or logged
 * @param timeout how long connecting, and each wait for the next bytes, may take
 * @param plainHttp whether the endpoint may begin with {@code http://}; only for a network that nobody listens to
 */
@ConfigurationProperties("gridloop.photos.s3")
record S3Properties(@DefaultValue("") String endpoint, @DefaultValue("") String bucket,
        @DefaultValue("us-east-1") String region, @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey, @DefaultValue("10s") Duration timeout,
        @DefaultValue("false") boolean plainHttp) {

    /**
     * The address of the bucket, in path style.
     *
     * @throws IllegalArgumentException when a setting is missing or cannot be used
     */
    URI address() {
        require(!accessKey.isBlank() && !secretKey.isBlank(), "access-key and secret-key have to be filled");
        require(bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"), "bucket is no name of a bucket");
        require(region.matches("[a-z0-9-]{1,40}"), "region is no name of a region");
        require(timeout.isPositive(), "timeout is more than nothing");
        require(endpoint.matches((plainHttp ? "https?" : "https") + "://[A-Za-z0-9.-]+(:\\d{1,5})?/?"),
                "endpoint has to begin with https:// and holds host and port alone");
        return URI.create(endpoint.replaceAll("/$", "") + "/" + bucket + "/");
    }

    /** Without the keys, so that they never get into a log. */
    @Override
    public String toString() {
        return "S3Properties[%s, %s]".formatted(endpoint, bucket);
    }

    private static void require(boolean fine, String problem) {
        if (!fine) {
            throw new IllegalArgumentException("gridloop.photos.s3: " + problem);
        }
    }
}
