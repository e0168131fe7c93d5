/**
 * Open311 GeoReport v2: programs outside gridloop report and ask what became of it. The specification is at
 * wiki.open311.org/GeoReport_v2; where it leaves something open, the class that decides says what and why.
 */
@NullMarked
package io.gridloop.intake.open311;

import org.jspecify.annotations.NullMarked;
