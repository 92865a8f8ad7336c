package org.commensal.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.commensal.studies.CopyStudy;

/** Answers with a file that a browser keeps and never shows as a page of this server. */
final class Downloads {

    private Downloads() {}

    static Response of(CopyStudy.Copy copy) {
        return of(copy.fileName(), MediaType.valueOf(copy.mediaType()), copy.content());
    }

    static Response csv(String fileName, String content) {
        return of(fileName, MediaType.valueOf("text/csv"), content);
    }

    private static Response of(String fileName, MediaType type, Object content) {
        boolean isText = !type.getSubtype().equals("zip");
        return Response.ok(content)
                .type(isText ? type.withCharset("utf-8") : type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .build();
    }
}
