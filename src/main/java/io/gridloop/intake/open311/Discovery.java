package io.gridloop.intake.open311;

import java.util.List;

/**
 * What service discovery tells.
 *
 * @param changeset when this or the list of services last changed, as text that sorts
 * @param contact whom people ask
 * @param keyService how to get a key
 * @param endpoints where the interface is
 */
record Discovery(String changeset, String contact, String keyService, List<Endpoint> endpoints) {

    /**
     * One place where the interface is.
     *
     * @param specification the name of the specification
     * @param url what stands before {@code /services.xml}
     * @param changeset as above
     * @param type {@code production} or {@code test}
     * @param formats MIME types
     */
    record Endpoint(String specification, String url, String changeset, String type, List<String> formats) {}
}
