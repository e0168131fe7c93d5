package io.gridloop.photos;

/** Photographs that cannot be attached: they belong to a case already, or nobody attached them in time. */
public class PhotosGoneException extends RuntimeException {

    PhotosGoneException() {
        super("Photographs to attach are attached already or expired");
    }
}
