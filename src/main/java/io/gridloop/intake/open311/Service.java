package io.gridloop.intake.open311;

import io.gridloop.cases.Category;

/**
 * A kind of matter that can be reported, in the specification's words.
 *
 * @param serviceCode code of the category
 * @param serviceName its name
 * @param description what belongs there, and whom to call first in an emergency
 * @param metadata whether its definition says more, see {@link ServiceDefinition}
 * @param type {@code realtime}: a report is answered with its number; {@code batch}: with a token
 * @param keywords words by which people look for it, between commas
 * @param group its major class
 */
record Service(String serviceCode, String serviceName, String description, boolean metadata, String type,
        String keywords, String group) {

    static Service of(Category category, boolean metadata, boolean batch) {
        var note = category.emergencyNote();
        return new Service(category.code(), category.name(), category.label() + (note.isEmpty() ? "" : "。" + note),
                metadata, batch ? "batch" : "realtime",
                category.domain() + "," + category.name(), category.domain());
    }
}
