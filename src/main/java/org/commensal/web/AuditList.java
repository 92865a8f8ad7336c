package org.commensal.web;

import java.util.List;

/** A page of the audit trail, newest first. */
public record AuditList(List<Row> rows, Paging paging) {

    public record Row(String at, String name, String role, String action, String subject, String detail) {}
}
