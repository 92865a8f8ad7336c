package org.commensal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.commensal.kernel.Language;

/** Answers what failed before or outside every resource, where the server would show an error page of its own. */
@WebServlet("/error")
public class LastResort extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        Language language = Language.of(request.getLocale().getLanguage());
        response.setStatus(problem.status());
        response.setContentType(ProblemAnswer.JSON.toString());
        SecurityHeaders.HEADERS.forEach(response::setHeader);
        response.getWriter().write(problem.json(language).toString());
    }

    /** Somebody who opens the address itself finds nothing there. */
    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return FaultMapper.problem(fault);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Problem.of(status)
                : Problem.of(HttpServletResponse.SC_NOT_FOUND);
    }
}
