package io.gridloop.process.models;

/** A file that cannot be read as the model it should be; the message is for the designer. */
public class InvalidModelException extends Exception {

    InvalidModelException(String message) {
        super(message);
    }
}
