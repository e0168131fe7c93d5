package io.gridloop.territory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which county is loaded into an empty database.
 *
 * @param sample whether the files are loaded at all
 * @param files the folder of the county's files, as Spring names resources, with a slash at its end
 * @param samplePassword the first password of everybody in these files
 */
@ConfigurationProperties("gridloop.territory")
record TerritoryProperties(@DefaultValue("false") boolean sample,
        @DefaultValue("classpath:sample-county/") String files,
        @DefaultValue("gridloop") String samplePassword) {

    /** Without the password, so that it never gets into a log. */
    @Override
    public String toString() {
        return "TerritoryProperties[sample=" + sample + ", files=" + files + "]";
    }
}
