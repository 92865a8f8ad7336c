package org.commensal.quality;

/**
 * What a query is about: a participant as a whole, a visit, a form of it, or an item of that form. What is not named is
 * empty; what is narrower is named with all that is wider.
 *
 * @param event the visit, block of the diary or event
 * @param task the key of the task, such as {@code V1/phq-9}
 * @param form of the task
 * @param item the code of an item or score of the form
 */
public record Datum(String event, String task, String form, String item) {

    public static final Datum PARTICIPANT = new Datum("", "", "", "");

    public static Datum visit(String event) {
        return new Datum(event, "", "", "");
    }
}
