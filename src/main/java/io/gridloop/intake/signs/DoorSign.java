package io.gridloop.intake.signs;

import io.gridloop.territory.GridRef;

/**
 * A sign for the doors of one grid.
 *
 * @param grid where it hangs
 * @param address what the code says, for people who type it
 * @param picture the {@code data:} address of the code's picture
 */
record DoorSign(GridRef grid, String address, String picture) {}
