package org.commensal.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.commensal.kernel.Refusal;

/** Answers what the framework declines by itself: no such address, no such method, content that cannot be read. */
@Provider
public class StatusMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException declined) {
        Response made = declined.getResponse();
        if (declined.getCause() instanceof Refusal refusal) {
            return ProblemAnswer.to(headers, Problem.of(refusal));
        }
        boolean nobodyListens = declined.getCause() instanceof IOException;
        if (made.getStatus() < 400 || made.hasEntity() || nobodyListens) {
            return made;
        }
        if (made.getStatus() >= 500) {
            return FaultMapper.answer(headers, declined);
        }
        Response answer = ProblemAnswer.to(headers, Problem.of(made.getStatus()));
        Object allow = made.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
