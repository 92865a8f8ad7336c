package org.commensal.architecture.planted.entities.web;

import org.commensal.architecture.planted.entities.enrolment.Row;

/** Shows a row as it lies in the database. */
final class RowPage {
    Row row = new Row();
}
