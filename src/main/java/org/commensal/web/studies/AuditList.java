package org.commensal.web.studies;

import java.util.List;
import org.commensal.web.Paging;

/**
 * A page of the audit trail, newest first.
 *
 * @param csv where it is taken along as a file
 */
public record AuditList(String csv, List<Row> rows, Paging paging) {

    public record Row(String at, String name, String role, String action, String subject, String detail) {}
}
