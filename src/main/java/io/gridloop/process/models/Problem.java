package io.gridloop.process.models;

/**
 * What a designer must mend.
 *
 * @param file name of the model file
 * @param element id of the element, rule or field; the file's own id or empty when the file as a whole is meant
 * @param message in Chinese: what is wrong and what to do
 */
public record Problem(String file, String element, String message) {

    @Override
    public String toString() {
        return element.isEmpty() ? file + "：" + message : file + " " + element + "：" + message;
    }
}
