package org.commensal.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Every page and resource of the server. */
@ApplicationPath("/")
public class TrialsApplication extends Application {

    /**
     * No list of our resources but {@code /openapi}; and no error page of the server in the place of our answers;
     * and redirects as paths, whatever host and scheme a proxy calls us by.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
