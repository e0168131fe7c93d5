package io.gridloop.partners;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of partners, {@code gridloop.partners[n].*}.
 *
 * @param partners at most one for each department
 */
@ConfigurationProperties("gridloop")
record PartnersProperties(@DefaultValue List<Partner> partners) {

    /** @throws IllegalArgumentException when a department has two */
    PartnersProperties {
        if (partners.stream().map(Partner::department).distinct().count() < partners.size()) {
            throw new IllegalArgumentException("gridloop.partners: a department has one address at most");
        }
    }
}
