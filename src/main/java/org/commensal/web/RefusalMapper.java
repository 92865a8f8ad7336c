package org.commensal.web;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.commensal.kernel.Refusal;

/** Answers a refusal: its reason becomes a status, its sentences an answer in the language of the reader. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Refusal refusal) {
        return ProblemAnswer.to(headers, Problem.of(refusal));
    }
}
