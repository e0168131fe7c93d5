package io.gridloop.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the ways in.
 *
 * @param sample whether the sample messages are imported at the first start
 * @param photoAddressLasts how long the address of a photograph opens it for whoever got it from the program that
 *     asked; up to an hour longer
 * @param mostPartial bytes of all photographs together that have not come whole yet; more have to wait
 */
@ConfigurationProperties("gridloop.intake")
record IntakeProperties(@DefaultValue("false") boolean sample,
        @DefaultValue("24h") Duration photoAddressLasts,
        @DefaultValue("1GB") DataSize mostPartial) {}
