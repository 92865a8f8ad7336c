package org.commensal.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.commensal.studies.CopyStudy;

/** Answers with a file that a browser keeps and never shows as a page of this server. */
public final class Downloads {

    private Downloads() {}

    public static Response of(CopyStudy.Copy copy) {
        MediaType type = MediaType.valueOf(copy.mediaType());
        boolean isText = !type.getSubtype().equals("zip");
        return file(copy.fileName(), isText ? type.withCharset("utf-8") : type, copy.content());
    }

    public static Response csv(String name, String content) {
        return file(name, new MediaType("text", "csv", "utf-8"), content);
    }

    public static Response file(String name, MediaType type, Object content) {
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
