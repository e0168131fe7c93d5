/** Signs for the doors of buildings: a QR code opens the report page with the grid of the building chosen. */
@NullMarked
package io.gridloop.intake.signs;

import org.jspecify.annotations.NullMarked;
