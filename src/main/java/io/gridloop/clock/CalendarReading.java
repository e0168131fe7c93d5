package io.gridloop.clock;

import java.util.List;

/**
 * A calendar file as it was read.
 *
 * @param problems by line, in Chinese; with any of them the file is not usable
 * @param hints what may be wrong, in Chinese
 */
public record CalendarReading(CalendarFile file, List<String> problems, List<String> hints) {}
