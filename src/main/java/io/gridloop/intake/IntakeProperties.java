package io.gridloop.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ways in.
 *
 * @param sample whether the sample messages are imported at the first start
 */
@ConfigurationProperties("gridloop.intake")
record IntakeProperties(@DefaultValue("false") boolean sample) {}
