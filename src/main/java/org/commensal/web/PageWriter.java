package org.commensal.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Renders a page whole before its first byte is sent, so that a fault in it never ends as half a page. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class PageWriter implements MessageBodyWriter<JteModel> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return JteModel.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            JteModel page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        page.render(output);
        headers.putSingle("Content-Type", "text/html; charset=utf-8");
        headers.putSingle("Content-Length", output.getContentLength());
        body.write(output.toByteArray());
    }
}
