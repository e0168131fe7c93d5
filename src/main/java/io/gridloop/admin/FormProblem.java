package io.gridloop.admin;

/** A form cannot be understood; the message says in Chinese what to type. */
class FormProblem extends RuntimeException {

    FormProblem(String problem) {
        super(problem);
    }
}
