package io.gridloop.territory;

/** Grids, departments or the county itself have changed. */
record CountyChanged() {}
