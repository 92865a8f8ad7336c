package org.commensal.journey;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file that a browser sends with a form. */
final class Upload {

    static final byte[] QUESTIONNAIRE =
            ("{\"resourceType\": \"Questionnaire\", \"id\": \"sleep\", \"language\": \"nl\","
                            + " \"title\": \"Slaap\", \"item\": [{\"linkId\": \"slept\", \"text\": \"Sliep u goed?\","
                            + " \"type\": \"boolean\"}]}")
                    .getBytes(StandardCharsets.UTF_8);

    private static final String BORDER = "----a-border-of-tests";

    private Upload() {}

    static Answer by(Visitor browser) {
        return by(browser, "slaap.json", QUESTIONNAIRE);
    }

    static Answer by(Visitor browser, String name, byte[] content) {
        return to("/study-import", browser, name, content);
    }

    static Answer to(String address, Visitor browser, String name, byte[] content) {
        return to(address, browser, name, content, Map.of());
    }

    /** The same with other fields beside the file. */
    static Answer to(String address, Visitor browser, String name, byte[] content, Map<String, String> fields) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((field, value) -> form.writeBytes(
                ("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.with("Content-Type", "multipart/form-data; boundary=" + BORDER)
                .send("POST", address, BodyPublishers.ofByteArray(form.toByteArray()));
    }
}
